/// What a user can ask for. Its raw value is the name that the `:` prompt, the key bindings and the documents use.
///
/// What each one does, and by which keys, stands in `CommandTable`.
enum Command: String, Hashable, Sendable, CaseIterable {
  case down, up, first, last
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfDown = "half-page-down"
  case halfUp = "half-page-up"
  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case readOn = "read-on"
  case nextUnread = "next-unread"
  case enter, back
  case follow = "follow-citation"
  case historyBack = "history-back"
  case historyForward = "history-forward"
  case otherSide = "other-side"
  case stories, questions, sources, queries, feeds, notes, tags
  case search, limit
  case searchAll = "search-all"
  case keepQuery = "keep-query"
  case forgetQuery = "forget-query"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case toggleFold = "toggle-fold"
  case openFold = "open-fold"
  case closeFold = "close-fold"
  case openAllFolds = "open-all-folds"
  case closeAllFolds = "close-all-folds"
  case nextQuestion = "next-question"
  case previousQuestion = "previous-question"
  case nextStory = "next-story"
  case previousStory = "previous-story"
  case nextCitation = "next-citation"
  case previousCitation = "previous-citation"
  case hint, browse, copy
  case sectionSources = "section-sources"
  case note
  case editNote = "edit-note"
  case related
  case olderVersion = "older-version"
  case newerVersion = "newer-version"
  case toggleUnread = "toggle-unread"
  case toggleStar = "toggle-star"
  case tag, select
  case selectAll = "select-all"
  case markAllRead = "mark-all-read"
  case headline, date
  case remove, undo, redo, sort, add
  case refresh
  case refreshFeed = "refresh-feed"
  case followFeed = "follow"
  case unfollow, offline
  case fullText = "full-text"
  case pipe, write, export
  case help, prompt, redraw, suspend, leave, quit
}

/// What there is to know about one command: the single source of bindings, hints, help and documents.
struct CommandEntry: Hashable, Sendable {
  /// What kind of thing a command does; the chapters of the help.
  enum Group: String, Hashable, Sendable, CaseIterable {
    case moving = "Moving"
    case going = "Going places"
    case finding = "Finding"
    case story = "In a story"
    case marking = "Marking"
    case fetching = "Feeds and pages"
    case outside = "Out of the reader"
    case program = "Courant itself"
  }

  /// The keys that a command has in one scope, the one to show first.
  struct Binding: Hashable, Sendable {
    var scope: Scope
    var keys: [KeySequence]
  }

  var command: Command
  /// One sentence, for the help and the documents.
  var summary: String
  var group: Group
  var bindings: [Binding]
  /// What may stand behind its name; nil for a command that takes nothing.
  var argument: Argument?

  init(
    _ command: Command, _ group: Group, _ summary: String, _ keys: KeyValuePairs<Scope, String>,
    takes argument: Argument? = nil
  ) {
    self.command = command
    self.group = group
    self.summary = summary
    self.argument = argument
    bindings = keys.map { scope, keys in
      Binding(scope: scope, keys: keys.split(separator: " ").map { KeySequence(notation: String($0)) })
    }
  }
}

extension CommandEntry {
  /// How it is given by its name: `limit QUERY`.
  var usage: String { command.rawValue + (argument.map { " \($0.label)" } ?? "") }
}

/// Where a key means a command. The same key may mean one thing in a story and another in the index.
enum Scope: String, Hashable, Sendable, CaseIterable {
  case everywhere
  /// Stories, questions, sources, queries and feeds: the five lists at the root.
  case tabs
  case index, questions, sources, queries, feeds, choices, citing, search, story, related, source, notes, tags, help
  /// While a search is on.
  case matches

  /// How settings name the place.
  var name: String { self == .tabs ? label : rawValue }

  /// How the help and the documents name the place.
  var label: String {
    switch self {
    case .everywhere: "everywhere"
    case .tabs: "lists"
    case .index: "index"
    case .questions: "questions"
    case .sources: "sources"
    case .queries: "queries"
    case .feeds: "feeds"
    case .choices: "a choice of feeds"
    case .citing: "who cites a page"
    case .search: "search"
    case .story: "story"
    case .related: "related stories"
    case .source: "source"
    case .notes: "notes"
    case .tags: "tags"
    case .help: "help"
    case .matches: "while searching"
    }
  }
}

/// One offer of the hint line: the key comes from the keymap, the word from the screen.
struct Hint: Hashable, Sendable {
  var command: Command
  var word: String

  init(_ command: Command, _ word: String) {
    self.command = command
    self.word = word
  }
}

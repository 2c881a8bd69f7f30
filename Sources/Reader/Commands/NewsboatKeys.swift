/// What fingers that know newsboat press, and what comes of it with the preset, for the page of keys.
///
/// What newsboat does is from its table of operations, `doc/keycmds.dsv`, of version 2.42, and from what it binds besides in
/// an article.
enum NewsboatKeys {
  struct Line: Sendable {
    var keys: String
    /// The name of the operation, and what is to be known of it.
    var there: String
    var here: Command
    /// Where the key means that.
    var scopes: [Scope]
    /// What is not as it is there; empty where nothing is.
    var difference = ""
  }

  static let lines: [Line] = [
    .init(keys: "<enter>", there: "open", here: .enter, scopes: [.index]),
    .init(
      keys: "n", there: "next-unread", here: .nextUnread, scopes: [.index, .story],
      difference: "opens it, from the list too"),
    .init(
      keys: "p", there: "prev-unread", here: .previousStory, scopes: [.story],
      difference: "the story before, read or not"),
    .init(keys: "J", there: "next", here: .nextStory, scopes: [.story], difference: "in a list, the row below"),
    .init(keys: "K", there: "prev", here: .previousStory, scopes: [.story], difference: "in a list, the row above"),
    .init(keys: "j", there: "next-feed", here: .down, scopes: [.index], difference: "the row below"),
    .init(keys: "k", there: "prev-feed", here: .up, scopes: [.index], difference: "the row above"),
    .init(
      keys: "A", there: "mark-feed-read", here: .markAllRead, scopes: [.index, .feeds],
      difference: "of a list, all stories that it shows; `U` takes it back"),
    .init(keys: "R", there: "reload-all", here: .refresh, scopes: [.feeds, .index, .story]),
    .init(keys: "r", there: "reload", here: .refreshFeed, scopes: [.feeds]),
    .init(
      keys: "E", there: "edit-urls", here: .followFeed, scopes: [.tabs],
      difference: "asks for the address of one; `D` in the list of feeds unfollows"),
    .init(keys: "N", there: "toggle-article-read", here: .toggleUnread, scopes: [.index, .story]),
    .init(
      keys: "D", there: "delete-article", here: .remove, scopes: [.index, .story],
      difference: "gone from sight at once; `U` takes it back, `courant purge` forgets it"),
    .init(
      keys: "s", there: "save", here: .write, scopes: [.index, .story],
      difference: "Markdown or JSON too, by the name; `*` stars"),
    .init(keys: "|", there: "pipe-to", here: .pipe, scopes: [.index, .story]),
    .init(
      keys: "o", there: "open-in-browser", here: .browse, scopes: [.index, .story],
      difference: "in a story: the citation on the line, else the story's own page; a bare host only when pressed twice"
    ),
    .init(
      keys: "e", there: "enqueue, of podcasts", here: .editNote, scopes: [.story],
      difference: "there are no podcasts; the note in your editor"),
    .init(
      keys: "u", there: "show-urls", here: .sectionSources, scopes: [.story], difference: "those of the section"),
    .init(keys: "#", there: "goto-url", here: .hint, scopes: [.story], difference: "by letters beside the citations"),
    .init(
      keys: "/", there: "open-search", here: .search, scopes: [.index, .story],
      difference: "in a story, in its words"),
    .init(keys: "F", there: "set-filter", here: .limit, scopes: [.index], difference: "a query; `Esc` lifts it"),
    .init(
      keys: "^f", there: "clear-filter", here: .pageDown, scopes: [.index], difference: "a page on; `Esc` lifts a limit"
    ),
    .init(
      keys: "l", there: "toggle-show-read-feeds", here: .enter, scopes: [.index],
      difference: "opens; `F` with `is:unread` shows the unread alone"),
    .init(keys: "t", there: "set-tag, of feeds", here: .tag, scopes: [.index, .story], difference: "tags the story"),
    .init(keys: "g", there: "sort, asking how", here: .sort, scopes: [.index], difference: "the next order each time"),
    .init(
      keys: "<space>", there: "pagedown, in an article", here: .readOn, scopes: [.story],
      difference: "opens answers as they come, and at the end the next unread story"),
    .init(keys: "b", there: "pageup, in an article", here: .pageUp, scopes: [.story]),
  ]

  /// The chapter of the page of keys.
  static var chapter: String {
    let head = ["| key | in newsboat | here | what differs |", "|---|---|---|---|"]
    let rows = lines.map { line in
      let label = KeysDocument.code(KeySequence(notation: line.keys).label)
      return "| \(label) | \(line.there) | `\(line.here.rawValue)` | \(line.difference) |"
    }
    return (["### Beside newsboat's own", ""] + head + rows + [""]).joined(separator: "\n")
  }
}

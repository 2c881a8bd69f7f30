import Briefing
import Canvas

/// A line that the user types at the foot.
struct Prompt: Hashable, Sendable {
  /// What the line is for.
  enum Kind: Hashable, Sendable, CaseIterable {
    case search, limit, tags, name, note, headline, date, add, feed, command, pipe, write, export

    /// What stands before the line.
    var label: String {
      switch self {
      case .search: "/"
      case .limit: "limit to: "
      case .tags: "tag: "
      case .name: "keep as: "
      case .note: "note: "
      case .headline: "headline: "
      case .date: "date: "
      case .add: "add: "
      case .feed: "follow: "
      case .command: ":"
      case .pipe: "| "
      case .write: "write to: "
      case .export: "export to: "
      }
    }

    /// The command whose prompt it is.
    var command: Command {
      switch self {
      case .search: .search
      case .limit: .limit
      case .tags: .tag
      case .name: .keepQuery
      case .note: .note
      case .headline: .headline
      case .date: .date
      case .add: .add
      case .feed: .followFeed
      case .command: .prompt
      case .pipe: .pipe
      case .write: .write
      case .export: .export
      }
    }

    /// The prompt that a command opens; nil for a command that needs no line.
    init?(of command: Command) {
      guard let kind = Self.allCases.first(where: { $0.command == command }) else { return nil }
      self = kind
    }

    /// What the line is taken for; nil where nothing can be offered for it.
    var argument: Argument? { CommandTable.entry(for: command)?.argument }

    /// Words that are looked for while they are typed are no query.
    fileprivate func isOffering(on screen: Screen) -> Bool {
      if self == .search, screen.content.searchStyle == .asTyped { return false }
      if case .text? = argument { return false }
      return argument != nil
    }
  }

  /// How a screen lets a prompt open.
  enum Opening: Hashable, Sendable {
    /// With this text to go on from, a sentence on what there is already, and what stands before the line instead of
    /// the usual.
    case line(String, about: String = "", label: String? = nil)
    /// With this text, in whose place comes what is typed first.
    case suggestion(String, about: String)
    case refused(String)
  }

  let kind: Kind
  /// What stands before the line.
  let label: String
  /// What stands above the line.
  let about: String
  var line = LineEditor()
  /// The screen as it was when the prompt opened, to be put back when the prompt is called off.
  var before: Screen
  /// How far back in the earlier lines the user is; 0 is the line being typed.
  private var depth = 0
  private var draft = ""
  /// Whether the line is only suggested: what is typed first takes its place, and any other edit makes it the user's own.
  var isSuggested = false
  /// What is offered while one goes through it; nil once something is typed.
  var menu: Offers?
  /// What is known of what can be offered.
  var known = KnownOffers()
  /// Whether the word is to be completed as soon as it is known with what, because Tab was pressed before that.
  var isCompletionDue = false
  /// Whether something may be offered under the line.
  let isOffering: Bool
  /// Whether the language of queries is shown in the place of the screen.
  var isExplaining = false

  init(_ kind: Kind, before: Screen, text: String = "", about: String = "", label: String? = nil) {
    self.kind = kind
    self.label = label ?? kind.label
    self.about = about
    self.before = before
    line = LineEditor(text)
    isOffering = kind.isOffering(on: before)
  }

  /// Puts text at the cursor.
  mutating func insert(_ text: String) {
    if isSuggested { line = LineEditor() }
    isSuggested = false
    line.insert(text)
    menu = nil
  }

  /// Sets what stands before the cursor.
  mutating func replace(with text: String) {
    line.replaceTextBeforeCursor(with: text)
    menu = nil
  }

  /// Shows an earlier line; `lines` holds the newest last.
  mutating func goBack(in lines: [String]) {
    guard depth < lines.count else { return }
    if depth == 0 { draft = line.text }
    depth += 1
    line = LineEditor(lines[lines.count - depth])
  }

  /// Shows a later line, at last the one that was being typed.
  mutating func goForward(in lines: [String]) {
    guard depth > 0 else { return }
    depth -= 1
    line = LineEditor(depth == 0 ? draft : lines[lines.count - depth])
  }
}

extension State {
  /// Opens a prompt at the foot.
  mutating func open(_ kind: Prompt.Kind) -> [Effect] {
    takenName = nil
    switch opening(of: kind) {
    case .refused(let sentence): return say(sentence)
    case .line(let text, let about, let label):
      prompt = Prompt(kind, before: history.current, text: text, about: about, label: label)
    case .suggestion(let text, let about):
      prompt = Prompt(kind, before: history.current, text: text, about: about)
      prompt?.isSuggested = true
    }
    return askForOffers()
  }

  func opening(of kind: Prompt.Kind) -> Prompt.Opening {
    history.current.content.opening(of: kind, in: frame(at: history.position))
  }

  /// Edits the line of the prompt.
  mutating func edit(with key: Key) -> [Effect] {
    if explain(at: key) { return [] }
    guard let edit = Keymap.edit(for: key), let prompt else { return [] }
    if edit != .complete, edit != .completeBack { self.prompt?.menu = nil }
    self.prompt?.isCompletionDue = false
    self.prompt?.isSuggested = false
    switch edit {
    case .accept: return accept(prompt)
    case .cancel: return cancel(prompt)
    case .deleteBackward where prompt.line.isEmpty: return cancel(prompt)
    case .complete: return complete(forward: true)
    case .completeBack: return complete(forward: false)
    case .earlier: self.prompt?.goBack(in: earlierLines[prompt.kind] ?? [])
    case .later: self.prompt?.goForward(in: earlierLines[prompt.kind] ?? [])
    case .insert(let scalar) where prompt.isSuggested: self.prompt?.line = LineEditor(String(scalar))
    default: self.prompt?.line.apply(edit)
    }
    return self.prompt?.line.text == prompt.line.text ? askForOffers() : textChanged()
  }

  mutating func textChanged() -> [Effect] {
    guard let prompt, prompt.kind == .search, history.current.content.searchStyle == .asTyped else {
      return askForOffers()
    }
    return tellCurrent { $0.search(for: prompt.line.text, in: $1) }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    self.prompt = nil
    guard prompt.kind == .search, prompt.before.content.searchStyle == .asTyped else { return [] }
    history.current = prompt.before
    return tellCurrent { $0.resized(to: $1) }
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    self.prompt = nil
    return enter(prompt.line.text, for: prompt.kind)
  }

  /// Takes a line as if it had been typed into a prompt.
  mutating func enter(_ text: String, for kind: Prompt.Kind) -> [Effect] {
    remember(text, for: kind)
    switch kind {
    case .search: return accept(search: text)
    case .command: return text.isEmpty ? [] : perform(named: text)
    case .add: return add(path: text)
    case .feed: return text.isEmpty ? say("nothing is followed without an address") : follow(text)
    case .pipe: return pipe(to: text)
    case .write: return write(to: text)
    case .export: return export(to: text)
    case .headline, .date: return edit(kind, to: text)
    default: return tellCurrent { $0.entered(text, for: kind, in: $1) }
    }
  }

  private mutating func accept(search words: String) -> [Effect] {
    if history.current.story != nil, history.previous?.search != nil {
      history[history.position - 1].search?.isWalked = words.isEmpty
    }
    return tellCurrent { $0.search(for: words, in: $1) }
  }

  private mutating func remember(_ text: String, for kind: Prompt.Kind) {
    guard !text.isEmpty else { return }
    var lines = earlierLines[kind, default: []]
    lines.removeAll { $0 == text }
    earlierLines[kind] = Array((lines + [text]).suffix(Self.mostLines))
  }

  private static let mostLines = 50
}

public import Briefing
import Canvas

/// What was found in a text that was pasted.
public struct Findings: Hashable, Sendable {
  /// The headlines of the first stories, as they are to be shown.
  public var headlines: [String]
  /// How many stories there are, one at least.
  public var stories: Int
  /// How many of them are there already, as they are.
  public var known = 0
  /// How many are a newer version of one that is there, and the headline of that, where it is one story.
  public var versions = 0
  public var existing: String?
  /// How many the user removed, which stay away.
  public var removed = 0

  public init(headlines: [String], stories: Int) {
    (self.headlines, self.stories) = (headlines, stories)
  }
}

/// What became of what was to be added.
public struct AddedStories: Hashable, Sendable {
  /// The stories that are in the catalog now, first that which the reader goes to.
  public var ids: [StoryID] = []
  public var new = 0
  /// How many were there already, as they are.
  public var known = 0
  /// How many are a newer version of one that was there.
  public var versions = 0
  /// How many the user had removed; they stay away.
  public var removed = 0
  /// Which of the newer versions lost more than a fifth of their words.
  public var shortened: [Shortening] = []
  /// How many could not be read, and why the first could not.
  public var failed = 0
  public var failure: String?

  public init() {}
}

/// Something that is being added from inside the reader.
enum Adding: Hashable, Sendable {
  /// A text that was pasted is being read; keys wait for what is in it.
  case examining
  /// The user is asked whether to add what was found.
  case asking(Findings)
  /// The user is asked what to do with an address that was pasted.
  case askingAddress(String)
  case underway
}

/// Adding from inside the reader: what is pasted after a question, and files and folders by their path.
///
/// Everything is read elsewhere, while the reader goes on. Texts are told apart by a number, so that the answer to one that
/// was called off is heard by nobody.
extension State {
  /// Takes in a text that was pasted: a line into the prompt, and anywhere else what may be stories.
  mutating func paste(_ text: String) -> [Effect] {
    if prompt != nil { return pasteIntoPrompt(text) }
    message = nil
    if let sentence = whyNothingIsAdded { return say(sentence) }
    if settings.canFetch, text.trimmed.isWebAddress {
      adding = .askingAddress(text.trimmed)
      return []
    }
    pasteNumber += 1
    adding = .examining
    return [.examine(text, number: pasteNumber)]
  }

  /// The first line that says anything is all that a prompt has room for.
  private mutating func pasteIntoPrompt(_ text: String) -> [Effect] {
    let lines = text.split { $0.isNewline }.filter { !$0.allSatisfy(\.isWhitespace) }
    guard let line = lines.first else { return [] }
    prompt?.insert(String(line))
    if lines.count > 1 { message = "the first of \(lines.count.grouped) lines; a prompt has room for no more" }
    return textChanged()
  }

  /// Adds a file or a folder, or the page at an address.
  mutating func add(path: String) -> [Effect] {
    guard !path.isEmpty else { return [] }
    if let sentence = whyNothingIsAdded { return say(sentence) }
    if path.isWebAddress { return addPage(path) }
    adding = .underway
    return [.add(path: path)]
  }

  private var whyNothingIsAdded: String? {
    if isPassing { return "these stories are only being read; courant alone is where one adds" }
    return adding == .underway ? "stories are still being added; when they are in, more can be" : nil
  }

  /// The text of this number was read.
  mutating func take(_ findings: Findings?, number: Int, because reason: String) -> [Effect] {
    guard adding == .examining, number == pasteNumber else { return [] }
    adding = findings.map { .asking($0) }
    return (findings == nil ? say(reason) : []) + releaseHeldKeys()
  }

  /// Answers the question whether to add: nothing else is done until it is.
  mutating func answer(with key: Key) -> [Effect] {
    if case .askingAddress(let address) = adding, let effects = answer(with: key, on: address) { return effects }
    if key == .enter, case .asking = adding {
      adding = .underway
      return [.addExamined(number: pasteNumber)]
    }
    switch keymap.meaning(of: [key], after: nil, in: [.everywhere]) {
    case .command(.back), .command(.leave):
      let wasExamined = if case .asking = adding { true } else { false }
      adding = nil
      return say(wasExamined ? "nothing was added" : "left alone") + (wasExamined ? [.forgetExamined] : [])
    case .command(.quit): return [.quit]
    case .command(.redraw): return [.redraw]
    case .command(.suspend): return [.suspend]
    default: return []
    }
  }

  /// What the letters do that answer what to do with an address; nil for any other key.
  private mutating func answer(with key: Key, on address: String) -> [Effect]? {
    guard let answer = Keymap.answer(onAddress: key) else { return nil }
    adding = nil
    return switch answer {
    case .follow: follow(address)
    case .add: addPage(address)
    }
  }

  /// What is asked at the foot; nil while nothing is.
  var question: String? {
    switch adding {
    case .asking(let findings): findings.sentence(columns: size.columns - 2)
    case .askingAddress(let address):
      "\(Wrap.cut(Gate.text(of: address), columns: Self.widestAddress)) · f follows it · a adds the page · Esc neither"
    case .examining, .underway, nil: nil
    }
  }

  private static let widestAddress = 60

  /// Shows what was added.
  mutating func show(_ added: AddedStories) -> [Effect] {
    (adding, progress) = (nil, nil)
    fetches.removeAll { $0.purpose == .story }
    _ = say(added.sentence(undo: keymap.label(for: .undo, in: scopes)))
    guard !added.ids.isEmpty else { return [] }
    let effects = lookAgain()
    return effects + changeIndex { $0.added(added, in: $1) }
  }

  /// Nothing could be added.
  mutating func refuseAdding(because sentence: String) -> [Effect] {
    (adding, progress) = (nil, nil)
    fetches.removeAll { $0.purpose == .story }
    return say(sentence)
  }
}

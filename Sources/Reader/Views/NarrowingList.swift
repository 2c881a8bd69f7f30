import Briefing

/// The rows of a list that typing narrows, and the lines that show them.
struct NarrowedItems<Item: Hashable & Sendable, Line: Hashable & Sendable>: Hashable, Sendable {
  /// All rows that are known.
  fileprivate(set) var all: [Item] = []
  /// Those that are shown.
  fileprivate(set) var shown: [Item] = []
  fileprivate(set) var lines: [Line] = []
  /// What the list is narrowed to.
  fileprivate(set) var words = ""
  /// Whether the first answer has come.
  fileprivate(set) var isLoaded = false
  /// Whether there are no rows after these.
  fileprivate(set) var isComplete = false
  /// How many rows are asked for.
  fileprivate var limit = Self.part
  var scroll = Scroll()

  /// How many rows are asked for at first, and at most: no one scrolls further.
  fileprivate static var part: Int { 100 }
  private static var most: Int { 1_600 }

  /// Raises the limit where there are more rows and the cursor is near the end of those that are there; else false.
  fileprivate mutating func wantsMore() -> Bool {
    guard isLoaded, !isComplete, limit < Self.most, scroll.cursor + Self.part / 2 >= lines.count else { return false }
    limit *= 2
    return true
  }
}

/// A list that typing narrows. It says what to ask the catalog for, which rows an answer holds, and which lines show
/// them; asking, narrowing and keeping the cursor on its row are the same for all.
protocol NarrowingList: ListScreen {
  associatedtype Item: Hashable & Sendable

  var items: NarrowedItems<Item, Line> { get set }

  /// Whether words are looked for in the rows that are known; else the catalog does that, and gives rows in parts.
  static var isNarrowedHere: Bool { get }

  /// What to ask the catalog; nil for a list whose rows are there from the start.
  func request(matching words: String, limit: Int) -> Request?

  /// The rows that an answer holds; nil for another kind of answer.
  func items(in answer: Answer) -> [Item]?

  /// In what of a row words are looked for, where that is done here.
  func texts(of item: Item) -> [String]

  func lines(of items: [Item]) -> [Line]

  /// Whether both lines stand for the same, though it may have changed: the cursor stays on it.
  func isSame(_ line: Line, _ other: Line) -> Bool

  /// Does what is no move.
  mutating func act(_ command: Command, in frame: Frame) -> [Step]

  /// Other lines may have come into view.
  mutating func viewChanged(in frame: Frame) -> [Step]
}

extension NarrowingList {
  static var isNarrowedHere: Bool { false }
  func texts(of item: Item) -> [String] { [] }
  func isSame(_ line: Line, _ other: Line) -> Bool { line == other }
  mutating func viewChanged(in frame: Frame) -> [Step] { items.wantsMore() ? ask() : [] }

  var lines: [Line] { items.lines }
  var words: String { items.words }
  var scroll: Scroll {
    get { items.scroll }
    set { items.scroll = newValue }
  }

  /// Asks for the rows anew; those that are shown stay until they come.
  func ask() -> [Step] { request.map { [.effect(.ask($0))] } ?? [] }

  private var request: Request? { request(matching: Self.isNarrowedHere ? "" : words, limit: items.limit) }

  /// Takes in all rows there are now.
  mutating func hold(_ all: [Item]) {
    items.all = all
    let pattern = Self.isNarrowedHere ? TextPattern(words) : nil
    items.shown = all.filter { item in
      pattern.map { pattern in texts(of: item).contains { pattern.firstMatch(in: $0) != nil } } ?? true
    }
    items.lines = lines(of: items.shown)
  }

  /// Takes in all rows there are now; the cursor stays on its row if that is among them, else where it stands.
  mutating func show(_ all: [Item], in frame: Frame) {
    let before = currentLine
    hold(all)
    let line = before.flatMap { before in lines.firstIndex { isSame($0, before) } }
    go(to: line ?? min(scroll.cursor, max(0, lines.count - 1)), in: frame)
  }

  /// Shows the rows of an answer; false for an answer to another question.
  mutating func show(_ answer: Answer, to request: Request, in frame: Frame) -> Bool {
    guard request == self.request, let all = items(in: answer) else { return false }
    (items.isLoaded, items.isComplete) = (true, Self.isNarrowedHere || all.count < items.limit)
    show(all, in: frame)
    return true
  }

  mutating func narrow(to words: String, in frame: Frame) -> [Step] {
    items.words = words
    guard !Self.isNarrowedHere else {
      show(items.all, in: frame)
      return viewChanged(in: frame)
    }
    (items.limit, items.scroll) = (NarrowedItems<Item, Line>.part, Scroll())
    return ask()
  }
}

/// What each of these lists does, unless it says otherwise.
extension NarrowingList {
  mutating func appeared(in frame: Frame) -> [Step] { ask() }

  mutating func resized(to frame: Frame) -> [Step] {
    fit(to: frame)
    return []
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    move(command, in: frame) ? viewChanged(in: frame) : act(command, in: frame)
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] { narrow(to: words, in: frame) }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    _ = show(answer, to: request, in: frame)
    return []
  }

  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] {
    items.isLoaded && progress.isDone ? ask() : []
  }
}

/// What the head and an empty list say of the rows.
extension NarrowingList where Self: RootList {
  var facts: [String] {
    guard items.isLoaded else { return [] }
    let number = items.shown.count
    let fact =
      items.isComplete ? counted(number, Self.tab.one, Self.tab.rawValue) : "at least \(number) \(Self.tab.rawValue)"
    return (words.isEmpty ? [] : ["“\(words)” \(fact)"]) + [fact, "\(number)\(items.isComplete ? "" : "+")"]
  }

  var emptySentence: String? { items.isLoaded ? Self.emptySentence(matching: words) : nil }
}

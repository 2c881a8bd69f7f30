import Briefing

/// The questions of all stories, grouped by wording that means the same, each with the stories that ask it.
///
/// Asked for from the first on, and for twice as many when the cursor comes near the end, up to what
/// anyone scrolls through; typing narrows all of them.
struct QuestionsState: Hashable, Sendable {
  /// How many questions are asked for at first.
  private static let part = 100
  private static let most = 1_600
  /// How many of the stories that ask a question are listed; who asks the most common ones, a search finds.
  private static let mostAskings = 50

  /// One line of the list.
  enum Line: Hashable, Sendable {
    case question(Int)
    case asking(question: Int, asking: Int)
    /// How many more stories ask it than are listed.
    case more(question: Int)
  }

  private(set) var questions: [Question] = []
  private(set) var lines: [Line] = []
  /// What the list is narrowed to.
  private(set) var words = ""
  /// Whether the first answer has come.
  private(set) var isLoaded = false
  /// Whether there are no questions after these.
  private(set) var isComplete = false
  private var limit = part
  var scroll = Scroll()

  func isStop(_ line: Int) -> Bool {
    if case .asking = lines[line] { true } else { false }
  }

  /// The story and question under the cursor.
  var current: Question.Asking? {
    guard lines.indices.contains(scroll.cursor) else { return nil }
    return asking(at: lines[scroll.cursor])
  }

  /// What to ask the catalog.
  var request: Request { .questions(matching: words, limit: limit, askings: Self.mostAskings) }

  /// Narrows the list.
  mutating func narrow(to words: String) {
    self.words = words
    limit = Self.part
    scroll = Scroll()
  }

  /// Raises the limit where the catalog gave as many as that, and the cursor is near the end of them; else false.
  mutating func wantsMore() -> Bool {
    guard questions.count >= limit, limit < Self.most, scroll.cursor + Self.part / 2 >= lines.count else {
      return false
    }
    limit *= 2
    return true
  }

  /// Shows other questions; the cursor stays on its story's question if that is among them.
  mutating func show(_ questions: [Question], rows: Int) {
    let before = current
    self.questions = questions
    isLoaded = true
    isComplete = questions.count < limit
    lines = questions.indices.flatMap(lines)
    let line = before.flatMap { before in lines.firstIndex { asking(at: $0) == before } }
    scroll.go(to: line ?? 0, lines: lines.count, rows: rows, isStop: isStop)
  }

  private func lines(of question: Int) -> [Line] {
    let askings = questions[question].askings.indices.map { Line.asking(question: question, asking: $0) }
    let isCut = questions[question].total > askings.count
    return [.question(question)] + askings + (isCut ? [.more(question: question)] : [])
  }

  private func asking(at line: Line) -> Question.Asking? {
    guard case .asking(let question, let asking) = line else { return nil }
    return questions[question].askings[asking]
  }
}

import Briefing

/// The questions of all stories, grouped by wording that means the same, each with the stories that ask it.
struct QuestionsState: Hashable, Sendable {
  /// One line of the list.
  enum Line: Hashable, Sendable {
    case question(Int)
    case asking(question: Int, asking: Int)
  }

  private(set) var questions: [Question] = []
  private(set) var lines: [Line] = []
  /// What the list is narrowed to.
  var words = ""
  /// Whether the first answer has come.
  private(set) var isLoaded = false
  var scroll = Scroll()

  func isStop(_ line: Int) -> Bool {
    if case .asking = lines[line] { true } else { false }
  }

  /// The story and question under the cursor.
  var current: Question.Asking? {
    guard lines.indices.contains(scroll.cursor) else { return nil }
    return asking(at: lines[scroll.cursor])
  }

  /// Shows other questions; the cursor stays on its story's question if that is among them.
  mutating func show(_ questions: [Question], rows: Int) {
    let before = current
    self.questions = questions
    isLoaded = true
    lines = questions.indices.flatMap { question in
      [.question(question)] + questions[question].askings.indices.map { .asking(question: question, asking: $0) }
    }
    let line = before.flatMap { before in lines.firstIndex { asking(at: $0) == before } }
    scroll.go(to: line ?? 0, lines: lines.count, rows: rows, isStop: isStop)
  }

  private func asking(at line: Line) -> Question.Asking? {
    guard case .asking(let question, let asking) = line else { return nil }
    return questions[question].askings[asking]
  }
}

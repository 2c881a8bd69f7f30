import Briefing
import Canvas

/// The questions of all stories, grouped by wording that means the same, each with the stories that ask it.
struct QuestionsState: RootList, NarrowingList {
  static let tab = Tabs.Tab.questions
  /// How many of the stories that ask a question are listed; who asks the most common ones, a search finds.
  private static let mostAskings = 50

  enum Line: Hashable, Sendable {
    case question(Question)
    case asking(Question.Asking)
    /// How many more stories ask the question than are listed.
    case more(Int)
  }

  var items = NarrowedItems<Question, Line>()

  var scopes: [Scope] { [.questions, .tabs] }
  var hints: [Hint] {
    [Hint(.enter, "open there"), Hint(.search, "narrow"), Hint(.copy, "copy"), Hint(.help, "help")]
  }

  func request(matching words: String, limit: Int) -> Request? {
    .questions(matching: words, limit: limit, askings: Self.mostAskings)
  }

  func items(in answer: Answer) -> [Question]? {
    if case .questions(let questions) = answer { questions } else { nil }
  }

  func lines(of items: [Question]) -> [Line] {
    items.flatMap { question in
      let more = question.total - question.askings.count
      return [.question(question)] + question.askings.map(Line.asking) + (more > 0 ? [.more(more)] : [])
    }
  }

  func isSelectable(_ line: Line) -> Bool {
    if case .asking = line { true } else { false }
  }

  /// The story and question under the cursor.
  var current: Question.Asking? {
    if case .asking(let asking)? = currentLine { asking } else { nil }
  }

  var previewed: Preview.Target? {
    current.map { Preview.Target(story: $0.story, place: Place(.heading(section: $0.section))) }
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let current else { return [] }
    return switch command {
    case .enter: [.go(.story(current.story, at: Place(.heading(section: current.section))))]
    case .copy: [.effect(.copy(current.wording))]
    case .browse: [.go(.ownPage(of: current.story))]
    default: []
    }
  }
}

extension QuestionsState {
  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let right = frame.columns - 1
    switch line {
    case .question(let question):
      let stories = question.stories > 1 ? "\(question.stories) stories" : ""
      let start = canvas.write(stories, endingAt: right, row, in: frame, after: right / 2, style: Style(.faint))
      canvas.write(question.wording, at: 2, row, in: frame, style: Style(.heading, bold: true), limit: start - 4)
    case .asking(let asking):
      let day = asking.date.dayLabel(in: frame)
      let start = canvas.write(day, endingAt: right, row, in: frame, after: right / 2, style: Style(.faint))
      canvas.write(asking.headline, at: 4, row, in: frame, limit: start - 6)
    case .more(let number):
      canvas.write("and \(number) more", at: 4, row, in: frame, style: Style(.faint), limit: right - 4)
    }
  }
}

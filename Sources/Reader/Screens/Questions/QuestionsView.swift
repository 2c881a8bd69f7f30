import Briefing
import Canvas

extension QuestionsState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    TabsHead.draw(.questions, facts: facts, on: &canvas, in: frame)
    if lines.isEmpty, isLoaded {
      TabsHead.drawEmpty("question", "questions", words: words, at: 2, on: &canvas, in: frame)
    }
    for (index, line) in lines.enumerated().dropFirst(scroll.top).prefix(frame.bodyRows) {
      draw(line, at: frame.headRows + index - scroll.top, on: &canvas, in: frame)
    }
    canvas.mark(scroll, below: frame.headRows, in: frame)
  }

  private var facts: [String] {
    isLoaded ? TabsHead.facts(questions.count, "question", "questions", words: words, isComplete: isComplete) : []
  }

  private func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let right = frame.columns - 1
    switch line {
    case .question(let index):
      let question = questions[index]
      let stories = question.total > 1 ? "\(question.total) stories" : ""
      let start = canvas.write(stories, endingAt: right, row, in: frame, after: right / 2, style: Style(.faint))
      canvas.write(question.wording, at: 2, row, in: frame, style: Style(.heading, bold: true), limit: start - 4)
    case .asking(let question, let index):
      let asking = questions[question].askings[index]
      let day = asking.date.dayLabel(in: frame)
      let start = canvas.write(day, endingAt: right, row, in: frame, after: right / 2, style: Style(.faint))
      canvas.write(asking.headline, at: 4, row, in: frame, limit: start - 6)
    case .more(let index):
      let more = questions[index].total - questions[index].askings.count
      canvas.write("and \(more) more", at: 4, row, in: frame, style: Style(.faint), limit: right - 4)
    }
  }
}

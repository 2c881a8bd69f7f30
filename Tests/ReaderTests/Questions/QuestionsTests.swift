import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct QuestionsTests {
  private let frame = Frame(rect: Rect(column: 0, row: 0, columns: 80, rows: 24))

  @Test("Very many questions are asked for a part at a time, and going on leaves the cursor where it stands")
  func parts() {
    var state = QuestionsState()
    let first = answer(to: state.appeared(in: frame), &state)
    #expect(first < 1_000)
    #expect(lines(of: state)[0].contains("at least \(first) questions"))
    #expect(state.perform(.down, number: nil, in: frame).isEmpty)
    for _ in 0..<20 where !state.items.isComplete {
      let steps = state.perform(.last, number: nil, in: frame)
      let before = state.current
      _ = answer(to: steps, &state)
      #expect(state.current == before)
    }
    #expect(state.items.shown.count == 1_000)
    #expect(lines(of: state)[0].contains("1000 questions"))
    #expect(state.perform(.last, number: nil, in: frame).isEmpty)
  }

  @Test("Of the very many stories that ask a question, the newest are listed and the others counted")
  func total() {
    var state = QuestionsState()
    _ = answer(to: state.appeared(in: frame), &state)
    #expect(lines(of: state).contains { $0.contains("Question 0?") && $0.contains("40 stories") })
    #expect(lines(of: state).contains { $0.contains("and 39 more") })
    state.go(to: 1, in: frame)
    _ = state.perform(.down, number: nil, in: frame)
    #expect(state.current?.wording == "Question 1?")
  }

  /// Answers what the steps ask, and gives how many questions that were.
  private func answer(to steps: [Step], _ state: inout QuestionsState) -> Int {
    guard case .effect(.ask(let request))? = steps.first, case .questions(_, let limit, _) = request else { return 0 }
    let questions = (0..<min(limit, 1_000)).map { number in
      Question(
        wording: "Question \(number)?",
        askings: [
          Question.Asking(
            story: StoryID("s\(number)"), headline: "Story \(number)", date: Moment(seconds: 0), section: 0,
            wording: "Question \(number)?")
        ], total: number == 0 ? 40 : nil)
    }
    _ = state.receive(.questions(questions), to: request, in: frame)
    return questions.count
  }

  private func lines(of state: QuestionsState) -> [String] {
    var canvas = Canvas(size: frame.rect.size)
    state.draw(on: &canvas, in: frame)
    return canvas.lines
  }
}

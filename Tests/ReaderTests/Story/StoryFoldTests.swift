import Briefing
import Canvas
import Testing

@testable import Reader

struct StoryFoldTests {
  @Test("A folded question says how many lines it hides and what they rest on")
  func foldSummary() {
    let bench = StoryBench(StorySamples.trains)
    #expect(bench.lines.contains { $0.contains("▸ What opens this summer?") && $0.hasSuffix(" 4 lines · [1] [3]") })
    #expect(bench.lines.contains { $0.contains("▸ What a border costs") && $0.hasSuffix(" 1 line · [1]") })
    #expect(!bench.lines.contains { $0.contains("Two lines south") })
  }

  @Test("Opening shows the whole answer where there is room, with the question still in view")
  func openNearTheFoot() {
    var bench = StoryBench(StorySamples.trains, rows: 20)
    bench.perform(.nextQuestion, .nextQuestion)
    bench.perform(.enter)
    #expect(bench.lines.contains { $0.contains("and none was built.") })
    #expect(bench.line.contains("Why did they stop in the first place?"))
  }

  @Test("Closing from within an answer leaves the cursor on its question")
  func close() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextQuestion, .openFold, .down, .down)
    #expect(bench.line.contains("nine in the evening"))
    bench.perform(.closeFold)
    #expect(bench.line.contains("▹ What opens this summer?"))
    #expect(bench.place == Place(.heading(section: 0)))
  }

  @Test("Folding one section leaves the cursor's row where it is on the screen")
  func rowStays() {
    var bench = StoryBench(StorySamples.trains, rows: 40)
    bench.perform(.nextQuestion, .nextQuestion)
    let row = bench.canvas.cursor?.row
    bench.perform(.toggleFold)
    #expect(bench.canvas.cursor?.row == row)
    bench.perform(.toggleFold)
    #expect(bench.canvas.cursor?.row == row)
  }

  @Test("Closing all from within an answer leaves the cursor on its question")
  func closeAll() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.openAllFolds, .nextQuestion, .nextQuestion, .down)
    bench.perform(.closeAllFolds)
    #expect(bench.place == Place(.heading(section: 1)))
    #expect(!bench.lines.contains { $0.contains("Cheap flights") })
  }

  @Test("A question is dimmed when it was read to its end and folded, and not before")
  func dimmed() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextQuestion)
    #expect(bench.styleOfLine("What opens").role == .heading)
    bench.perform(.enter)
    #expect(bench.styleOfLine("What opens").role == .heading)
    bench.perform(.enter)
    #expect(bench.styleOfLine("What opens").role == .faint)
    #expect(bench.styleOfLine("Why did they").role == .heading)
  }

  @Test("An answer that did not come into view to its end is not read")
  func notRead() {
    var bench = StoryBench(StorySamples.trains, rows: 9)
    bench.perform(.nextQuestion, .nextQuestion, .enter, .enter)
    #expect(bench.styleOfLine("Why did they").role == .faint)
    bench = StoryBench(StorySamples.trains, columns: 30, rows: 9)
    bench.perform(.nextQuestion, .nextQuestion, .enter, .enter)
    #expect(bench.styleOfLine("Why did they").role == .heading)
  }

  @Test("From question to question and back; within an answer, first to its own question")
  func questions() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextQuestion, .nextQuestion, .enter, .down, .previousQuestion)
    #expect(bench.place == Place(.heading(section: 1)))
    bench.perform(.previousQuestion)
    #expect(bench.place == Place(.heading(section: 0)))
    bench.perform(.previousQuestion)
    #expect(bench.steps == [.say("this is the first question")])
    bench.perform(.last, .previousQuestion)
    #expect(bench.place == Place(.heading(section: 4)))
  }

  @Test("Where there is none to go to, that is said", arguments: [Command.nextQuestion, .previousQuestion])
  func noQuestions(command: Command) {
    var bench = StoryBench(of: [Block(text: "Just words.")])
    bench.perform(command)
    #expect(bench.steps == [.say("this story has no headings")])
  }

  @Test("What was set aside can be opened and says why")
  func setAside() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.last)
    #expect(bench.line.hasSuffix("2 pieces"))
    bench.perform(.enter)
    #expect(bench.lines.last?.contains("Shared from Scout. (footer)") == true)
    bench.perform(.last)
    #expect(bench.lines.contains { $0.hasSuffix("tnership/)) (link residue)") })
    #expect(bench.line.contains("Shared from Scout. (footer)"))
  }
}

extension StoryBench {
  /// How the words of the row that holds some text look.
  func styleOfLine(_ text: String) -> Style {
    let canvas = canvas
    guard let row = canvas.lines.firstIndex(where: { $0.contains(text) }) else { return .plain }
    let column = canvas.lines[row].prefix { "› ▸▾".contains($0) }.count
    return canvas[column, row]?.style ?? .plain
  }
}

import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct StoryCitationTests {
  @Test("Tab goes from mark to mark, through the lede, the folded questions and the sources")
  func walk() {
    var bench = StoryBench(StorySamples.trains)
    var walked: [String] = []
    for _ in 0..<12 {
      bench.perform(.nextCitation)
      guard bench.steps.isEmpty else { break }
      walked.append(bench.chosenText)
    }
    #expect(
      walked == [
        "[1]", "[2]", "[1]", "[3]", "[2]", "[3]", "[1]", "[1]", "[1] rail.example.eu", "[2] gazette.example.org",
        "[3] nachtzug.example.de",
      ])
    #expect(bench.steps == [.say("no citation further on")])
    bench.perform(.previousCitation)
    #expect(bench.chosenText == "[2] gazette.example.org")
  }

  @Test("The terminal's cursor stands on the chosen mark, and its line is the cursor's")
  func cursor() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextQuestion, .enter, .nextCitation)
    let canvas = bench.canvas
    let cursor = canvas.cursor ?? Point(column: 0, row: 0)
    #expect(canvas[cursor.column, cursor.row]?.text == "[")
    #expect(canvas[0, cursor.row]?.text == "›")
  }

  @Test("Enter follows the chosen citation with its whole address; moving on lets go of it")
  func follow() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.last, .previousQuestion, .enter, .nextCitation, .enter)
    let url = "https://rail.example.eu/night/2026?lang=en#beds"
    let citation = StorySamples.trains.story.sections[4].blocks[0].citations[0]
    #expect(citation.url == url)
    #expect(bench.steps == [.go(.citation(citation))])
    bench.perform(.browse)
    #expect(bench.steps == [.open(url)])
    bench.perform(.copy)
    #expect(bench.steps == [.effect(.copy(url))])
    bench.perform(.down)
    #expect(bench.state.citations.chosen == nil)
  }

  @Test("A number follows that source; one too high says what the last is")
  func number() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.follow, number: 3)
    #expect(bench.steps == [.go(.citation(StorySamples.trains.story.sections[0].blocks[0].citations[1]))])
    bench.perform(.enter, number: 4)
    #expect(bench.steps == [.say("there is no [4]: the last is [3]")])
  }

  @Test("A host without an address opens its site")
  func browse() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextCitation, .browse)
    #expect(bench.steps == [.openSite(host: "rail.example.eu")])
  }

  @Test("Without a chosen citation, copying takes the words of the paragraph")
  func copy() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.down, .down, .copy)
    #expect(bench.steps == [.effect(.copy(StorySamples.trains.story.summary[1]))])
  }

  @Test("Letters beside the visible marks follow them; another letter calls them off")
  func hints() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.hint)
    #expect(bench.state.wantsLetters)
    #expect(bench.lines.contains { $0.contains("run the train. [a]") })
    #expect(bench.state.typed("s", in: bench.frame) == [.go(.citation(StorySamples.trains.story.lede[0].citations[1]))])
    #expect(!bench.state.wantsLetters)
    bench.perform(.hint)
    #expect(bench.state.typed("z", in: bench.frame) == [.say("no citation has the letters z")])
    #expect(!bench.state.wantsLetters)
  }

  @Test("More marks than letters get two letters each, all different")
  func manyHints() {
    let anchors = (0..<60).map { CitationAnchor.source($0) }
    let labels = anchors.compactMap { LetterHints(anchors).label(of: $0) }
    #expect(Set(labels).count == 60)
    #expect(labels.allSatisfy { $0.count == 2 })
  }

  @Test("What a question rests on: its sources, how often, and who else cites them")
  func sourcesPanel() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextQuestion, .sectionSources)
    #expect(
      bench.lines.contains { $0.contains("[1] rail.example.eu") && $0.hasSuffix("1 claim here · 3 other stories") })
    bench.perform(.down, .enter)
    #expect(bench.steps == [.go(.source(host: "nachtzug.example.de"))])
    #expect(bench.state.callOff(in: bench.frame) == [])
    #expect(bench.lines.contains { $0.contains("▸ What opens this summer?") })
    #expect(bench.state.callOff(in: bench.frame) == nil)
  }

  @Test("A story opened at a claim has its section open and the cursor on the claim's line")
  func openAtClaim() {
    let place = SourceSamples.claims[2].place
    let bench = StoryBench(StorySamples.trains, at: place)
    #expect(bench.line.contains("can keep one timetable. [1]"))
  }

  @Test("Story, third question, its citation, another claim of that source, and back to the very line")
  func wayThereAndBack() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> ] ] <enter> <tab>")
    let left = driver.canvas
    driver.press("<enter>")
    #expect(driver.canvas.lines[0].contains("wire.example.org"))
    #expect(driver.canvas.lines.contains { $0.hasPrefix("›   ‹ ") })
    driver.press("j j <enter>")
    let there = driver.canvas.lines.first ?? ""
    #expect(!there.contains("A model maker may now sell") && !there.contains("wire.example.org"))
    driver.press("h h")
    #expect(driver.canvas == left)
  }

  @Test("Digits and Enter, and a letter hint, follow a citation")
  func keysThatFollow() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> 2 <enter>")
    #expect(driver.canvas.lines[0].contains("wire.example.org"))
    driver.press("h f a")
    #expect(driver.canvas.lines[0].contains("blogs.example.com"))
  }

  @Test("In a story n goes to the next question, to the next match while a search is on, and back again")
  func nextByScope() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> n")
    #expect(driver.canvas.lines.contains { $0.hasPrefix("› ▸ What changed on paper?") })
    driver.press("/")
    driver.type("launch")
    driver.press("<enter> n")
    #expect(driver.canvas.lines.contains { $0.hasPrefix("›") && $0.contains("launch") })
    driver.press("h g n")
    #expect(driver.canvas.lines.contains { $0.hasPrefix("› ▹ What changed on paper?") || $0.hasPrefix("› ▸ What") })
    driver.press("h")
    #expect(driver.canvas.lines[0].contains("Stories"))
  }

  @Test("Back from a story goes to its line of the list, and forward to the very line of the story")
  func historyKeepsTheLine() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> ] ] <enter> j")
    let left = driver.canvas
    driver.press("H L")
    #expect(driver.canvas == left)
  }
}

extension StoryBench {
  /// The reversed cells in a row: the mark that is chosen.
  var chosenText: String {
    let canvas = canvas
    let cells = (0..<canvas.size.rows).flatMap { Array(canvas.row($0)) }
    return cells.filter { $0.style.isReversed }.map(\.text).joined()
  }
}

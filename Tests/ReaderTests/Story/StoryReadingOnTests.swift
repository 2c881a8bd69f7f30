import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Space, from the headline to the last word and into the next unread story.
struct StoryReadingOnTests {
  /// A story of questions whose answers have so many words each.
  private func story(answers: [Int], lede: Int = 20) -> StoryDetail {
    let sections = answers.enumerated().map { number, words in
      Section(heading: "What of number \(number)?", blocks: [Block(text: Self.words(number, words))])
    }
    let story = Story(headline: "The count", lede: [Block(text: Self.words(99, lede))], sections: sections)
    let row = Row(
      id: StoryID("c0nt"), headline: "The count", date: Moment(seconds: 0), questions: answers.count, sources: 0)
    return StoryDetail(row: row, story: story)
  }

  /// Words of which none occurs twice.
  private static func words(_ seed: Int, _ count: Int) -> String {
    (0..<count).map { "w\(seed)x\($0)" }.joined(separator: " ")
  }

  /// The words of the story that are on the screen.
  private func words(of bench: StoryBench) -> Set<String> {
    Set(bench.lines.joined(separator: " ").split(separator: " ").map(String.init).filter { $0.contains("x") })
  }

  @Test("At the end, the sources below come up as far as what was just turned to stays")
  func sourcesAtTheEnd() {
    let citations = (1...4).map { Citation(place: 5 * $0 - 1, host: "site\($0).example", url: nil) }
    let answer = Block(text: Self.words(1, 60), citations: citations)
    let story = Story(
      headline: "The count", lede: [Block(text: Self.words(99, 110))],
      sections: [Section(heading: "What of it?", blocks: [answer])])
    let row = Row(id: StoryID("c0nt"), headline: "The count", date: Moment(seconds: 0), questions: 1, sources: 4)
    var bench = StoryBench(StoryDetail(row: row, story: story), rows: 22)
    let seen = wordsSeen(&bench)
    #expect(seen.count { $0.hasPrefix("w") } == 170)
    #expect(bench.lines.contains { $0.contains("site4.example") } && bench.lines.contains { $0.contains("w1x0") })
  }

  /// Every word that is on the screen at any time while Space alone is pressed, until the end is said.
  private func wordsSeen(_ bench: inout StoryBench) -> Set<String> {
    var seen = Set<String>()
    for _ in 0..<5_000 {
      seen.formUnion(words(of: bench))
      if bench.state.isAtEnd { break }
      bench.perform(.readOn)
    }
    return seen
  }

  @Test(
    "Space alone shows every word of a story, at any size",
    arguments: [(80, 22), (100, 28), (40, 10), (30, 5), (20, 3), (12, 2), (10, 1)])
  func everyWord(columns: Int, rows: Int) {
    for answers in [[], [5], [30, 30, 30, 30], [400, 3, 400], Array(repeating: 12, count: 40)] {
      let detail = story(answers: answers)
      var bench = StoryBench(detail, columns: columns, rows: rows)
      let seen = wordsSeen(&bench)
      #expect(bench.state.isAtEnd)
      let blocks = detail.story.lede + detail.story.sections.flatMap(\.blocks)
      let missed = blocks.flatMap { $0.text.split(separator: " ") }.filter { !seen.contains(String($0)) }
      #expect(missed.isEmpty, "\(columns)×\(rows), \(answers.count) answers")
    }
  }

  @Test("An answer that fits opens where its question stands, and the lines above stay")
  func opensInPlace() {
    var bench = StoryBench(story(answers: [30, 30, 30]))
    let row = bench.lines.firstIndex { $0.contains("number 0?") }
    bench.perform(.readOn)
    #expect(bench.lines.firstIndex { $0.contains("number 0?") } == row)
    #expect(bench.line == "› ▾ What of number 0?")
    #expect(bench.lines.contains { $0.contains("w0x29") })
  }

  @Test("An answer that does not fit has its question at the top, with two rows above it for the eye")
  func questionAtTheTop() {
    var bench = StoryBench(story(answers: [30, 400, 30], lede: 100))
    bench.perform(.readOn, .readOn)
    let head = bench.state.viewport.head.rows
    #expect(bench.line == "› ▾ What of number 1?")
    #expect(bench.lines[head + 2].contains("What of number 1?"))
  }

  @Test("A page of a long answer begins with the last two lines of the page before")
  func keptLines() {
    var bench = StoryBench(story(answers: [900]))
    bench.perform(.readOn)
    let before = bench.lines.filter { !$0.isEmpty }
    bench.perform(.readOn)
    let head = bench.state.viewport.head.rows
    #expect(Array(bench.lines[head..<head + 2]) == before.suffix(2))
  }

  @Test("In a story that is open already, Space is a page")
  func open() {
    var bench = StoryBench(story(answers: [200, 200, 200]))
    bench.perform(.openAllFolds)
    var seen = wordsSeen(&bench)
    #expect(seen.contains("w2x199") && seen.contains("w0x0"))
    seen = []
    #expect(bench.state.layout.outline.folds.isOpen(0))
  }

  @Test("What was read folds behind, and the way back shows it as the way there did")
  func back() {
    var bench = StoryBench(story(answers: [150, 150, 150, 150]))
    var there = words(of: bench)
    for _ in 0..<4 {
      bench.perform(.readOn)
      there.formUnion(words(of: bench))
    }
    #expect(!bench.state.layout.outline.folds.isOpen(0))
    var back = words(of: bench)
    for _ in 0..<4 {
      bench.perform(.pageUp)
      back.formUnion(words(of: bench))
    }
    #expect(there.subtracting(back).isEmpty)
  }

  @Test("A question that was closed again after it was read is passed over")
  func closedAgain() {
    var bench = StoryBench(story(answers: [30, 30]))
    bench.perform(.readOn, .toggleFold, .readOn)
    #expect(!bench.state.layout.outline.folds.isOpen(0))
    #expect(bench.state.layout.outline.folds.isOpen(1))
  }

  @Test("A story that was read opens its answers again when it is read once more")
  func again() {
    var detail = story(answers: [30, 30])
    detail.bookmark = Bookmark(place: Place(.headline), open: [], read: [0, 1])
    var bench = StoryBench(detail)
    bench.perform(.readOn)
    #expect(bench.lines.contains { $0.contains("w0x29") })
  }

  @Test("The byline says how many of the questions were read")
  func progress() {
    var bench = StoryBench(story(answers: [150, 150, 3]))
    #expect(bench.lines[1].hasSuffix("3 questions"))
    bench.perform(.readOn)
    #expect(bench.lines[1].hasSuffix("1 of 3 questions"))
  }

  @Test("Where folds are to be open, a story opens with all of its answers, also one that was left with them closed")
  func openFolds() {
    var settings = ReaderSettings()
    settings.folds = .open
    var driver = Driver(size: .usual, settings: settings)
    driver.press("<enter>")
    #expect(driver.shows("▾ What changed on paper?"))
    driver.press("zM h <enter>")
    #expect(driver.shows("▾ What changed on paper?") && !driver.shows("▸ What"))
  }

  @Test("At the last word the foot names the next unread story, and Space goes there")
  func next() {
    var driver = Driver(size: .usual)
    driver.press("<enter>")
    while !driver.foot.hasPrefix("end") { driver.press("<space>") }
    #expect(driver.foot == "end · Space for the next unread: Sleeper trains come back, one border at a…")
    driver.press("<space>")
    #expect(driver.shows("2 of 16") && driver.lines[0].contains("Sleeper trains"))
  }

  @Test("A window that shrinks at the end shows no end, and Space reads on")
  func shrunk() {
    var driver = Driver(size: .usual)
    driver.press("<enter>")
    while !driver.foot.hasPrefix("end") { driver.press("<space>") }
    driver.send(.resized(Size(columns: 40, rows: 12)))
    let head = driver.lines[0]
    let isEnd = driver.foot.contains("end")
    #expect(!isEnd)
    driver.press("<space>")
    #expect(driver.lines[0] == head)
    while !driver.foot.hasPrefix("end") { driver.press("<space>") }
    #expect(driver.lines[0] == head)
  }

  @Test("Any other key at the end is what it always is, and Space says the end once more")
  func notNext() {
    var driver = Driver(size: .usual)
    driver.press("<enter>")
    while !driver.foot.hasPrefix("end") { driver.press("<space>") }
    driver.press("k <space>")
    #expect(driver.foot.hasPrefix("end · Space") && driver.shows("1 of 16"))
  }

  @Test("Space alone reads all unread stories, also those above, and then says that nothing more is unread")
  func toTheLast() {
    var driver = Driver(size: .usual)
    driver.press("G <enter>")
    for _ in 0..<2_000 where !driver.foot.contains("nothing more is unread") { driver.press("<space>") }
    #expect(driver.foot == "end · nothing more is unread")
    driver.press("h")
    #expect(driver.shows("16 · 0 unread"))
  }

  @Test("The next unread story has a key everywhere; on an unread row of the index, it is that one")
  func nextUnreadKey() {
    var driver = Driver(size: .usual)
    driver.press("j j j .")
    #expect(driver.shows("14 of 16"))
    driver.press("h g .")
    #expect(driver.shows("1 of 16"))
    driver.press(".")
    #expect(driver.shows("2 of 16"))
  }

  @Test("Under a limit only what it finds is read on, its number and count staying right")
  func limited() {
    var driver = Driver(size: .usual)
    driver.press("\\")
    driver.type("is:unread")
    driver.press("<enter> <enter>")
    #expect(driver.shows("1 of 5"))
    driver.press("J")
    #expect(driver.shows("2 of 5"))
    driver.press("K")
    #expect(driver.shows("1 of 5"))
    driver.press("J J J h")
    #expect(driver.lines[0].contains("“is:unread” 5 · 1 unread"))
    driver.press("4 j <enter>")
    #expect(driver.lines[0].contains("1 · 1 unread"))
  }

  @Test("The next story and back again come to the very line that was left, below the story as well")
  func asLeft() {
    var driver = Driver(size: .usual)
    driver.press("<enter> G")
    let left = driver.canvas
    driver.press("J K")
    #expect(driver.canvas == left)
    driver.press("g ] zo j j")
    let line = driver.canvas
    driver.press("J K")
    #expect(driver.canvas == line)
  }
}

import Testing

@testable import courant

@Suite("Saying how far an add has come, and what came of it")
struct ProgressTests {
  private let half = ProgressText(doing: "reading", done: 50_000, total: 100_000, elapsed: .seconds(5))

  @Test func `the line has a bar, the count, the rate and the time left`() {
    #expect(
      half.line(columns: 100)
        == "reading  [###############...............]  50 000 of 100 000  10 000/s  5.0 s left")
  }

  @Test(arguments: 1...120)
  func `it fits any width`(columns: Int) {
    #expect(half.line(columns: columns).count <= columns)
  }

  @Test func `what matters least goes first where there is little room`() {
    #expect(half.line(columns: 44) == "reading  50 000 of 100 000  10 000/s")
    #expect(half.line(columns: 30) == "reading  50 000 of 100 000")
    #expect(half.line(columns: 10) == "reading")
  }

  @Test func `without a total there is neither bar nor time left`() {
    let text = ProgressText(doing: "reading", done: 3200, total: nil, elapsed: .seconds(1))
    #expect(text.line(columns: 80) == "reading  3 200  3 200/s")
  }

  @Test(arguments: [
    (Duration.milliseconds(14), "0.01 s"), (.milliseconds(7_740), "7.7 s"), (.seconds(42), "42 s"),
    (.seconds(125), "2 min 5 s"), (.seconds(4230), "1 h 10 min"),
  ])
  func `times are in words`(time: Duration, words: String) {
    #expect(time.inWords == words)
  }

  @Test func `a quick add is told in one line`() {
    var tally = AddSummary(new: 2, known: 1, failed: 3, readable: .milliseconds(20), searchable: .milliseconds(40))
    #expect(
      tally.sentences == [
        "2 stories are new, 1 was there already (readable after 0.02 s, searchable after 0.04 s); 3 could not be read"
      ])
    tally = AddSummary(failed: 1)
    #expect(tally.sentences == ["nothing was added; 1 could not be read"])
  }

  @Test func `a long one has its rates in a line of their own`() {
    let tally = AddSummary(new: 99_000, versions: 1000, readable: .seconds(8), searchable: .seconds(20))
    #expect(
      tally.sentences == [
        "99 000 stories are new, 1 000 are newer versions",
        "readable after 8.0 s, 12 500 stories a second; searchable after 20 s, 5 000 stories a second",
      ])
  }
}

import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// What the foot says while something is typed, and what signs mean.
struct TypingTests {
  @Test("While letters stand beside citations, the foot says what they are for")
  func letters() {
    var driver = Driver(size: .usual)
    driver.press("<enter> f")
    #expect(driver.foot == "letters follow a citation · Esc lets be")
    driver.press("<esc>")
    #expect(!driver.foot.contains("letters follow"))
  }

  @Test("While digits are typed, the foot says which citation they follow")
  func digits() {
    var driver = Driver(size: .usual)
    driver.press("<enter> 1 2")
    #expect(driver.foot.hasPrefix("follow citation 12 · Enter"))
    driver.press("<esc>")
    #expect(!driver.foot.contains("follow citation"))
  }

  @Test(
    "The help says what each sign means, in a line of its own behind the keys of the screen", arguments: Sign.allCases)
  func signs(sign: Sign) throws {
    var driver = Driver(size: Size(columns: 80, rows: 90))
    driver.press("?")
    let chapters = ["Here", "Signs", "Moving"].map { title in
      driver.lines.firstIndex { $0.trimming(" ") == title } ?? 0
    }
    try #require(chapters == chapters.sorted() && chapters[1] > 0)
    let legend = driver.lines[chapters[1]..<chapters[2]]
    let line = try #require(legend.first { $0.dropFirst(2).hasPrefix("\(sign.glyph)  ") })
    #expect(line.contains(sign.meaning))
  }

  @Test("What is cited twice on end is shown once, and walked once")
  func adjoining() {
    let words = "Snow fell. Rain."
    let block = Block(
      text: words,
      citations: [
        Citation(place: 10, host: "a.example"), Citation(place: 10, host: "a.example"),
        Citation(place: 16, host: "a.example"), Citation(place: 16, host: "b.example"),
        Citation(place: 16, host: "a.example"),
      ])
    let part = PartText(block, prefix: BlockPrefix())
    #expect(part.citations.indices.map(part.repeats) == [false, true, false, false, true])
    #expect(part.anchors.count == 3)
    var driver = Driver(size: .usual, catalog: FakeCatalog([Story(headline: "Weather", lede: [block])]))
    driver.press("<enter>")
    #expect(driver.shows("Snow fell. [1] Rain. [1] [2]") && !driver.shows("[1] [2] [1]"))
  }

  @Test("Pages of one host that are cited side by side are two")
  func pages() {
    let block = Block(
      text: "Snow.",
      citations: [
        Citation(place: 5, host: "a.example", url: "https://a.example/1"),
        Citation(place: 5, host: "a.example", url: "https://a.example/2"),
      ])
    #expect(PartText(block, prefix: BlockPrefix()).anchors.count == 2)
  }

  @Test("The whole row of the cursor stands out where the user wants it, and no cell of another row")
  func row() {
    var settings = ReaderSettings()
    settings.fillsCursorRow = true
    var driver = Driver(size: .usual, settings: settings)
    driver.press("j j")
    let row = driver.canvas.cursor?.row ?? 0
    for number in 0..<driver.lines.count {
      #expect(driver.canvas.row(number).allSatisfy { ($0.style.role == .cursor) == (number == row) })
    }
  }
}

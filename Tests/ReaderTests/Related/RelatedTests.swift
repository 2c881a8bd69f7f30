import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct RelatedTests {
  @Test("Related stories stand with their day and with what they have in common")
  func shown() {
    var driver = Driver(size: .usual)
    driver.press("<enter> r")
    #expect(driver.lines[0].contains("A model maker may now sell on every cloud"))
    #expect(driver.lines[0].hasSuffix("related stories"))
    let row = driver.lines.firstIndex { $0.contains("Sleeper trains come back") } ?? 0
    #expect(driver.lines[row].hasSuffix("27 Apr"))
    #expect(driver.lines[row + 1].contains("both ask: “The short of it”"))
    #expect(driver.lines[row + 2].contains("both rest on wire.example.org"))
  }

  @Test("Enter opens the story, back returns to the list, and again to the line that was left")
  func open() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] ]")
    let line = driver.cursorLine
    driver.press("r j")
    let related = driver.cursorLine
    driver.press("<enter>")
    #expect(related.contains(driver.lines[0].trimming(" ").prefix(20)))
    driver.press("h")
    #expect(driver.cursorLine == related)
    driver.press("h")
    #expect(driver.cursorLine == line)
  }

  @Test("A story that has nothing to do with any other says so at the foot, and stays")
  func none() {
    let lonely = Story(headline: "Alone", lede: [Block(text: "Nothing is cited.")])
    var driver = Driver(size: .usual, catalog: FakeCatalog([lonely, StorySamples.short.story]))
    driver.press("<enter> r")
    #expect(driver.foot == "no other story has anything to do with this one")
    #expect(driver.shows("Nothing is cited."))
  }

  @Test("The reasons name four things at most, and count the rest")
  func reasons() {
    let row = StorySamples.short.row
    let related = Related(row: row, sources: (1...6).map { "s\($0).example.org" }, words: ["Karsholm", "31 MW"])
    #expect(
      related.reasons == [
        "both rest on s1.example.org, s2.example.org, s3.example.org, s4.example.org and 2 more",
        "both speak of Karsholm, 31 MW",
      ])
    #expect(Related(row: row).reasons.isEmpty)
  }

  @Test("The list is narrowed to headlines and reasons that have the words; back shows all again")
  func narrow() {
    var driver = Driver(size: .usual)
    driver.press("<enter> r /")
    driver.type("short of it")
    driver.press("<enter>")
    #expect(driver.cursorLine.contains("Sleeper trains"))
    #expect(!driver.shows("The county that weighs its rubbish"))
    driver.press("h")
    #expect(driver.shows("The county that weighs its rubbish"))
    driver.press("/")
    driver.type("no such thing")
    #expect(driver.shows("No related story has “no such thing”."))
    driver.press("<enter> j k G g <enter> y s u")
    #expect(driver.canvas.cursor != nil)
  }

  @Test("Stars and read stories are marked, and can be set from the list")
  func marks() {
    var driver = Driver(size: .usual)
    driver.press("<enter> r")
    #expect(driver.cursorLine.hasPrefix("›*• Sleeper trains"))
    driver.press("s u")
    #expect(driver.cursorLine.hasPrefix("›   Sleeper trains"))
    driver.press("y")
    driver.expectEffects([.copy("Sleeper trains come back, one border at a time")])
  }

  @Test("A story is never in view without its reasons, where there is room for them", arguments: 4...30)
  func wholeInView(rows: Int) {
    var driver = Driver(size: Size(columns: 80, rows: rows))
    driver.press("<enter> r")
    for _ in 0..<8 {
      driver.press("j")
      let lines = driver.lines
      let row = driver.canvas.cursor?.row ?? 0
      #expect(lines[row].hasPrefix("›"))
      #expect(row + 1 < lines.count && lines[row + 1].contains("both "))
    }
  }
}

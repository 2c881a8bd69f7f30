import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

@Suite("The browser, from a list")
struct BrowsingTests {
  private let mill = Story(
    headline: "The mill turns again", lede: [Block(text: "The wheel moved.")],
    sections: [Section(heading: "Who paid?", blocks: [Block(text: "The town.")])], url: "https://miller.example/wheel")
  private let bridge = Story(
    headline: "A bridge is shut for good", lede: [Block(text: "The wheel moved below it.")],
    sections: [Section(heading: "What now?", blocks: [Block(text: "A ferry.")])])

  private func driver() -> Driver { Driver(size: .usual, catalog: FakeCatalog([mill, bridge])) }

  @Test(
    "Opens the story's own page, wherever the cursor stands on a story",
    arguments: ["", "2", "/ wheel <enter>", "N"])
  func ownPage(keys: String) throws {
    var catalog = FakeCatalog([mill, bridge])
    catalog.apply(.note(StoryID("s100"), section: 0, text: "Ask"))
    var driver = Driver(size: .usual, catalog: catalog)
    for key in keys.split(separator: " ") {
      if key == "wheel" { driver.type("wheel") } else { driver.press(String(key)) }
    }
    driver.press("o")
    driver.expectEffects([.open(try WebAddress("https://miller.example/wheel"))])
    #expect(driver.foot == "opening https://miller.example/wheel")
  }

  @Test("Says so where the story has no address, and leaves the list as it is")
  func none() {
    var driver = driver()
    driver.press("j")
    let lines = driver.lines.dropLast()
    driver.press("o")
    driver.expectEffects([])
    #expect(driver.foot == "“A bridge is shut for good” has no address of its own; its sources are in it")
    #expect(driver.lines.dropLast() == lines)
  }

  @Test("Is for one story at a time")
  func several() {
    var driver = driver()
    driver.press("v v o")
    driver.expectEffects([])
    #expect(driver.foot.contains("one story at a time"))
  }

  @Test("An address that may lead elsewhere is opened at the second key")
  func doubtful() throws {
    var story = mill
    story.url = "http://127.0.0.1/wheel"
    var driver = Driver(size: .usual, catalog: FakeCatalog([story]))
    driver.press("o")
    driver.expectEffects([])
    #expect(driver.foot.contains("o again opens it"))
    driver.press("o")
    driver.expectEffects([.open(try WebAddress("http://127.0.0.1/wheel"))])
  }

  @Test("Of a feed it opens the page that the feed is of")
  func feed() throws {
    var catalog = FakeCatalog([mill])
    catalog.feeds = Library.feeds
    catalog.feeds[0].site = "https://world.example/"
    var driver = Driver(size: .usual, catalog: catalog)
    driver.press("5 g o")
    driver.expectEffects([.open(try WebAddress("https://world.example/"))])
    driver.press("j o")
    #expect(driver.foot.hasSuffix("names no page that it is of"))
  }
}

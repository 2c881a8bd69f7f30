import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

@Suite("A long address among the words")
struct ShortenedAddressTests {
  private let url =
    "https://podcasts.example.com/shows/the-harbour-hour/episodes/2026-04-28?utm_source=feed&utm_medium=rss"

  private func driver(_ before: String, _ words: String, _ after: String, columns: Int = 80) -> Driver {
    let start = before.utf8.count
    let block = Block(
      text: before + words + after, spans: [Block.Span(start..<start + words.utf8.count, .link(url: url))],
      citations: [Citation(place: start + words.utf8.count, host: "podcasts.example.com", url: url)])
    var driver = Driver(
      size: Size(columns: columns, rows: 24), catalog: FakeCatalog([Story(headline: "Notes", lede: [block])]))
    driver.press("<enter>")
    return driver
  }

  @Test("Is shown by its host and the beginning of its path, on any screen", arguments: [30, 80, 140])
  func shown(columns: Int) {
    let driver = driver("Listen: ", url, " and more.", columns: columns)
    let text = driver.lines.joined().filter { $0 != " " }
    #expect(text.contains("Listen:https://podcasts.example.com/shows/the-h…andmore."))
    #expect(!text.contains("utm_medium"))
  }

  @Test("Is followed and copied as the whole that it is")
  func followed() throws {
    var driver = driver("Listen: ", url, "")
    driver.press("<tab> y")
    driver.expectEffects([.copy(url)])
    driver.press("o")
    driver.expectEffects([.open(try WebAddress(url))])
    driver = self.driver("Listen: ", url, "")
    driver.press("f")
    #expect(driver.shows("shows/the-h… [a]"))
  }

  @Test("Is shown whole where its end is searched for")
  func found() {
    var driver = driver("Listen: ", url, " and more.")
    driver.press("/")
    driver.type("utm_medium")
    driver.press("<enter>")
    #expect(driver.lines.joined().contains("utm_medium=rss"))
  }

  @Test("A short one, and words that are none, stay as they are")
  func whole() {
    #expect(driver("", "https://example.org/a/story", "").shows("https://example.org/a/story"))
    let words = "the whole of a conversation that went on and on until the morning"
    #expect(driver("", words, "").shows(words))
  }
}

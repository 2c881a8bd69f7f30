import Briefing
import Testing

@testable import Formats

/// Small versions of what is made to choke a reader: each is a story or a refusal, in time that grows with its length.
@Suite struct `Hostile input` {
  private func stories(_ text: String, named name: String? = nil) throws -> [StoryFile.Story] {
    let file = try StoryFile(Array(text.utf8), named: name.map { Array($0.utf8)[...] })
    return try (0..<file.count).map { try file.story($0) }
  }

  private func item(_ words: String, before: String = "") -> String {
    "<?xml version=\"1.0\"?>\(before)<rss version=\"2.0\"><channel><title>P</title><item><title>T</title><description>\(words)</description></item></channel></rss>"
  }

  @Test func `of entities that multiply is read without them`() throws {
    let levels = (1...9).map { level in
      "<!ENTITY l\(level) \"" + String(repeating: level == 1 ? "ha" : "&l\(level - 1);", count: 10) + "\">"
    }
    let text = item("A laugh: &l9;", before: "<!DOCTYPE rss [\(levels.joined())]>")
    #expect(try stories(text).map { $0.reading.story.lede.map(\.text) } == [["A laugh: &l9;"]])
  }

  @Test func `that asks for a file or an address gets neither`() throws {
    let type =
      "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://127.0.0.1/p\"> %p;]>"
    let text = item("Read &f; here.", before: type + "<?xml-stylesheet href=\"http://127.0.0.1/s\"?>")
    #expect(try stories(text).map { $0.reading.story.lede.map(\.text) } == [["Read &f; here."]])
  }

  @Test(arguments: ["div", "b", "ul><li", "blockquote", "table><tr><td", "a href=/x", "h2", "svg", "font"])
  func `nested ten thousand deep keeps its words`(element: String) throws {
    let page =
      "<!DOCTYPE html><title>N</title><body><p>At the top.</p>\(String(repeating: "<\(element)>", count: 10_000))Below."
    let reading = try #require(try stories(page).first).reading
    let words = reading.story.blocks.map(\.text) + reading.story.sections.map(\.heading) + reading.setAside.map(\.text)
    #expect(words.contains { $0.contains("Below.") })
  }

  @Test func `of a tag with fifty thousand attributes is read`() throws {
    let attributes = (0..<50_000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    let page = "<!DOCTYPE html><title>N</title><body><p \(attributes)>Words of it.</p>"
    #expect(try stories(page).first?.reading.story.lede.map(\.text) == ["Words of it."])
  }

  @Test(arguments: ["</item>", "</channel2>", "</rss2>", "<x>", "<item>", "<x xmlns:a=\"b\">", "<![CDATA["])
  func `that opens and closes without end takes linear time`(tag: String) throws {
    let text = item("Words.").replacing("</channel></rss>", with: "")
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let bytes = Array((text + String(repeating: "<y>", count: count) + String(repeating: tag, count: count)).utf8)
      return clock.measure { _ = FeedReader.read(bytes) }
    }
    #expect(time(4_000) < .seconds(2))
  }

  @Test func `cut at every byte is a story or a refusal`() {
    let samples = [
      item("&lt;p&gt;Ships &lt;b&gt;sail&lt;/b&gt;.&lt;/p&gt;"),
      "<!DOCTYPE html><title>T</title><body><h1>T</h1><p>Ships <a href='/a'>sail</a>.<ul><li>One<li>Two</ul><script>x</script>",
      "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"F\", \"items\": [{\"id\": \"1\", \"content_html\": \"<p>a\"}]}",
      "{\"clusters\": [{\"title\": \"T\", \"short_summary\": \"Ships [a.example#1].\", \"articles\": [{\"link\": \"https://a.example/1\"}]}]}",
      "<opml version=\"2.0\"><body><outline text=\"A\"><outline text=\"b\" xmlUrl=\"https://a.example/f\"/></outline></body></opml>",
    ]
    for sample in samples {
      let bytes = Array(sample.utf8)
      for end in bytes.indices { _ = try? StoryFile(Array(bytes[..<end])).story(0) }
    }
  }

  @Test(arguments: ["utf-16", "utf-7", "x-none", "shift_jis", "iso-8859-1", "\u{1B}", ""])
  func `whose charset is a lie is read as what it is`(charset: String) throws {
    let page = "<meta charset=\"\(charset)\"><title>T</title><body><p>Words as they are.</p>"
    #expect(try stories(page, named: "a.html").first?.reading.story.lede.map(\.text) == ["Words as they are."])
  }

  @Test func `in JSON that nests ten thousand deep is refused, and a feed or a day around it is read`() throws {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(throws: FormatError.self) { try stories("{\"headline\": \(deep)}", named: "a.json") }
    let feed =
      "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"F\", \"items\": [{\"id\": 1, \"x\": \(deep)}, {\"id\": 2, \"title\": \"Ships\"}]}"
    #expect(try stories(feed).map(\.reading.story.headline) == ["Ships"])
  }

  @Test func `of many marks in one text takes linear time`() throws {
    let marks = String(repeating: "[a.example#1] [", count: 40_000)
    let day = "{\"clusters\": [{\"title\": \"T\", \"short_summary\": \"Ships. \(marks)\"}]}"
    let time = ContinuousClock().measure { _ = try? stories(day) }
    #expect(time < .seconds(4))
  }
}

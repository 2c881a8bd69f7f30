import Briefing
import Formats
import Testing

@Suite("What a server sent")
struct FetchedTests {
  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Port Gazette</title><link href="/"/>
    <entry><id>tag:port,1</id><title>Cranes</title><link href="2026/cranes"/><content type="html">
    &lt;p&gt;Three cranes &lt;a href="more"&gt;fell&lt;/a&gt;.&lt;/p&gt;</content></entry></feed>
    """

  private func file(
    _ text: String, _ type: String? = nil, at address: String = "https://port.example/feed/all"
  ) throws -> FetchedFile {
    try FetchedFile(Array(text.utf8), type: type, address: address)
  }

  @Test("A feed says what it is called, and where it is from; its links start where it was found")
  func feed() throws {
    guard case .feed(let feed) = try file(Self.atom) else { throw Missing() }
    #expect(feed.title == "Port Gazette")
    #expect(feed.site == "https://port.example/")
    #expect(feed.count == 1)
    let (story, guid) = try feed.entry(0)
    #expect(guid == "tag:port,1")
    #expect(story.reading.story.url == "https://port.example/feed/2026/cranes")
    #expect(story.reading.story.lede.map(\.text) == ["Three cranes fell."])
  }

  @Test("A feed without entries is a feed")
  func empty() throws {
    guard case .feed(let feed) = try file("<rss><channel><title>Quiet</title></channel></rss>") else { throw Missing() }
    #expect(feed.count == 0)
    #expect(feed.title == "Quiet")
  }

  @Test("Entries without a name are known by their address, or by what they say")
  func names() throws {
    let text = """
      <rss><channel><ttl>90</ttl><item><title>One</title><link>https://a.example/1</link></item>
      <item><title>Two</title></item><item><title>Three</title></item></channel></rss>
      """
    guard case .feed(let feed) = try file(text) else { throw Missing() }
    let names = try (0..<feed.count).map { try feed.entry($0).guid }
    #expect(names[0] == "https://a.example/1")
    #expect(Set(names).count == 3)
    #expect(feed.interval == 90 * 60)
  }

  @Test("What HTTP says of the letters counts before what a page says, and a mark before both")
  func charset() throws {
    let page: [UInt8] =
      Array("<html><head><meta charset=utf-8></head><body><article><h1>H".utf8) + [0xE4]
      + Array("fen</h1><p>".utf8) + Array(repeating: 0xE4, count: 40)
      + Array(" ist ein langer Satz.</p></article>".utf8)
    guard
      case .page(let read) = try FetchedFile(
        page, type: "text/html; charset=ISO-8859-1", address: "https://a.example/")
    else { throw Missing() }
    #expect(read.story.reading.story.headline == "Häfen")
  }

  @Test("What opens like nothing known is what its type says")
  func type() throws {
    guard case .page = try file("Hello, <b>world</b>: this is what the port said today.", "text/html; charset=utf-8")
    else { throw Missing() }
    guard case .stories = try file("Hello\n\nThis is what the port said today.", "text/plain") else { throw Missing() }
  }

  @Test("Links of a page start where it was found")
  func page() throws {
    let words = String(repeating: "The port was busy today, and so were its cranes. ", count: 20)
    let text = "<html><body><article><h1>Cranes</h1><p>\(words)<a href='../law'>The law</a></p></article></body></html>"
    guard case .page(let page) = try file(text, at: "https://port.example/2026/cranes") else { throw Missing() }
    #expect(page.kind == .article)
    let links = page.story.reading.story.blocks.flatMap(\.spans).compactMap { span in
      if case .link(let url) = span.style { url } else { nil }
    }
    #expect(links == ["https://port.example/law"])
  }

  @Test("A document that is none says what it is")
  func foreign() {
    #expect(throws: FormatError.foreign(.pdf)) { try file("%PDF-1.7 …", "text/html") }
    #expect(throws: FormatError.empty) { try file("") }
  }

  @Test(
    "Categories of Kagi News are named in short or by their addresses",
    arguments: [
      ("kagi:world", "https://kite.kagi.com/world.json"),
      ("kagi:US Politics", "https://kite.kagi.com/us_politics.json"),
      ("kagi:", "https://kite.kagi.com/kite.json"),
      ("https://kite.kagi.com/tech.json", "https://kite.kagi.com/tech.json"),
      ("https://news.kagi.com/world", "https://kite.kagi.com/world.json"),
      ("https://news.kagi.com/world/2026/x", "https://kite.kagi.com/world.json"),
      ("kagi:../etc", nil), ("https://kite.kagi.com/world.xml", nil), ("https://example.org/world", nil),
    ] as [(String, String?)])
  func kagi(text: String, address: String?) {
    #expect(KagiCategories.address(of: text) == address)
  }

  @Test("A story of Kagi News keeps its name within a day, whatever it is called then, and has another the next day")
  func kagiNames() throws {
    func guid(_ title: String, _ day: Int) throws -> String {
      let text = """
        {"category": "World", "timestamp": \(1_767_787_200 + day * 86_400), "clusters": [{"title": "\(title)",
        "articles": [{"title": "A", "link": "https://a.example/1", "domain": "a.example"}]}]}
        """
      guard case .feed(let feed) = try file(text) else { throw Missing() }
      #expect(feed.title == "World — Kagi News")
      return try feed.entry(0).guid
    }
    #expect(try guid("Cranes fall", 0) == guid("Three cranes fall", 0))
    #expect(try guid("Cranes fall", 0) != guid("Cranes fall", 1))
  }

  private struct Missing: Error {}
}

import Briefing
import Testing

@testable import Formats

@Suite("A day of Kagi News")
struct KagiTests {
  private static let cluster = """
    {"cluster_number": 1, "unique_domains": 3, "category": "Trade", "title": "Harbour reopens after storm", "emoji": "⚓",
    "short_summary": "The harbour of Vell reopened on Monday [portnews.example#1][vell.example#1]. Two piers stay shut [common].",
    "talking_points": ["First ships: Four freighters moored [portnews.example#2].", "Piers: Two stay shut."],
    "quote": "We are back.", "quote_author": "Ida Roe", "quote_attribution": "harbour master",
    "quote_source_url": "https://vell.example/said", "quote_source_domain": "vell.example",
    "suggested_qna": [{"question": "When did it close? [vell.example#1]", "answer": "On Friday [vell.example#1].\\nIt was dark."},
      {"question": "", "answer": "lost"}],
    "perspectives": [{"text": "Shippers: They lost three days.", "sources": [{"name": "Port News", "url": "https://portnews.example/2"}]}],
    "timeline": ["Friday:: The storm came [portnews.example#9].", {"date": "Monday", "content": "Ships moored."}],
    "historical_background": "Built in 1902 [unknown.example#1].", "technical_details": ["Depth: 12 m", "Piers: 5"],
    "key_players": [{"name": "Ida Roe", "role": "harbour master"}], "future_outlook": "", "location": null,
    "primary_image": {"url": "https://img.example/1.jpg", "caption": "The pier", "credit": "L. Ott"},
    "articles": [{"title": "Harbour opens", "link": "https://portnews.example/1", "domain": "portnews.example", "date": "2026-04-27"},
      {"title": "Freighters moor", "link": "https://www.portnews.example/2", "domain": "portnews.example"},
      {"title": "Vell again", "link": "https://vell.example/a", "domain": "vell.example"}],
    "domains": [{"name": "vell.example", "favicon": "https://icons.example/v"}]}
    """

  private func day(_ clusters: String..., key: String = "clusters") -> [UInt8] {
    Array(
      "{\"category\": \"World\", \"timestamp\": 1777291200, \"\(key)\": [\(clusters.joined(separator: ", "))]}".utf8)
  }

  private func story(_ cluster: String = KagiTests.cluster) throws -> Story {
    try StoryFile(day(cluster)).story(0).reading.story
  }

  @Test func `has its talking points as summary and its questions first`() throws {
    let story = try story()
    #expect(story.headline == "Harbour reopens after storm")
    #expect(story.summary == ["First ships: Four freighters moored.", "Piers: Two stay shut."])
    #expect(story.publisher == "Kagi News")
    #expect(story.published == Moment(seconds: 1_777_291_200))
    #expect(
      story.sections.map(\.heading) == [
        "When did it close?", "Perspectives", "Historical background", "Technical details", "Key players", "Timeline",
        "Articles",
      ])
    #expect(story.questionCount == 1)
    #expect(story.sections[0].blocks.map(\.text) == ["On Friday.", "It was dark."])
  }

  @Test func `cites the very articles that its marks number`() throws {
    let story = try story()
    let lede = try #require(story.lede.first)
    #expect(lede.text == "The harbour of Vell reopened on Monday. Two piers stay shut.")
    #expect(
      lede.citations == [
        Citation(place: 38, host: "portnews.example", url: "https://portnews.example/1"),
        Citation(place: 38, host: "vell.example", url: "https://vell.example/a"),
      ])
    #expect(story.sections[2].blocks[0].citations == [Citation(place: 13, host: "unknown.example")])
    #expect(
      story.sections[1].blocks[0].citations == [
        Citation(place: 31, host: "portnews.example", url: "https://portnews.example/2", label: "Port News")
      ])
  }

  @Test func `does not read the day of an event again, once its marks are gone`() throws {
    let text =
      #"{"clusters": [{"title": "T", "timeline": ["20[b.example[a.example#1]#2]:: Ships moored [a.example#1]."]}]}"#
    let event = try StoryFile(Array(text.utf8)).story(0).reading.story.sections[0].blocks[0]
    #expect(event.text == "20[b.example#2]: Ships moored.")
    #expect(event.spans == [Block.Span(0..<15, .strong)])
    #expect(event.citations.map(\.place) == [29])
  }

  @Test func `keeps quote, picture, timeline and articles`() throws {
    let story = try story()
    #expect(story.lede.map(\.kind).contains(.image(url: "https://img.example/1.jpg")))
    #expect(story.lede.suffix(2).map(\.text) == ["We are back.", "— Ida Roe, harbour master"])
    #expect(story.lede.suffix(2).allSatisfy { $0.containers == [.quote] })
    let timeline = story.sections[5].blocks
    #expect(timeline.map(\.text) == ["Friday: The storm came.", "Monday: Ships moored."])
    #expect(timeline[0].spans == [Block.Span(0..<6, .strong)])
    let articles = story.sections[6].blocks
    #expect(articles.map(\.text) == ["Harbour opens", "Freighters moor", "Vell again"])
    #expect(articles[2].spans == [Block.Span(0..<10, .link(url: "https://vell.example/a"))])
    #expect(articles[2].citations.map(\.url) == ["https://vell.example/a"])
    #expect(story.sections[3].blocks.map(\.text) == ["Depth: 12 m", "Piers: 5"])
    #expect(story.sections[4].blocks.map(\.text) == ["Ida Roe: harbour master"])
  }

  @Test func `leads nowhere but on the web`() throws {
    let links = ["javascript:alert(1)", "file:///etc/passwd", "https://(.example", "/a", "mailto:a@b.example"]
    let articles = links.map { "{\"title\": \"A\", \"link\": \"\($0)\"}" }.joined(separator: ", ")
    let story = try story(
      "{\"title\": \"T\", \"articles\": [\(articles)], \"primary_image\": {\"url\": \"javascript:x\"}, \"quote\": \"Q\", \"quote_source_url\": \"data:,x\"}"
    )
    let urls = story.blocks.flatMap { $0.spans.map(\.style) + $0.citations.compactMap(\.url).map { .link(url: $0) } }
    #expect(urls == [.link(url: "https://(.example")])
    #expect(story.sources.isEmpty)
  }

  @Test func `is a story for each cluster, with its own original`() throws {
    let bytes = day(Self.cluster, "{\"title\": \"Rails close\"}", key: "stories")
    let file = try StoryFile(bytes)
    #expect(file.count == 2)
    #expect(try file.story(0).original == Array(Self.cluster.utf8))
    #expect(
      try file.story(1).reading.story
        == Story(
          headline: "Rails close", publisher: "Kagi News", published: Moment(seconds: 1_777_291_200)))
  }

  @Test func `tolerates every field in every shape`() throws {
    let fields = [
      "talking_points", "short_summary", "suggested_qna", "perspectives", "timeline", "articles", "quote",
      "primary_image", "domains", "anything_else",
    ]
    let shapes = [
      "null", "1", "\"a [b] [c.example#1\"", "[]", "{}",
      "[null, 1, \"a\", [], {}, {\"text\": 1, \"sources\": 2, \"link\": \"x\", \"date\": []}]", "true",
    ]
    for field in fields {
      for shape in shapes {
        #expect(try story("{\"title\": \"T\", \"\(field)\": \(shape)}").headline == "T")
      }
    }
    #expect(throws: FormatError.noHeadline) { try story("{\"short_summary\": \"a\"}") }
  }

  @Test func `that is cut keeps the stories before the cut`() throws {
    let bytes = day("{\"title\": \"One\"}", Self.cluster, "{\"title\": \"Three\"}")
    let first = try #require(String(decoding: bytes, as: UTF8.self).firstRange(of: "{\"title\": \"One\"}")).upperBound
    let end = String(decoding: bytes, as: UTF8.self).utf8.distance(
      from: String(decoding: bytes, as: UTF8.self).startIndex, to: first)
    for count in end..<bytes.count {
      #expect(try StoryFile(Array(bytes[..<count])).story(0).reading.story.headline == "One")
    }
  }

  @Test func `that nests without end is refused at once`() {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(throws: FormatError.broken) { try story("{\"title\": \"T\", \"a\": \(deep)}") }
    #expect(throws: FormatError.noEntries) {
      try StoryFile(Array("{\"clusters\": \(String(repeating: "{\"a\":", count: 10_000))".utf8))
    }
  }

  @Test("A time that no year of four digits has is none")
  func farAway() throws {
    for time in ["1777282200666", "\"1777282200666\"", "-99999999999999"] {
      let day = try KagiDay(Array("{\"timestamp\": \(time), \"clusters\": [{\"title\": \"Harbour reopens\"}]}".utf8))
      #expect(try day.story(0).reading.story.published == nil)
    }
  }

  @Test("No space of any kind is left where a mark stood")
  func spaces() throws {
    let day = try KagiDay(
      Array(
        "{\"clusters\": [{\"title\": \"Harbour reopens\u{A0}[vell.example#1]\", \"short_summary\": \"[vell.example#1]\u{202F}It rained.\u{A0}[common]\"}]}"
          .utf8))
    let story = try day.story(0).reading.story
    #expect(story.headline == "Harbour reopens")
    #expect(story.leaves.contains { $0.text == "It rained." })
  }
}

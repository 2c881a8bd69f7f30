import Briefing
import Foundation
import GRDB
import Samples
import Testing

@testable import Catalog

@Suite struct `A stored reading` {
  private let reading = Reading(
    story: Story(
      headline: "Port ☔ opens", summary: ["One", ""],
      lede: [
        Block(text: "It rains.", citations: [Citation(place: 9, host: "a.example", url: "https://a.example/1")])
      ],
      sections: [
        Section(heading: "Who?", blocks: [Block(text: "We. 我们。")]), Section(heading: ""),
      ], publisher: "Scout", url: nil, published: Moment(seconds: -77)),
    setAside: [SetAside(place: 3..<9, text: "tail/)", reason: .linkResidue)])

  @Test(arguments: [
    "Port ☔ opens\n- One\nIt rains. (https://a.example/1) ### Who? We. 我们。", "", "nothing of it", "Port",
    String(repeating: "Port ", count: 500),
  ])
  func `reads back as it was, whatever the original`(original: String) {
    let bytes = Array(original.utf8)
    #expect(ReadingDecoder.decode(ReadingEncoder.encode(reading, original: bytes), original: bytes) == reading)
  }

  @Test func `takes little beside its original`() {
    let text = String(repeating: "The cranes of the port stood still for a day. ", count: 100)
    let story = Reading(story: Story(headline: "Port", lede: [Block(text: text)]))
    let original = Array(("Port\n\n" + text).utf8)
    #expect(ReadingEncoder.encode(story, original: original).count < 40)
  }

  @Test func `is refused, not believed, when its bytes are damaged`() {
    let original = Array("Port ☔ opens It rains. Who? We.".utf8)
    let whole = ReadingEncoder.encode(reading, original: original)
    for length in 0..<whole.count {
      #expect(ReadingDecoder.decode(Array(whole.prefix(length)), original: original) == nil)
    }
    for place in whole.indices {
      for bit in 0..<8 {
        var damaged = whole
        damaged[place] ^= 1 << bit
        _ = ReadingDecoder.decode(damaged, original: original)
      }
    }
  }

  @Test func `costs time in proportion to a text that its original lacks`() {
    let long = Reading(story: Story(headline: String(repeating: "x y ", count: 250_000)))
    let original = Array(String(repeating: "abcdefgh", count: 125_000).utf8)
    let time = ContinuousClock().measure { _ = ReadingEncoder.encode(long, original: original) }
    #expect(time < .seconds(5))
  }

  @Test func `of every kind of block reads back as it was`() {
    let article = Reading(story: BlockSamples.article)
    for original in ["", BlockSamples.article.blocks.map(\.text).joined(separator: "\n")] {
      let bytes = Array(original.utf8)
      let stored = ReadingEncoder.encode(article, original: bytes)
      #expect(ReadingDecoder.decode(stored, original: bytes) == article)
      for length in 0..<stored.count {
        #expect(ReadingDecoder.decode(Array(stored.prefix(length)), original: bytes) == nil)
      }
    }
  }

  @Test func `of stories put together by chance reads back as it was`() {
    var stories = RandomStory(seed: 7)
    for _ in 0..<500 {
      let reading = Reading(story: stories.next())
      #expect(ReadingDecoder.decode(ReadingEncoder.encode(reading, original: []), original: []) == reading)
    }
  }

  /// As the program wrote it before readings had versions.
  @Test func `of the first form is read, and says which headings ask`() {
    func text(_ text: String) -> [UInt8] {
      [UInt8(text.utf8.count), UInt8(text.utf8.count * 2 + 1)] + Array(text.utf8)
    }
    let block = text("It rains.") + [1, 9] + text("a.example") + [1] + text("https://a.example/1")
    let sections = [UInt8(3)] + text("Who?") + [1] + block + text("Why?") + [0] + text("Bottom line") + [0]
    let story = text("Port") + [1] + text("One") + [0] + sections + [0, 0, 0]
    let reading = ReadingDecoder.decode(story + [0], original: [])
    #expect(reading?.story.headline == "Port" && reading?.story.summary == ["One"])
    #expect(reading?.story.sections.map(\.isQuestion) == [true, true, true])
    #expect(reading?.story.sources == ["a.example"])
  }

  @Test func `of a later version than this program knows is not guessed at`() {
    var bytes = ReadingEncoder.encode(reading, original: [])
    bytes[2] += 1
    #expect(ReadingDecoder.decode(bytes, original: []) == nil)
  }

  @Test func `in a bundle that is cut short at any byte is read where it is whole, and guessed at nowhere`() {
    let pieces = (0..<4).map { number in
      StoredStory(
        number: Int64(number), date: 1_770_000_000, original: Array("Story \(number) of four.".utf8),
        reading: ReadingEncoder.encode(reading, original: []))
    }
    let whole = Bundle.encode(pieces)
    for length in 0..<whole.count {
      let bytes = Array(whole.prefix(length))
      #expect(Bundle(bytes) == nil)
      let found = Bundle.stories(of: bytes)
      for (piece, found) in zip(pieces, found) {
        guard let found else { continue }
        #expect(found.original == piece.original && found.reading == piece.reading && found.number == piece.number)
      }
    }
    #expect(Bundle.stories(of: whole).compactMap(\.?.number) == [0, 1, 2, 3])
  }

  @Test func `of a later version in a catalog leaves the story listed, and its original to be had`() throws {
    let catalog = try Catalog.holding(incoming("Port", at: 20, lede: "Rain."), incoming("Ferry", at: 40, lede: "Fog."))
    let ids = try catalog.rows(Listing(order: .oldest), .first(2)).map(\.id)
    let original = try catalog.original(ids[0])
    try catalog.storage.write { database in
      let data: Data = try #require(try Data.fetchOne(database, sql: "SELECT pieces FROM text"))
      let bundle = try #require(Bundle(Array(data)))
      let pieces = (0..<bundle.count).compactMap { bundle[$0] }.map { piece in
        var piece = piece
        if piece.original == original { piece.reading[2] = 99 }
        return piece
      }
      try database.execute(sql: "UPDATE text SET pieces = ?", arguments: [Data(Bundle.encode(pieces))])
    }
    #expect(try catalog.headlines() == ["Ferry", "Port"])
    #expect(throws: CatalogError.damaged(story: ids[0].text)) { _ = try catalog.detail(ids[0]) }
    #expect(try catalog.original(ids[0]) == original)
    #expect(try catalog.detail(ids[1])?.story.headline == "Ferry")
  }

  @Test func `finds its way again behind text that is not in it`() {
    let sentences = (0..<100).map { "Sentence \($0) of the page says that crane \($0 * 7) stood still." }
    let markup = { (number: Int) in
      "<div class=\"c\(number)\">" + String(repeating: "<i data-x=\"\(number)\"></i>", count: 30)
    }
    let page = sentences.enumerated().map { markup($0.offset) + $0.element }.joined()
    let prose = sentences.joined(separator: " ")
    let original = Array(page.utf8)
    #expect(original.count > 50_000)
    let reading = Reading(story: Story(headline: "Page", lede: [Block(text: prose)]))
    let stored = ReadingEncoder.encode(reading, original: original)
    #expect(stored.count < prose.utf8.count / 4, "\(stored.count) bytes for \(prose.utf8.count)")
    #expect(ReadingDecoder.decode(stored, original: original) == reading)
  }
}

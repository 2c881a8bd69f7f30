import Briefing
import Testing

@testable import Catalog

@Suite struct `Related stories` {
  private func catalog() throws -> (Catalog, [StoryID]) {
    let catalog = try Catalog.inMemory()
    // Enough others that something can be rare.
    let others = (0..<60).map { number in
      incoming(
        "Other \(number)", at: Int64(number * 1000), lede: "Something else number\(number).",
        cites: ["common.example"], asks: [("What could go wrong?", "Little.")])
    }
    _ = try catalog.add(others)
    let ids = try catalog.add([
      incoming(
        "Karsholm votes", at: 100_000, lede: "Karsholm decides on the ferry.",
        cites: ["common.example", "rare.example"],
        asks: [("Who owns the ferry?", "The town."), ("What could go wrong?", "Fog.")]),
      incoming("Another port", at: 101_000, lede: "Nothing of note.", cites: ["rare.example"]),
      incoming("A question", at: 102_000, lede: "Nothing more.", asks: [("Who owns the ferry?", "Nobody.")]),
      incoming("A mayor speaks", at: 103_000, lede: "She is from Karsholm."),
    ]).ids
    return (catalog, ids)
  }

  @Test func `share a source, a question or a word that few stories have, and say so`() throws {
    let (catalog, ids) = try catalog()
    let related = try catalog.related(to: ids[0], limit: 20)
    #expect(Set(related.map(\.row.id)) == Set(ids[1...]))
    #expect(related.first { $0.row.id == ids[1] }?.sources == ["rare.example"])
    #expect(related.first { $0.row.id == ids[2] }?.questions == ["Who owns the ferry?"])
    #expect(related.first { $0.row.id == ids[3] }?.words == ["Karsholm"])
  }

  @Test func `are not those that share an ordinary word, a month or a question that any story could ask`() throws {
    let catalog = try Catalog.inMemory()
    let ids = try catalog.add([
      incoming(
        "A bus", at: 1, lede: "It was a Thursday in May, and the winter was long.", cites: ["wire.example"],
        asks: [("Who objects?", "Nobody."), ("Bottom line", "A bus.")]),
      incoming(
        "A mill", at: 2, lede: "On a Thursday the winter ended, as May did.", cites: ["wire.example"],
        asks: [("Who objects?", "Some."), ("The short of it", "A mill.")]),
      incoming("A dam", at: 3, lede: "Nothing.", cites: ["wire.example"]),
      incoming("A pier", at: 4, lede: "Nothing more.", cites: ["wire.example"]),
    ]).ids
    for id in ids { #expect(try catalog.related(to: id, limit: 9).isEmpty) }
  }

  @Test func `are those that name the same place, or cite the same source and come back to the word of a headline`()
    throws
  {
    let catalog = try Catalog.inMemory()
    _ = try catalog.add(
      (0..<40).map {
        incoming("Other \($0)", at: Int64($0), lede: "Things.", cites: $0 < 10 ? ["harbour.example"] : [])
      })
    let ids = try catalog.add([
      incoming(
        "The ferry waits", at: 101, lede: "It sails with the tide. Those of Inish Rua like a tide.",
        cites: ["harbour.example"]),
      incoming("Tides", at: 102, lede: "A tide is a tide, and no tide is late.", cites: ["harbour.example"]),
      incoming("A vote", at: 103, lede: "Those of Inish Rua voted."),
      incoming("A ferry", at: 104, lede: "A ferry sank."),
    ]).ids
    let related = try catalog.related(to: ids[0], limit: 9)
    #expect(related.map(\.row.id) == [ids[2], ids[1]])
    #expect(related.map(\.words) == [["Inish Rua"], ["tide"]])
    #expect(related.map(\.sources) == [[], ["harbour.example"]])
  }

  @Test func `are not those that share what all stories have`() throws {
    let (catalog, ids) = try catalog()
    let headlines = try catalog.related(to: ids[0], limit: 20).map(\.row.headline)
    #expect(!headlines.contains { $0.hasPrefix("Other") })
  }

  @Test func `of a story that is not there are none`() throws {
    #expect(try Catalog.inMemory().related(to: StoryID("none"), limit: 5).isEmpty)
  }
}

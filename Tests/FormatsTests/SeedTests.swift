import Briefing
import Foundation
import Testing

@testable import Formats

/// What stands in `seeds/formats`, read as it is there.
@Suite struct `The seeds of every format` {
  private func stories(_ name: String) throws -> [StoryFile.Story] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seeds/formats")
    let file = try StoryFile(Array(try Data(contentsOf: root.appending(path: name))), named: Array(name.utf8)[...])
    return try (0..<file.count).map { try file.story($0) }
  }

  @Test func `are a feed of three entries`() throws {
    let stories = try stories("port-wire.rss")
    let read = stories.map(\.reading.story)
    #expect(
      read.map(\.headline) == [
        "Night shift at the grain pier ends after ninety years", "Fog & ferries: the 6.40 sails again",
        "Crane 3 is back on its rails.",
      ])
    #expect(read.allSatisfy { $0.publisher == "Port Wire" })
    #expect(read[0].authors == ["Ida Roe"] && read[0].published?.iso8601 == "2026-01-13T17:20:00Z")
    #expect(read[0].sections.map(\.heading) == ["Who is still needed at night?"] && read[0].sections[0].isQuestion)
    #expect(read[0].lede[0].citations.map(\.url) == ["https://elevators.example/vell"])
    #expect(read[0].sections[0].blocks.last?.text == "Ships a year: 214")
    #expect(
      read[1].lede.map(\.text).first?.hasSuffix("left on time. The light on the mole was mended on Sunday.") == true)
    #expect(read[2].lede.last?.text == "crane-3.mp3")
    #expect(
      stories.map(\.entry?.guid) == ["portwire-4117", "https://portwire.example/2026/fog-and-ferries", "portwire-4109"])
    #expect(stories.allSatisfy { $0.entry?.feed == "https://portwire.example/feed.rss" })
  }

  @Test func `are a page with a table, a quotation and two sources`() throws {
    let reading = try #require(try stories("glasshouse.html").first).reading
    let story = reading.story
    #expect(story.headline == "The glasshouse that heats a school")
    #expect(story.publisher == "Marrow Post" && story.authors == ["Teodora Lisk"])
    #expect(story.published?.iso8601 == "2026-01-09T05:30:00Z")
    #expect(story.url == "https://marrowpost.example/2026/01/glasshouse-heats-school")
    #expect(story.sections.map(\.heading) == ["How the tank works", "What it cost"])
    #expect(story.sources == ["council.marrow.example", "heatfund.example"])
    #expect(story.sections[0].blocks.last?.rows.first == ["Winter", "Oil, litres", "Cost, crowns"])
    #expect(story.sections[1].blocks.contains { $0.containers == [.quote] })
    let aside = reading.setAside.map(\.text).joined(separator: " ")
    #expect(aside.contains("Most read") && aside.contains("Sign up for our newsletter") && aside.contains("Sport"))
  }

  @Test func `are a letter, without what every letter says`() throws {
    let story = try #require(try stories("tide-letter.eml").first)
    let read = story.reading.story
    #expect(read.headline == "Three harbours, one tide – letter 52")
    #expect(read.publisher == "The Tide Letter" && read.published?.iso8601 == "2026-01-08T05:45:00Z")
    #expect(read.sections.map(\.heading) == ["Why does it matter now?", "What happens next?"])
    #expect(read.sections.allSatisfy { $0.isQuestion })
    #expect(read.sources == ["seamarks.example", "pilots.example"])
    let words = read.blocks.map(\.text).joined(separator: " ")
    #expect(!words.contains("browser") && !words.contains("Unsubscribe") && !words.contains("signed up"))
    #expect(!read.blocks.contains { if case .image = $0.kind { true } else { false } })
    #expect(story.reading.setAside.map(\.text).joined(separator: " ").contains("Unsubscribe"))
    #expect(story.entry?.feed == "letter.tideletter.example" && story.entry?.guid == "letter-52@tideletter.example")
  }

  @Test func `are a day of Kagi News with two stories`() throws {
    let read = try stories("kagi-world.json").map(\.reading.story)
    #expect(
      read.map(\.headline) == [
        "Island republic switches off its last diesel station", "A lost overture is found in a piano stool",
      ])
    #expect(read.allSatisfy { $0.publisher == "Kagi News" && $0.published?.iso8601 == "2026-01-07T12:00:00Z" })
    #expect(read[0].summary.count == 3 && read[0].summary[1].hasPrefix("Reserve: Batteries hold nine hours"))
    #expect(
      read[0].sections.map(\.heading) == [
        "Where does the power come from at night?", "What if the cable breaks?", "Perspectives", "Location",
        "Historical background", "Timeline", "Articles",
      ])
    #expect(
      read[0].lede[0].citations.map(\.url) == [
        "https://islandpost.example/2026/noon", "https://gridwatch.example/tern",
      ])
    #expect(read[0].sections[1].blocks[0].citations.map(\.url) == ["https://islandpost.example/2026/cable"])
    #expect(read[1].sources == ["stagenotes.example"])
  }
}

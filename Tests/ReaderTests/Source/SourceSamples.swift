import Briefing

/// Claims that rest on one source, in three stories.
enum SourceSamples {
  static let claims: [Claim] =
    claims(
      of: StorySamples.trains, on: "rail.example.eu")
    + [
      claim(
        "p2fa", "How a port lost three cranes and gained a day", day: 20_520, heading: "Who pays for the fourth one?",
        "The harbour does, and the railway lends it the money against forty years of tolls.", section: 1),
      claim(
        "p2fa", "How a port lost three cranes and gained a day", day: 20_520, heading: "Who pays for the fourth one?",
        "It had offered to pay the whole sum in return for the right to run its wagons onto the quay at any hour, on any "
          + "day, ahead of every ship that was not already made fast; the harbour master, who has seen four railways come "
          + "and go, asked for the offer in writing and has not heard from anyone since the second week of March.",
        section: 1, offset: 90),
      claim(
        "z9m4", "A timetable is a treaty", day: 20_490, heading: nil, "Four clocks, and none of them slow.",
        section: nil),
    ]

  /// What a catalog says of the source as a whole; nil without claims.
  static func source(of claims: [Claim]) -> Source? {
    let dates = claims.map(\.date)
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return Source(
      host: "rail.example.eu", claims: claims.count, stories: Set(claims.map(\.story)).count, firstSeen: first,
      lastSeen: last)
  }

  /// Numbered claims, three to a story and two to a question.
  static func many(_ count: Int) -> [Claim] {
    (0..<count).map { index in
      claim(
        "s\(index / 3)", "Story \(index / 3)", day: 20_000 - Int64(index / 3), heading: "Question \(index % 3 / 2)?",
        "Claim \(index).", section: index % 3 / 2, offset: index)
    }
  }

  /// The claims of a story that rest on a host, as a catalog finds them.
  static func claims(of detail: StoryDetail, on host: String) -> [Claim] {
    var claims: [Claim] = []
    for (index, section) in detail.story.sections.enumerated() {
      for (number, paragraph) in section.blocks.enumerated() {
        for citation in paragraph.citations where citation.host == host {
          claims.append(
            Claim(
              story: detail.row.id, headline: detail.story.headline, date: detail.row.date, heading: section.heading,
              sentence: sentence(before: citation, in: paragraph),
              place: Place(.paragraph(section: index, index: number), offset: citation.place), citation: citation))
        }
      }
    }
    return claims
  }

  private static func sentence(before citation: Citation, in paragraph: Block) -> String {
    let text = String(decoding: Array(paragraph.text.utf8).prefix(citation.place), as: UTF8.self)
    let start = text.dropLast().lastIndex(of: ".").map { text.index($0, offsetBy: 2) } ?? text.startIndex
    return String(text[start...])
  }

  private static func claim(
    _ id: String, _ headline: String, day: Int64, heading: String?, _ sentence: String, section: Int?, offset: Int = 40
  ) -> Claim {
    let block = section.map { Place.Block.paragraph(section: $0, index: 0) } ?? .lede(0)
    return Claim(
      story: StoryID(id), headline: headline, date: Moment(seconds: day * 86_400), heading: heading, sentence: sentence,
      place: Place(block, offset: offset), citation: Citation(place: offset, host: "rail.example.eu"))
  }
}

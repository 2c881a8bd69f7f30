import Briefing
import Catalog

/// Makes stories for tests, with only what a test is about.
func incoming(
  _ headline: String, at seconds: Int64 = 0, summary: [String] = [], lede: String = "", cites hosts: [String] = [],
  asks sections: [(String, String)] = [], url: String? = nil,
  published: Moment? = nil, origin: String? = nil, publisher: String? = nil
) -> IncomingStory {
  var story = Story(headline: headline, summary: summary)
  let citations = hosts.map { Citation(place: lede.utf8.count, host: $0) }
  if !lede.isEmpty || !hosts.isEmpty { story.lede = [Block(text: lede, citations: citations)] }
  story.sections = sections.map { heading, body in
    Section(
      heading: heading,
      blocks: [Block(text: body, citations: hosts.map { Citation(place: body.utf8.count, host: $0) })])
  }
  story.url = url
  story.published = published
  story.publisher = publisher
  let original = ([headline] + summary + [lede] + sections.flatMap { [$0.0, $0.1] }).joined(separator: "\n")
  return IncomingStory(
    reading: Reading(story: story), original: Array(original.utf8), origin: origin, date: Moment(seconds: seconds))
}

extension Catalog {
  /// A catalog with these stories in it.
  static func holding(_ incomingStories: IncomingStory...) throws -> Catalog {
    let catalog = try Catalog.inMemory()
    _ = try catalog.add(incomingStories)
    return catalog
  }

  func headlines(_ query: String = "", _ order: Listing.Order = .newest) throws -> [String] {
    try rows(Listing(query: query, order: order), .first(1000)).map(\.headline)
  }
}

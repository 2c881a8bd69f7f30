import Briefing

/// A story as the lookup takes it: its words in the columns of the index, and how often it cites whom.
struct IndexedStory: Sendable {
  let number: Int64
  let place: BundlePlace
  let date: Moment
  let words: IndexedWords
  /// How many claims rest on each host.
  let claims: [String: Int]

  /// Nil if what is stored of it makes no sense.
  init?(_ stored: StoredStory, at place: BundlePlace) {
    guard let story = ReadingDecoder.decode(stored.reading, original: stored.original)?.story else { return nil }
    number = stored.number
    self.place = place
    date = Moment(seconds: stored.date)
    words = IndexedWords(of: story)
    var claims: [String: Int] = [:]
    for paragraph in story.lede { Self.count(paragraph, in: &claims) }
    for section in story.sections {
      for paragraph in section.blocks { Self.count(paragraph, in: &claims) }
    }
    self.claims = claims
  }

  private static func count(_ paragraph: Block, in claims: inout [String: Int]) {
    for citation in paragraph.citations { claims[citation.host, default: 0] += 1 }
  }
}

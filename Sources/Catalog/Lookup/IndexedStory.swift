import Briefing

/// A story as the lookup takes it: its words in the columns of the index, and how often it cites whom.
struct IndexedStory {
  let number: Int64
  let place: Log.Place
  let date: Moment
  let words: IndexedWords
  /// How many claims rest on each host.
  let claims: [String: Int]

  init(_ story: Story, number: Int64, place: Log.Place, date: Moment) {
    self.number = number
    self.place = place
    self.date = date
    words = IndexedWords(of: story)
    var claims: [String: Int] = [:]
    for paragraph in story.lede { Self.count(paragraph, in: &claims) }
    for section in story.sections {
      for paragraph in section.paragraphs { Self.count(paragraph, in: &claims) }
    }
    self.claims = claims
  }

  private static func count(_ paragraph: Paragraph, in claims: inout [String: Int]) {
    for citation in paragraph.citations { claims[citation.host, default: 0] += 1 }
  }
}

import Briefing
import GRDB

/// Puts one batch of arrivals in, within one transaction.
struct Adding {
  let database: Database
  private let numbering: Numbering
  private(set) var added = Added()

  init(_ database: Database, numbering: Numbering) {
    self.database = database
    self.numbering = numbering
  }

  mutating func add(_ arrival: Arrival) throws {
    let story = arrival.reading.story
    let fingerprint = story.fingerprint
    let identity = try identity(of: story, fingerprint)
    added.ids.append(identity.id)
    guard identity.isNew else {
      added.known += 1
      return
    }
    added.new += 1
    let date = story.published ?? arrival.date
    let number = try numbering.freeNumber(at: date, in: database)
    try insert(arrival, number: number, id: identity.id, fingerprint: fingerprint, date: date)
    try insertSources(of: story, number: number, date: date)
    try insertQuestions(of: story, number: number)
    try insertWords(of: story, number: number)
  }
}

extension Adding {
  /// The id a story has here, or is to have: the shortest beginning of its letters that no other story has.
  private func identity(of story: Story, _ fingerprint: Fingerprint) throws -> (id: StoryID, isNew: Bool) {
    let letters = fingerprint.letters
    let shortest = String(letters.prefix(StoryID.shortest))
    let statement = try database.cachedStatement(
      sql: "SELECT number, id, fingerprint FROM story WHERE id >= ? AND id < ? || '~' ORDER BY id")
    var taken: Set<String> = []
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [shortest, shortest])
    while let row = try rows.next() {
      let id: String = row[1]
      taken.insert(id)
      guard row[2] == Int64(bitPattern: fingerprint.value) else { continue }
      if try Stored.reading(row[0], in: database)?.story.says(story) ?? false { return (StoryID(id), false) }
    }
    return (Self.free(letters, taken: taken), true)
  }

  /// Two stories with one fingerprint have the same 13 letters: from there on a count tells them apart.
  private static func free(_ letters: String, taken: Set<String>) -> StoryID {
    for length in StoryID.shortest...letters.count {
      let id = String(letters.prefix(length))
      if !taken.contains(id) { return StoryID(id) }
    }
    var count = 2
    while taken.contains("\(letters)\(count)") { count += 1 }
    return StoryID("\(letters)\(count)")
  }
}

extension StoryID {
  /// How many letters an id has at least.
  static let shortest = 4
}

extension Story {
  /// Whether both have the same words and sources: what the fingerprint is made of.
  fileprivate func says(_ other: Story) -> Bool {
    headline == other.headline && summary == other.summary && lede.says(other.lede)
      && sections.count == other.sections.count
      && zip(sections, other.sections).allSatisfy { $0.heading == $1.heading && $0.paragraphs.says($1.paragraphs) }
  }
}

extension [Paragraph] {
  fileprivate func says(_ other: [Paragraph]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { left, right in
        left.text == right.text
          && left.citations.map { $0.url ?? $0.host } == right.citations.map { $0.url ?? $0.host }
      }
  }
}

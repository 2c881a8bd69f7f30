import Briefing
import GRDB

extension Adding {
  /// What an arrival is to the catalog.
  enum Identity {
    case known(StoryID)
    case version(Held)
    case new(StoryID)
  }

  /// A story that the catalog holds.
  struct Held {
    var number: Int64
    var id: StoryID
    var fingerprint: Int64
    var date: Moment
    var place: Log.Place
    var story: Story
  }

  mutating func identity(of arrival: Arrival) throws -> Identity {
    let letters = arrival.written.fingerprint.letters
    let shortest = String(letters.prefix(StoryID.shortest))
    let statement = try database.cachedStatement(
      sql: "SELECT number, id, fingerprint FROM story WHERE id >= ? AND id < ? || '~' ORDER BY id")
    let fingerprint = Int64(bitPattern: arrival.written.fingerprint.value)
    var taken: Set<String> = []
    var same: [Int64] = []
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [shortest, shortest])
    while let row = try rows.next() {
      taken.insert(try row[1])
      if try row[2] == fingerprint { same.append(try row[0]) }
    }
    for number in same {
      if let held = try held(number), held.story.says(arrival.reading.story) { return .known(held.id) }
    }
    if hasVersions, let id = try earlierVersion(saying: arrival.reading.story, fingerprint) { return .known(id) }
    if let held = try olderSelf(of: arrival) { return .version(held) }
    return .new(Self.free(letters, taken: taken))
  }

  /// The story, one of whose earlier versions says the very same.
  private mutating func earlierVersion(saying story: Story, _ fingerprint: Int64) throws -> StoryID? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT story.id, version.text, version.piece FROM version JOIN story ON story.number = version.story
        WHERE version.fingerprint = ?
        """)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [fingerprint])
    while let row = try rows.next() {
      let place = try Log.Place(text: row[1], piece: row[2])
      if log.isHeldBack(place) { try log.flush() }
      if try Stored.reading(at: place, in: database)?.story.says(story) ?? false { return StoryID(try row[0]) }
    }
    return nil
  }

  /// The story that this is a version of: from the same address, with the same headline, or from the same file, and in
  /// good part in the same words.
  private mutating func olderSelf(of arrival: Arrival) throws -> Held? {
    let written = arrival.written
    var numbers: [Int64] = []
    if let address = written.address { numbers += try newest("address = ? AND address IS NOT NULL", address) }
    if let origin = written.origin { numbers += try newest("origin = ? AND origin IS NOT NULL", origin) }
    if !written.sortKey.isEmpty { numbers += try newest("sortKey = ?", written.sortKey) }
    for (index, number) in numbers.enumerated() where !numbers[..<index].contains(number) {
      if let held = try held(number), arrival.reading.story.isVersion(of: held.story) { return held }
    }
    return nil
  }

  /// The newest few stories that meet a condition; of a column that recurs on every day, more would only cost time.
  private func newest(_ condition: String, _ value: some DatabaseValueConvertible) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM story WHERE \(condition) ORDER BY number DESC LIMIT 4")
    return try Int64.fetchAll(statement, arguments: [value])
  }

  /// What was added just now is written first, so that it can be read.
  private mutating func held(_ number: Int64) throws -> Held? {
    let statement = try database.cachedStatement(
      sql: "SELECT id, fingerprint, date, text, piece FROM story WHERE number = ?")
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [number]) else { return nil }
    let place = try Log.Place(text: row[3], piece: row[4])
    if log.isHeldBack(place) { try log.flush() }
    guard let reading = try Stored.reading(at: place, in: database) else { return nil }
    return try Held(
      number: number, id: StoryID(row[0]), fingerprint: row[1], date: Moment(seconds: row[2]), place: place,
      story: reading.story)
  }

  /// The id that an exported story had before, if it is free.
  func wanted(by arrival: Arrival) throws -> StoryID? {
    guard let id = arrival.id else { return nil }
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM story WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [id.text]) == nil ? id : nil
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

import Briefing
import GRDB

extension Adding {
  /// What an incoming story is to the catalog.
  enum Identity {
    case known(StoryID)
    case version(ExistingStory)
    case new(StoryID)
    /// It was taken out by an undo, and comes again.
    case back(ExistingStory)
    /// The user removed it, or what it is a version of.
    case removed(StoryID?)
  }

  /// A story that the catalog holds.
  struct ExistingStory {
    var row: StoryRow
    var story: Story

    var number: Int64 { row.number }
    var id: StoryID { StoryID(row.id) }
    var date: Moment { Moment(seconds: row.date) }
    var visibility: Visibility { row.visibility }
    var name: StoryName? {
      StoryName(kind: row.kind, address: row.address, feed: row.feed, guid: row.guid)
    }
  }

  mutating func identity(of incoming: IncomingStory) throws -> Identity {
    let letters = incoming.written.fingerprint.letters
    if let name = incoming.written.name, let named = try self.named(name, incoming) { return named }
    let fingerprint = Int64(bitPattern: incoming.written.fingerprint.value)
    let (same, taken) = try sameFingerprint(letters, fingerprint)
    var withdrawn: ExistingStory?
    for number in same {
      guard let existing = try existing(number), existing.story.says(incoming.reading.story),
        mayBe(existing, incoming, exactly: true)
      else { continue }
      switch existing.visibility {
      case .shown: return .known(existing.id)
      case .removed: return .removed(existing.id)
      case .withdrawn: withdrawn = existing
      }
    }
    if hasVersions, let known = try earlierVersion(saying: incoming, fingerprint) { return known }
    if let existing = try olderSelf(of: incoming) {
      return existing.visibility == .removed ? .removed(existing.id) : .version(existing)
    }
    if let withdrawn { return .back(withdrawn) }
    return .new(Self.freeID(letters, taken: taken))
  }

  /// Those that may say the very same, and all ids that begin as theirs do.
  private func sameFingerprint(_ letters: String, _ fingerprint: Int64) throws -> ([Int64], taken: Set<String>) {
    let shortest = String(letters.prefix(StoryID.lengths.lowerBound))
    let statement = try database.cachedStatement(
      sql: "SELECT number, id, fingerprint FROM story WHERE id >= ? AND id < ? || '~' ORDER BY id")
    var taken: Set<String> = []
    var same: [Int64] = []
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [shortest, shortest])
    while let row = try rows.next() {
      taken.insert(try row[1])
      if try row[2] == fingerprint { same.append(try row[0]) }
    }
    return (same, taken)
  }

  /// What has a name of its own is known by that, whatever it says; nil where none has that name.
  private mutating func named(_ name: StoryName, _ incoming: IncomingStory) throws -> Identity? {
    let numbers: [Int64]
    switch name {
    case .page(let address):
      numbers = try newest("address = ? AND address IS NOT NULL AND isRemoved < 2", [address])
    case .entry(let feed, let guid):
      numbers = try newest("guid = ? AND guid IS NOT NULL AND feed = ? AND isRemoved < 2", [guid, feed])
    }
    for number in numbers {
      guard let existing = try existing(number), existing.name == name else { continue }
      if existing.visibility == .removed { return .removed(existing.id) }
      let isKnown = try existing.story.says(incoming.reading.story) || isVersion(incoming, of: existing)
      return isKnown ? .known(existing.id) : .version(existing)
    }
    guard case .entry = name else { return nil }
    let tombstone = try database.cachedStatement(sql: "SELECT 1 FROM tombstone WHERE name = ?")
    return try Int.fetchOne(tombstone, arguments: [name.number]) == nil ? nil : .removed(nil)
  }

  /// Whether names do not keep two stories apart. What says the very same is one story, but for entries of one feed.
  private func mayBe(_ existing: ExistingStory, _ incoming: IncomingStory, exactly: Bool) -> Bool {
    guard let name = incoming.written.name, name.excludes(existing.name) else { return true }
    return exactly && !name.isOfSameFeed(as: existing.name)
  }

  /// Whether one of a story's versions says the very same.
  private mutating func isVersion(_ incoming: IncomingStory, of existing: ExistingStory) throws -> Bool {
    let statement = try database.cachedStatement(
      sql: "SELECT text, piece FROM version WHERE story = ? AND fingerprint = ?")
    let rows = try GRDB.Row.fetchAll(
      statement, arguments: [existing.number, Int64(bitPattern: incoming.written.fingerprint.value)])
    for row in rows {
      if try reading(at: BundlePlace(bundle: row[0], index: row[1]))?.story.says(incoming.reading.story) ?? false {
        return true
      }
    }
    return false
  }

  /// The story, one of whose earlier versions says the very same.
  private mutating func earlierVersion(saying incoming: IncomingStory, _ fingerprint: Int64) throws -> Identity? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT story.number, version.text, version.piece FROM version JOIN story ON story.number = version.story
        WHERE version.fingerprint = ? AND isRemoved < 2
        """)
    for row in try GRDB.Row.fetchAll(statement, arguments: [fingerprint]) {
      guard try reading(at: BundlePlace(bundle: row[1], index: row[2]))?.story.says(incoming.reading.story) ?? false,
        let existing = try existing(row[0]), mayBe(existing, incoming, exactly: true)
      else { continue }
      return existing.visibility == .removed ? .removed(existing.id) : .known(existing.id)
    }
    return nil
  }

  /// The story that this is a version of: one that says mostly the same, or much of the same under the same headline, or
  /// from the same address or file.
  private mutating func olderSelf(of incoming: IncomingStory) throws -> ExistingStory? {
    let written = incoming.written
    var numbers: [Int64] = []
    if let address = written.address {
      numbers += try newest("address = ? AND address IS NOT NULL AND isRemoved < 2", [address])
    }
    if let origin = written.origin {
      numbers += try newest("origin = ? AND origin IS NOT NULL AND isRemoved < 2", [origin])
    }
    if !written.digest.sortKey.isEmpty {
      numbers += try newest("isRemoved IN (0, 1) AND sortKey = ?", [written.digest.sortKey])
    }
    let likely = Set(numbers)
    numbers += try sketches.candidates(for: written.sketch, in: database)
    guard !numbers.isEmpty else { return nil }
    let story = incoming.reading.story
    let runs = Shingles(of: story)
    var compared: ComparedStory?
    for (index, number) in numbers.enumerated() where !numbers[..<index].contains(number) {
      guard let existing = try existing(number), existing.visibility != .withdrawn,
        mayBe(existing, incoming, exactly: false),
        !runs.isFar(from: Shingles(of: existing.story), parts: likely.contains(number) ? 8 : 3)
      else { continue }
      let says = compared ?? ComparedStory(story)
      compared = says
      if says.isVersion(of: ComparedStory(existing.story)) { return existing }
    }
    return nil
  }

  /// The newest few stories that meet a condition; of a column that recurs on every day, more would only cost time.
  private func newest(_ condition: String, _ values: [any DatabaseValueConvertible]) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM story WHERE \(condition) ORDER BY number DESC LIMIT 4")
    return try Int64.fetchAll(statement, arguments: StatementArguments(values))
  }

  private mutating func existing(_ number: Int64) throws -> ExistingStory? {
    guard let row = try StoryRow.row(number, in: database), let reading = try reading(at: row.place) else { return nil }
    return ExistingStory(row: row, story: reading.story)
  }

  private mutating func reading(at place: BundlePlace) throws -> Reading? {
    if let stored = writer.unwritten(place) { return ReadingDecoder.decode(stored.reading, original: stored.original) }
    return try StoryTable.reading(at: place, in: database)
  }

  /// The id that an exported story had before, if it is free.
  func wanted(by incoming: IncomingStory) throws -> StoryID? {
    guard let id = incoming.id, StoryID(named: id.text) != nil else { return nil }
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM story WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [id.text]) == nil ? id : nil
  }

  /// The shortest beginning of a fingerprint's letters that no story has. Two stories with one fingerprint have the same 13
  /// letters: from there on a count tells them apart.
  static func freeID(_ letters: String, taken: Set<String>) -> StoryID {
    for length in StoryID.lengths.lowerBound...letters.count {
      let id = String(letters.prefix(length))
      if !taken.contains(id) { return StoryID(id) }
    }
    var count = 2
    while taken.contains("\(letters)\(count)") { count += 1 }
    return StoryID("\(letters)\(count)")
  }
}

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
    /// It is a story that the catalog holds, found at another place.
    case placed(ExistingStory)
  }

  /// A story that the catalog holds.
  struct ExistingStory {
    var row: StoryRow
    var story: Story
    /// That of its text, also where the user put another in its place.
    var date: Moment

    var number: Int64 { row.number }
    var id: StoryID { StoryID(row.id) }
    var visibility: Visibility { row.visibility }
    /// Whether the user has it, in sight or not.
    var isKnown: Bool { visibility == .shown || visibility == .removed }
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
      case .shown: return incoming.isElsewhere(than: existing) ? .placed(existing) : .known(existing.id)
      case .removed: return .removed(existing.id)
      case .withdrawn: withdrawn = existing
      // A copy for reading is no story of the catalog.
      case .kept, .expired: continue
      }
    }
    if hasVersions, let known = try earlierVersion(saying: incoming, fingerprint) { return known }
    if let existing = try samePage(as: incoming) {
      return existing.visibility == .removed ? .removed(existing.id) : .placed(existing)
    }
    if let existing = try olderSelf(of: incoming) {
      return existing.visibility == .removed ? .removed(existing.id) : .version(existing)
    }
    if let withdrawn { return .back(withdrawn) }
    return .new(Self.freeID(letters, taken: taken))
  }

  /// Those that may say the very same, and all ids that begin as theirs do.
  private func sameFingerprint(_ letters: String, _ fingerprint: Int64) throws -> ([Int64], taken: Set<String>) {
    let shortest = String(letters.prefix(StoryID.lengths.lowerBound))
    let statement = try BoundStatement(
      "SELECT number, id, fingerprint FROM story WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id", in: database)
    var taken: Set<String> = []
    var same: [Int64] = []
    try statement.forEachRow {
      $0.add(shortest)
    } _: { row in
      taken.insert(try row.text(1))
      if try row.integer(2) == fingerprint { same.append(try row.integer(0)) }
    }
    return (same, taken)
  }

  /// What has a name of its own is known by that, whatever it says; nil where none has that name.
  private mutating func named(_ name: StoryName, _ incoming: IncomingStory) throws -> Identity? {
    guard case .page(let address) = name else { return try entry(name, incoming) }
    for number in try newest(Self.byAddress, { $0.add(address) }) {
      guard let existing = try existing(number), existing.name == name else { continue }
      if existing.visibility == .removed { return .removed(existing.id) }
      return try says(existing, incoming) ? .known(existing.id) : .version(existing)
    }
    return nil
  }

  /// An entry is known by the name that its feed gives it, unless it says something else altogether: some feeds give one name
  /// to many entries. Where the feed is not the one that brought the story first, that one's wording counts.
  private mutating func entry(_ name: StoryName, _ incoming: IncomingStory) throws -> Identity? {
    for number in try numbers(called: name) {
      guard let existing = try existing(number), existing.isKnown else { continue }
      let isSame = try says(existing, incoming)
      guard isSame || !incoming.reading.story.isOther(than: existing.story) else { continue }
      if existing.visibility == .removed { return .removed(existing.id) }
      let isKnown = isSame || existing.name != name || Adverts.areAllThatDiffers(existing.story, incoming.reading.story)
      return isKnown ? .known(existing.id) : .version(existing)
    }
    let fingerprint = Int64(bitPattern: incoming.written.fingerprint.value)
    let tombstone = try database.cachedStatement(sql: "SELECT 1 FROM tombstone WHERE name IN (?, ?)")
    let names = [name.number, name.number(saying: fingerprint)]
    return try Int.fetchOne(tombstone, arguments: StatementArguments(names)) == nil ? nil : .removed(nil)
  }

  /// The stories that a feed calls so: the newest that came so, and the one that was found there, too.
  private func numbers(called name: StoryName) throws -> [Int64] {
    let numbers = try newest(Self.byGuid) { values in
      values.add(name.guid)
      values.add(name.feed)
    }
    let placed = try BoundStatement("SELECT story FROM placement WHERE feed = ? AND guid = ?", in: database)
    let other = try placed.firstInteger { values in
      values.add(name.feed)
      values.add(name.guid)
    }
    return numbers + [other].compactMap(\.self)
  }

  /// Whether a story says the very same, now or in one of its versions.
  private mutating func says(_ existing: ExistingStory, _ incoming: IncomingStory) throws -> Bool {
    try existing.story.says(incoming.reading.story) || isVersion(incoming, of: existing)
  }

  /// The story of another name that stands on the page which an entry leads to, and says mostly the same.
  private mutating func samePage(as incoming: IncomingStory) throws -> ExistingStory? {
    guard incoming.written.kind == StoryRow.entry, let address = incoming.written.address,
      PageAddress.isOfPage(address)
    else { return nil }
    let story = incoming.reading.story
    for number in try newest(Self.byAddress, { $0.add(address) }) {
      guard let existing = try existing(number), incoming.isElsewhere(than: existing),
        story.isRepeated(by: existing.story)
      else { continue }
      return existing
    }
    return nil
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
      numbers += try newest(Self.byAddress) { $0.add(address) }
    }
    if let origin = written.origin {
      numbers += try newest(Self.byOrigin) { $0.add(origin) }
    }
    if !written.digest.sortKey.isEmpty {
      numbers += try newest(Self.byHeadline) { $0.add(written.digest.sortKey) }
    }
    let likely = Set(numbers)
    numbers += try sketches.candidates(for: written.sketch, in: database)
    guard !numbers.isEmpty else { return nil }
    let story = incoming.reading.story
    let runs = Shingles(of: story)
    var compared: ComparedStory?
    for (index, number) in numbers.enumerated() where !numbers[..<index].contains(number) {
      guard let existing = try existing(number), existing.isKnown,
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
  private func newest(_ sql: String, _ bind: (inout BoundStatement.Values) -> Void) throws -> [Int64] {
    var numbers: [Int64] = []
    try BoundStatement(sql, in: database).forEachRow(bind) { numbers.append(try $0.integer(0)) }
    numbers.sort(by: >)
    return Array(numbers.prefix(Self.newestCount))
  }

  private static let newestCount = 4
  private static func newest(_ condition: String) -> String {
    "SELECT number FROM story WHERE \(condition) ORDER BY number DESC LIMIT \(newestCount)"
  }

  private static let byAddress = newest("address = ? AND address IS NOT NULL AND isRemoved < 2")
  private static let byOrigin = newest("origin = ? AND origin IS NOT NULL AND isRemoved < 2")
  private static let byGuid = newest("guid = ? AND guid IS NOT NULL AND feed = ? AND isRemoved < 2")
  /// Those in sight and those that were removed stand apart in the index: so each is read in its order, and none is sorted.
  private static let byHeadline = [0, 1].map {
    "SELECT * FROM (\(newest("isRemoved = \($0) AND sortKey = ?1")))"
  }.joined(separator: " UNION ALL ")

  mutating func existing(_ number: Int64) throws -> ExistingStory? {
    guard let row = try StoryRow.row(number, in: database), let reading = try reading(at: row.place) else { return nil }
    return ExistingStory(row: row, story: reading.story, date: try date(of: row))
  }

  private func date(of row: StoryRow) throws -> Moment {
    guard row.editedDate != nil else { return Moment(seconds: row.date) }
    let stored = try writer.unwritten(row.place) ?? StoryTable.stored(at: row.place, in: database)
    return Moment(seconds: stored?.date ?? row.date)
  }

  private mutating func reading(at place: BundlePlace) throws -> Reading? {
    if let stored = writer.unwritten(place) { return ReadingDecoder.decode(stored.reading, original: stored.original) }
    return try StoryTable.reading(at: place, in: database)
  }

  /// The id of a story that is new, told by its words.
  func freeID(of incoming: IncomingStory) throws -> StoryID {
    let fingerprint = incoming.written.fingerprint
    let taken = try sameFingerprint(fingerprint.letters, Int64(bitPattern: fingerprint.value)).taken
    return Self.freeID(fingerprint.letters, taken: taken)
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

extension IncomingStory {
  /// Whether it is an entry of a feed, and a story is known by something else.
  fileprivate func isElsewhere(than existing: Adding.ExistingStory) -> Bool {
    guard case .entry? = written.name else { return false }
    return written.name != existing.name
  }
}

import Briefing
import GRDB

/// Puts one batch of incoming stories in, within one transaction.
struct Adding {
  let database: Database
  private let numbering: Numbering
  private(set) var added = Added()
  var writer: BundleWriter
  let sketches: SketchIndex
  /// What one undo will take back with all of this; nil where nothing does.
  var addition: Addition?
  /// Whether any story has several versions: mostly none has, and then none is looked for.
  var hasVersions: Bool
  /// How far the numbers given here are from the slots of their dates at most.
  private var displacement: Int64 = 0
  private var tagsOfFeeds: [String: [String]] = [:]

  /// - Parameter addition: what the stories are part of, so that one undo takes all of it back.
  /// - Returns: what became of the incoming stories.
  static func add(
    _ batch: some Collection<IncomingStory>, of addition: inout Addition?, numbering: Numbering, sketches: SketchIndex,
    in database: Database
  ) throws -> Added {
    var adding = try Adding(database, numbering: numbering, sketches: sketches, addition: addition)
    for incoming in batch { try adding.add(incoming) }
    try adding.finish()
    addition = adding.addition
    return adding.added
  }

  init(
    _ database: Database, numbering: Numbering, sketches: SketchIndex, addition: Addition?
  ) throws {
    self.database = database
    self.numbering = numbering
    self.sketches = sketches
    self.addition = addition
    try sketches.begin(in: database)
    writer = try BundleWriter(database)
    hasVersions = try Int.fetchOne(database.cachedStatement(sql: "SELECT 1 FROM version LIMIT 1")) != nil
  }

  mutating func add(_ incoming: IncomingStory) throws {
    switch try identity(of: incoming) {
    case .known(let id):
      added.ids.append(id)
      added.known += 1
    case .removed(let id):
      if let id { added.ids.append(id) }
      added.removed += 1
    case .version(let existing):
      added.ids.append(existing.id)
      added.versions += 1
      try add(incoming, asVersionOf: existing)
      noteLoss(of: existing, in: incoming)
    case .back(let existing):
      added.ids.append(existing.id)
      added.new += 1
      added.newIDs.append(existing.id)
      try bringBack(existing, as: incoming)
    case .placed(let existing):
      added.ids.append(existing.id)
      added.known += 1
      try place(incoming, at: existing)
    case .new(let made):
      let id = try wanted(by: incoming) ?? made
      added.ids.append(id)
      added.new += 1
      added.newIDs.append(id)
      let number = try insert(incoming, id: id)
      sketches.add(incoming.written.sketch, of: number)
      if let marks = incoming.marks { try Marks.set(marks, on: number, in: database) }
      if let feed = incoming.written.name?.feed { try Tags.add(tags(of: feed), to: number, in: database) }
    }
  }

  /// Says of a story that it stands in a feed, too.
  private func place(_ incoming: IncomingStory, at existing: ExistingStory) throws {
    guard let name = incoming.written.name else { return }
    try BoundStatement(
      "INSERT OR REPLACE INTO placement(feed, guid, story) VALUES (?, ?, ?)", in: database
    ).run { values in
      values.add(name.feed)
      values.add(name.guid)
      values.add(existing.number)
    }
  }

  /// The tags that stories of a feed get.
  mutating func tags(of feed: String) throws -> [String] {
    if let tags = tagsOfFeeds[feed] { return tags }
    let tags = try Subscriptions.one(key: feed, in: database)?.settings.tags ?? []
    tagsOfFeeds[feed] = tags
    return tags
  }

  /// Writes a story that the catalog does not hold.
  /// - Parameter change: what its row says that others do not.
  mutating func insert(
    _ incoming: IncomingStory, id: StoryID, _ change: (inout StoryRow) -> Void = { _ in }
  ) throws -> Int64 {
    let number = try freeNumber(at: incoming.marks?.edits.date ?? incoming.date)
    let place = try writer.append(incoming, number: number)
    try insert(incoming, number: number, id: id, at: place, change)
    let fingerprint = incoming.written.fingerprint
    if !fingerprint.letters.hasPrefix(id.text) {
      // Its words do not lead to its id, so they are looked for as those of a version are.
      try insertVersion(
        of: number, date: incoming.date, place: place, fingerprint: Int64(bitPattern: fingerprint.value))
    }
    return number
  }

  /// A newer version that lost much is taken like any other, and told: it may be a worse copy.
  private mutating func noteLoss(of existing: ExistingStory, in incoming: IncomingStory) {
    guard incoming.date >= existing.date else { return }
    let story = incoming.reading.story
    let shortening = Shortening(
      of: existing.id, headline: story.headline, before: WordCount.of(existing.story), after: WordCount.of(story))
    if let shortening { added.shortened.append(shortening) }
  }

  mutating func freeNumber(at date: Moment) throws -> Int64 {
    let number = try numbering.freeNumber(at: date, in: database)
    displacement = max(displacement, number - Numbering.slot(date))
    return number
  }

  private mutating func insert(
    _ incoming: IncomingStory, number: Int64, id: StoryID, at place: BundlePlace, _ change: (inout StoryRow) -> Void
  ) throws {
    let written = incoming.written
    var row = StoryRow(number: number, id: id, date: incoming.date, digest: written.digest, place: place)
    (row.address, row.origin, row.kind) = (written.address, written.origin, written.kind)
    (row.feed, row.guid) = (written.name?.feed, written.name?.guid)
    row.addition = try numberOfAddition()
    if let edits = incoming.marks?.edits, !edits.isEmpty { row.edit(edits, written.digest, at: incoming.date) }
    change(&row)
    try row.insert(in: database)
  }

  /// What an undo had taken out comes into sight again, as a part of this.
  private mutating func bringBack(_ existing: ExistingStory, as incoming: IncomingStory) throws {
    try database.cachedStatement(
      sql:
        "UPDATE story SET isRemoved = 0, removedAt = NULL, isUnread = 1, isStarred = 0, addition = ? WHERE number = ?"
    ).execute(arguments: [try numberOfAddition(), existing.number])
    if let marks = incoming.marks { try Marks.set(marks, on: existing.number, in: database) }
    try writer.touch(existing.number)
  }

  /// The entry of the journal that takes all of this back, made with the first story that is different then.
  mutating func numberOfAddition() throws -> Int64? {
    try addition?.begin(in: database)
    return addition?.number
  }

  mutating func finish() throws {
    try writer.flush()
    try sketches.finish(isEnd: false, in: database)
    guard displacement > 0 || added.new > 0 else { return }
    try database.cachedStatement(
      sql: "UPDATE total SET stories = stories + ?1, unread = unread + ?1, displacement = max(displacement, ?2)"
    ).execute(arguments: [added.new, displacement])
  }
}

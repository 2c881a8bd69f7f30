import Briefing
import GRDB

extension Adding {
  /// Keeps a changed story: the newer version is shown from now on, the older one stays with it.
  mutating func add(_ incoming: IncomingStory, asVersionOf existing: ExistingStory) throws {
    let isNewer = incoming.date >= existing.date
    let number = isNewer ? try self.number(for: incoming, after: existing) : existing.number
    let place = try writer.append(incoming, number: number)
    let wasUnread = try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT isUnread FROM story WHERE number = ?"), arguments: [existing.number])
    if try versions(of: existing) == 0 {
      try insertVersion(
        of: existing.number, date: existing.date, place: existing.row.place,
        fingerprint: existing.row.digest.fingerprint)
    }
    try insertVersion(
      of: existing.number, date: incoming.date, place: place,
      fingerprint: Int64(bitPattern: incoming.written.fingerprint.value), addition: numberOfAddition(),
      wasUnread: wasUnread)
    if isNewer {
      sketches.add(incoming.written.sketch, of: number)
      try replace(existing, by: incoming, number: number, at: place)
    } else {
      try database.cachedStatement(sql: "UPDATE story SET versions = versions + 1 WHERE number = ?").execute(
        arguments: [existing.number])
    }
  }

  /// A newer date needs another number, because numbers are in the order of dates.
  private mutating func number(for incoming: IncomingStory, after existing: ExistingStory) throws -> Int64 {
    // A date of the user's stays, and so does the number.
    if existing.row.editedDate != nil || Numbering.slot(incoming.date) == Numbering.slot(existing.date) {
      return existing.number
    }
    return try freeNumber(at: incoming.date)
  }

  private func versions(of existing: ExistingStory) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM version WHERE story = ?"), arguments: [existing.number]) ?? 0
  }

  mutating func insertVersion(
    of number: Int64, date: Moment, place: BundlePlace, fingerprint: Int64, addition: Int64? = nil,
    wasUnread: Bool? = nil
  ) throws {
    hasVersions = true
    try database.cachedStatement(
      sql: """
        INSERT INTO version(story, date, text, piece, fingerprint, addition, wasUnread) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [number, date.seconds, place.bundle, place.index, fingerprint, addition, wasUnread])
  }

  /// The row now says what the newer version says; it is unread again, unless a server keeps whether it was read; and all that
  /// the user set on it stays.
  private func replace(_ existing: ExistingStory, by incoming: IncomingStory, number: Int64, at place: BundlePlace)
    throws
  {
    let written = incoming.written
    if try !Outbox.concerns(existing.number, in: database) {
      try Marks.set(.unread(true), on: existing.id, in: database)
    }
    guard var row = try StoryRow.row(existing.number, in: database) else { return }
    (row.number, row.place) = (number, place)
    row.show(written.digest, at: incoming.date)
    (row.address, row.origin) = (written.address ?? row.address, written.origin ?? row.origin)
    (row.feed, row.guid) = (written.name?.feed ?? row.feed, written.name?.guid ?? row.guid)
    row.kind = max(row.kind, written.kind)
    row.versions += 1
    // What the newer version says is yet to be read.
    if row.progress == .finished { row.progress = .begun }
    try row.replace(existing.number, in: database)
    if number != existing.number {
      try database.cachedStatement(sql: "INSERT INTO replaced(text, story) VALUES (?, ?)").execute(
        arguments: [place.bundle, existing.number])
    }
    try Bookmarks.carry(number, from: existing.story, to: incoming.reading.story, in: database)
    let notes = try Notes.all(on: number, in: database)
    try Journal.carry(notes, of: existing.id, from: existing.story, to: incoming.reading.story, in: database)
    try Notes.carry(number, from: existing.story, to: incoming.reading.story, in: database)
  }
}

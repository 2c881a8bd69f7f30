import Briefing
import GRDB

extension Adding {
  /// Keeps a changed story: the newer version is shown from now on, the older one stays with it.
  mutating func add(_ incoming: IncomingStory, asVersionOf held: Held) throws {
    let isNewer = incoming.date >= held.date
    let number = isNewer ? try self.number(for: incoming, after: held) : held.number
    let place = try log.append(incoming, number: number)
    let wasUnread = try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT isUnread FROM story WHERE number = ?"), arguments: [held.number])
    if try versions(of: held) == 0 {
      try insertVersion(of: held.number, date: held.date, place: held.place, fingerprint: held.fingerprint)
    }
    try insertVersion(
      of: held.number, date: incoming.date, place: place,
      fingerprint: Int64(bitPattern: incoming.written.fingerprint.value), addition: numberOfAddition(),
      wasUnread: wasUnread)
    if isNewer {
      sketches.add(incoming.written.sketch, of: number)
      try replace(held, by: incoming, number: number, at: place)
    } else {
      try database.cachedStatement(sql: "UPDATE story SET versions = versions + 1 WHERE number = ?").execute(
        arguments: [held.number])
    }
  }

  /// A newer date needs another number, because numbers are in the order of dates.
  private mutating func number(for incoming: IncomingStory, after held: Held) throws -> Int64 {
    if Numbering.slot(incoming.date) == Numbering.slot(held.date) { return held.number }
    return try freeNumber(at: incoming.date)
  }

  private func versions(of held: Held) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM version WHERE story = ?"), arguments: [held.number]) ?? 0
  }

  mutating func insertVersion(
    of number: Int64, date: Moment, place: Log.Place, fingerprint: Int64, addition: Int64? = nil, wasUnread: Bool? = nil
  ) throws {
    hasVersions = true
    try database.cachedStatement(
      sql: """
        INSERT INTO version(story, date, text, piece, fingerprint, addition, wasUnread) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [number, date.seconds, place.text, place.piece, fingerprint, addition, wasUnread])
  }

  /// The row now says what the newer version says; it is unread again, and all that the user set on it stays.
  private func replace(_ held: Held, by incoming: IncomingStory, number: Int64, at place: Log.Place) throws {
    let written = incoming.written
    try Marks.set(.unread(true), on: held.id, in: database)
    try database.cachedStatement(
      sql: """
        UPDATE story SET number = ?, fingerprint = ?, date = ?, headline = ?, sortKey = ?, questions = ?, sources = ?,
          address = coalesce(?, address), origin = coalesce(?, origin), kind = max(kind, ?), feed = coalesce(?, feed),
          guid = coalesce(?, guid), text = ?, piece = ?, versions = versions + 1
        WHERE number = ?
        """
    ).execute(arguments: [
      number, Int64(bitPattern: written.fingerprint.value), incoming.date.seconds, written.headline, written.sortKey,
      written.questions, written.sources, written.address, written.origin, written.kind, written.name?.feed,
      written.name?.guid, place.text, place.piece, held.number,
    ])
    if number != held.number {
      try database.cachedStatement(sql: "INSERT INTO replaced(text, story) VALUES (?, ?)").execute(
        arguments: [place.text, held.number])
    }
    try Bookmarks.carry(number, from: held.story, to: incoming.reading.story, in: database)
    let notes = try Notes.all(on: number, in: database)
    try Journal.carry(notes, of: held.id, from: held.story, to: incoming.reading.story, in: database)
    try Notes.carry(number, from: held.story, to: incoming.reading.story, in: database)
  }
}

import Briefing
import GRDB

/// What the server of the account is yet to be told: marks that the user set on its entries, each with the value that it has
/// here now.
///
/// A mark goes in with the transaction that sets it, also where an undo sets it back, and leaves when the server has it.
enum Outbox {
  /// Notes a mark that was just set on stories. A story that is no entry of the account is passed over, and one that is
  /// several is noted as each. Some microseconds each.
  /// - Parameter known: the entry whose server said so itself.
  static func add(
    _ mark: Mark, of ids: [StoryID], at date: Moment, known: ItemID? = nil, in database: Database
  ) throws {
    guard !ids.isEmpty, try isAny(in: database) else { return }
    let (kind, tag, isSet) = mark.asOutgoing
    let list = try StoryTable.list(ids)
    try BoundStatement(
      """
      INSERT OR REPLACE INTO outgoing(item, mark, tag, isSet, date)
      SELECT item.id, ?1, ?2, ?3, ?4 FROM json_each(?5) CROSS JOIN story ON story.id = json_each.value
      CROSS JOIN item ON item.story = story.number WHERE item.id IS NOT ?6
      """, in: database
    ).run { values in
      values.add(kind)
      values.add(tag)
      values.add(isSet)
      values.add(date.seconds)
      values.add(list)
      values.add(known?.digits)
    }
  }

  static func put(_ outgoing: OutgoingMark, in database: Database) throws {
    let (kind, tag, isSet) = outgoing.mark.asOutgoing
    try BoundStatement(
      "INSERT OR REPLACE INTO outgoing(item, mark, tag, isSet, date) VALUES (?, ?, ?, ?, ?)", in: database
    ).run { values in
      values.add(outgoing.item.digits)
      values.add(kind)
      values.add(tag)
      values.add(isSet)
      values.add(outgoing.date.seconds)
    }
  }

  /// Whether there is any entry of an account.
  private static func isAny(in database: Database) throws -> Bool {
    try Int.fetchOne(database.cachedStatement(sql: "SELECT 1 FROM item LIMIT 1")) != nil
  }

  /// Whether a story is an entry of the account.
  static func concerns(_ number: Int64, in database: Database) throws -> Bool {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM item WHERE story = ? LIMIT 1"), arguments: [number]) != nil
  }

  /// All of it, what was set first first.
  static func all(in database: Database) throws -> [OutgoingMark] {
    let rows = try GRDB.Row.fetchCursor(
      database.cachedStatement(sql: "SELECT item, mark, tag, isSet, date FROM outgoing ORDER BY date, item, mark, tag"))
    var marks: [OutgoingMark] = []
    while let row = try rows.next() {
      guard let item = ItemID(digits: try row[0]), let mark = Mark(outgoing: try row[1], try row[2], try row[3])
      else { continue }
      marks.append(OutgoingMark(item: item, mark: mark, date: Moment(seconds: try row[4])))
    }
    return marks
  }

  static func count(in database: Database) throws -> Int {
    try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM outgoing")) ?? 0
  }

  /// Takes a mark out, unless it was set otherwise meanwhile.
  static func remove(_ outgoing: OutgoingMark, in database: Database) throws {
    let (kind, tag, isSet) = outgoing.mark.asOutgoing
    try BoundStatement(
      "DELETE FROM outgoing WHERE item = ? AND mark = ? AND tag = ? AND isSet = ? AND date = ?", in: database
    ).run { values in
      values.add(outgoing.item.digits)
      values.add(kind)
      values.add(tag)
      values.add(isSet)
      values.add(outgoing.date.seconds)
    }
  }

  /// Whether something is yet to be said of what a mark is about.
  static func holds(_ mark: Mark, of item: ItemID, in database: Database) throws -> Bool {
    let (kind, tag, _) = mark.asOutgoing
    return try BoundStatement("SELECT 1 FROM outgoing WHERE item = ? AND mark = ? AND tag = ?", in: database)
      .firstInteger { values in
        values.add(item.digits)
        values.add(kind)
        values.add(tag)
      } != nil
  }
}

extension Mark {
  /// What it is about (0 whether it was read, 1 the star, 2 a tag), the tag, and whether it is set: read, starred, tagged.
  var asOutgoing: (kind: Int64, tag: String, isSet: Bool) {
    switch self {
    case .unread(let isUnread): (0, "", !isUnread)
    case .starred(let isStarred): (1, "", isStarred)
    case .tagged(let tag, let isTagged): (2, tag, isTagged)
    }
  }

  init?(outgoing kind: Int64, _ tag: String, _ isSet: Bool) {
    switch kind {
    case 0: self = .unread(!isSet)
    case 1: self = .starred(isSet)
    case 2: self = .tagged(tag, isSet)
    default: return nil
    }
  }
}

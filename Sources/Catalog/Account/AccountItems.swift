import Briefing
import GRDB

/// What the server of the account has of its entries, as it was seen last.
enum AccountItems {
  /// All of them: half a microsecond each.
  static func all(in database: Database) throws -> [ItemID: ItemState] {
    var items: [ItemID: ItemState] = [:]
    items.reserveCapacity(try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM item")) ?? 0)
    try BoundStatement("SELECT id, isRead, isStarred FROM item", in: database).forEachRow { _ in
    } _: { row in
      guard let id = ItemID(digits: try row.text(0)) else { return }
      items[id] = ItemState(isRead: try row.integer(1) != 0, isStarred: try row.integer(2) != 0)
    }
    return items
  }

  /// The entries that have a label at the server, by the tag that stands for it.
  static func labelled(_ tag: String, in database: Database) throws -> Set<ItemID> {
    let statement = try database.cachedStatement(sql: "SELECT item FROM label WHERE tag = ?")
    return try Set(String.fetchAll(statement, arguments: [tag]).compactMap(ItemID.init(digits:)))
  }

  static func labels(in database: Database) throws -> [String] {
    try String.fetchAll(database.cachedStatement(sql: "SELECT DISTINCT tag FROM label ORDER BY tag"))
  }

  static func insert(_ id: ItemID, story: Int64?, _ state: ItemState, _ tags: [String], in database: Database) throws {
    try BoundStatement("INSERT OR REPLACE INTO item(id, story, isRead, isStarred) VALUES (?, ?, ?, ?)", in: database)
      .run { values in
        values.add(id.digits)
        values.add(story)
        values.add(state.isRead)
        values.add(state.isStarred)
      }
    for tag in tags { try note(.tagged(tag, true), of: id, in: database) }
  }

  /// Writes down what the server says of an entry.
  static func note(_ mark: Mark, of id: ItemID, in database: Database) throws {
    switch mark {
    case .unread(let isUnread): try set("isRead", !isUnread, of: id, in: database)
    case .starred(let isStarred): try set("isStarred", isStarred, of: id, in: database)
    case .tagged(let tag, let isTagged):
      try database.cachedStatement(
        sql: isTagged
          ? "INSERT OR IGNORE INTO label(tag, item) VALUES (?, ?)" : "DELETE FROM label WHERE tag = ? AND item = ?"
      ).execute(arguments: [tag, id.digits])
    }
  }

  private static func set(_ column: String, _ value: Bool, of id: ItemID, in database: Database) throws {
    try BoundStatement("UPDATE item SET \(column) = ? WHERE id = ?", in: database).run { values in
      values.add(value)
      values.add(id.digits)
    }
  }

  static func remove(_ id: ItemID, in database: Database) throws {
    for table in ["outgoing", "label"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE item = ?").execute(arguments: [id.digits])
    }
    try database.cachedStatement(sql: "DELETE FROM item WHERE id = ?").execute(arguments: [id.digits])
  }

  /// The story of an entry; nil where it is gone here, or never was.
  static func story(of id: ItemID, in database: Database) throws -> StoryID? {
    let statement = try database.cachedStatement(
      sql: "SELECT story.id FROM item CROSS JOIN story ON story.number = item.story WHERE item.id = ?")
    return try String.fetchOne(statement, arguments: [id.digits]).map { StoryID($0) }
  }

  /// Takes what the server says of an entry, which the user did not change here since: the story gets the mark.
  /// - Returns: whether a story is different then.
  static func take(_ said: ServerMark, at date: Moment, in database: Database) throws -> Bool {
    guard try !Outbox.holds(said.mark, of: said.item, in: database) else { return false }
    try note(said.mark, of: said.item, in: database)
    guard let story = try story(of: said.item, in: database), try Marks.set(said.mark, on: story, in: database) else {
      return false
    }
    // A story may be several entries there, as one that two feeds have.
    try Outbox.add(said.mark, of: [story], at: date, known: said.item, in: database)
    return true
  }
}

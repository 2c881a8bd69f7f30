import Briefing
import GRDB

/// What the user has set on stories.
enum Marks {
  /// Sets a mark on those stories that do not have it, and says which they were.
  static func set(_ mark: Mark, on ids: [StoryID], in database: Database) throws -> [StoryID] {
    guard ids.count <= mostOneByOne else { return try setAtOnce(mark, on: ids, in: database) }
    var changed: [StoryID] = []
    for id in ids where try set(mark, on: id, in: database) { changed.append(id) }
    return changed
  }

  private static let mostOneByOne = 64

  /// The same for very many, in one statement: some microseconds each.
  private static func setAtOnce(_ mark: Mark, on ids: [StoryID], in database: Database) throws -> [StoryID] {
    switch mark {
    case .unread(let isUnread): try set("isUnread", isUnread, total: "unread", onAll: ids, in: database)
    case .starred(let isStarred): try set("isStarred", isStarred, total: "starred", onAll: ids, in: database)
    case .tagged(let name, let isTagged): try Tags.set(name, isTagged, onAll: ids, in: database)
    }
  }

  private static func set(
    _ column: String, _ value: Bool, total: String, onAll ids: [StoryID], in database: Database
  ) throws -> [StoryID] {
    let statement = try BoundStatement(
      """
      UPDATE story SET \(column) = ?1 WHERE \(column) <> ?1 AND number IN (\(StoryTable.listed("?2")))
      RETURNING number, isRemoved
      """, in: database)
    var (numbers, shown): ([Int64], Int) = ([], 0)
    let list = try StoryTable.list(ids)
    try statement.forEachRow { values in
      values.add(value)
      values.add(list)
    } _: { row in
      numbers.append(try row.integer(0))
      // What is out of sight does not count.
      if try row.integer(1) == 0 { shown += 1 }
    }
    try database.cachedStatement(sql: "UPDATE total SET \(total) = \(total) + ?").execute(
      arguments: [value ? shown : -shown])
    guard numbers.count < ids.count else { return ids }
    let changed = try StoryTable.ids(of: numbers, in: database)
    return ids.filter { changed.contains($0.text) }
  }

  /// False if the story has the mark already, or is not there.
  @discardableResult
  static func set(_ mark: Mark, on id: StoryID, in database: Database) throws -> Bool {
    switch mark {
    case .unread(let isUnread): try set("isUnread", isUnread, total: "unread", on: id, in: database)
    case .starred(let isStarred): try set("isStarred", isStarred, total: "starred", on: id, in: database)
    case .tagged(let name, let isTagged): try Tags.set(name, isTagged, on: id, in: database)
    }
  }

  /// Everything at once, on a story that has no marks yet.
  static func set(_ marks: UserMarks, on number: Int64, in database: Database) throws {
    guard let row = try StoryQueries.row(number, in: database) else { return }
    if !marks.isUnread { try set(.unread(false), on: row.id, in: database) }
    if marks.isStarred { try set(.starred(true), on: row.id, in: database) }
    try Tags.add(marks.tags.compactMap(Tag.name), to: number, in: database)
    for note in marks.notes { try Notes.put(note, on: number, in: database) }
  }

  private static func set(
    _ column: String, _ value: Bool, total: String, on id: StoryID, in database: Database
  ) throws -> Bool {
    try database.cachedStatement(
      sql: "UPDATE story SET \(column) = ?1 WHERE id = ?2 AND \(column) <> ?1"
    ).execute(arguments: [value, id.text])
    guard database.changesCount > 0 else { return false }
    // What is out of sight does not count.
    try database.cachedStatement(
      sql: "UPDATE total SET \(total) = \(total) + ? WHERE (SELECT isRemoved FROM story WHERE id = ?) = 0"
    ).execute(arguments: [value ? 1 : -1, id.text])
    return true
  }
}

/// The tags of stories. Each row of the index carries its own, so that lists need not look for them.
enum Tags {
  /// False if nothing is different then, as where a story that is to be tagged has as many as it can have.
  @discardableResult
  static func set(_ name: String, _ isTagged: Bool, on id: StoryID, in database: Database) throws -> Bool {
    guard let number = try StoryTable.number(of: id, in: database) else { return false }
    if isTagged { return try add([name], to: number, in: database) > 0 }
    try database.cachedStatement(sql: "DELETE FROM tagging WHERE tag = ? AND story = ?").execute(
      arguments: [name, number])
    guard database.changesCount > 0 else { return false }
    try write(number, in: database)
    return true
  }

  /// The same for very many at once; says which are different then.
  static func set(_ name: String, _ isTagged: Bool, onAll ids: [StoryID], in database: Database) throws -> [StoryID] {
    let statement = try database.cachedStatement(
      sql: isTagged
        ? """
        INSERT OR IGNORE INTO tagging(tag, story)
          SELECT ?1, number FROM story WHERE number IN (\(StoryTable.listed("?2")))
            AND (tags IS NULL OR (SELECT count(*) FROM tagging WHERE tagging.story = number) < \(Tag.most))
        RETURNING story
        """
        : """
        DELETE FROM tagging WHERE tag = ?1 AND story IN (\(StoryTable.listed("?2")))
        RETURNING story
        """)
    let numbers = try Int64.fetchAll(statement, arguments: [name, try StoryTable.list(ids)])
    let rows = try GRDB.Row.fetchCursor(
      database.cachedStatement(
        sql: """
          UPDATE story SET tags = (
            SELECT group_concat(tag, ' ') FROM (SELECT tag FROM tagging WHERE story = number ORDER BY tag))
          WHERE number IN (SELECT value FROM json_each(?)) RETURNING id
          """), arguments: ["[" + numbers.map(String.init).joined(separator: ",") + "]"])
    let changed = try Set(rows.mapToArray { try $0[0] as String })
    return ids.filter { changed.contains($0.text) }
  }

  /// Adds tags in their order, as many as the story can have.
  /// - Returns: how many are new to it.
  @discardableResult
  static func add(_ names: [String], to number: Int64, in database: Database) throws -> Int {
    let count = try database.cachedStatement(sql: "SELECT count(*) FROM tagging WHERE story = ?")
    let room = max(0, Tag.most - (try Int.fetchOne(count, arguments: [number]) ?? 0))
    let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO tagging(tag, story) VALUES (?, ?)")
    var added = 0
    for name in names where added < room {
      try statement.execute(arguments: [name, number])
      added += database.changesCount
    }
    if added > 0 { try write(number, in: database) }
    return added
  }

  /// Writes all tags of a story into its row.
  private static func write(_ number: Int64, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        UPDATE story SET tags = (
          SELECT group_concat(tag, ' ') FROM (SELECT tag FROM tagging WHERE story = ?1 ORDER BY tag))
        WHERE number = ?1
        """
    ).execute(arguments: [number])
  }

  static func all(in database: Database) throws -> [TagCount] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT tag, count(*) AS stories FROM tagging CROSS JOIN story ON story.number = tagging.story
        WHERE +isRemoved = 0 GROUP BY tag ORDER BY stories DESC, tag
        """)
    return try GRDB.Row.fetchCursor(statement).mapToArray { try TagCount($0[0], stories: $0[1]) }
  }
}

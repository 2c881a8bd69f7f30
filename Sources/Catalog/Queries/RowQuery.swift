import Briefing
import Foundation
import GRDB

/// A listing as SQL, for a window at any place of it.
struct RowQuery {
  private let order: Listing.Order
  private let query: Query
  private let filter: Filter

  init(_ listing: Listing) {
    order = listing.order
    query = Query(listing.query)
    filter = Filter(query)
  }

  /// Whether its stories are found through the lookup.
  var needsLookup: Bool { filter.needsLookup }

  /// The rows of a window, in the listing's order.
  func rows(_ window: RowWindow, in database: Database) throws -> [Briefing.Row] {
    switch window {
    case .first(let count): try rows(beyond: nil, count, in: database).map(\.row)
    case .last(let count): try rows(beyond: nil, forward: false, count, in: database).map(\.row).reversed()
    case .after(let row, let count):
      try rows(beyond: edge(row, forward: true, in: database), count, in: database).map(\.row)
    case .before(let row, let count):
      try rows(beyond: edge(row, forward: false, in: database), forward: false, count, in: database).map(\.row)
        .reversed()
    }
  }

  func count(in database: Database) throws -> RowCount {
    let sql: String
    var arguments = StatementArguments()
    if filter.isEmpty {
      sql = "SELECT stories, unread FROM total"
    } else if query == Query(clauses: [[Query.Term(.unread(true))]]) {
      sql = "SELECT unread, unread FROM total"
    } else {
      let whole = filter.whole
      sql = "SELECT count(*), total(isUnread) FROM story WHERE " + whole.conditions.joined(separator: " AND ")
      arguments = whole.arguments
    }
    let row = try GRDB.Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    guard let row else { return RowCount(stories: 0, unread: 0) }
    return RowCount(stories: try row[0], unread: Int(exactly: (try row[1] as Double).rounded()) ?? 0)
  }

  /// How many stories stand before this one, if it is in the listing.
  func position(of row: Briefing.Row, in database: Database) throws -> Int? {
    let (edge, edgeArguments) = condition(beyond: try edge(row, forward: false, in: database), forward: false)
    let whole = filter.whole
    let isThere = "SELECT 1 FROM story WHERE " + (whole.conditions + ["id = ?"]).joined(separator: " AND ")
    guard
      try Int.fetchOne(
        database.cachedStatement(sql: isThere), arguments: whole.arguments + [row.id.text]) != nil
    else { return nil }
    let before = "SELECT count(*) FROM story WHERE " + (whole.conditions + [edge]).joined(separator: " AND ")
    return try Int.fetchOne(database.cachedStatement(sql: before), arguments: whole.arguments + edgeArguments)
  }

  /// The rows beyond an edge, the nearest first, each with the edge that it is itself.
  ///
  /// Each is farther than the one before it, as the file says it: so whoever goes on from the last one comes to an end.
  /// - Parameter orMore: whether those that had to be looked at anyway are given too.
  func rows(
    beyond edge: RowEdge?, forward: Bool = true, _ count: Int, orMore: Bool = false, in database: Database
  ) throws -> [(row: Briefing.Row, edge: RowEdge)] {
    if let words = filter.words, order != .headline {
      return try rows(having: words, beyond: edge, forward: forward, count, orMore: orMore, in: database)
    }
    var (conditions, arguments) = filter.whole
    if let edge {
      let (condition, more) = condition(beyond: edge, forward: forward)
      conditions.append(condition)
      arguments += more
    }
    let statement = try database.cachedStatement(sql: sql(conditions, forward: forward))
    let rows = try GRDB.Row.fetchCursor(statement, arguments: arguments + [max(0, count)])
    var last = edge
    return try rows.mapToArray { row in
      let value = try Briefing.Row(row)
      let key: RowEdge.Key =
        try order == .headline ? .headline(.init(bytes: Array(row[10] as Data))) : .date(value.date)
      let edge = try RowEdge(key: key, number: row[9])
      let isFarther = last.map { isDown(forward) ? edge < $0 : $0 < edge } ?? true
      guard isFarther else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      last = edge
      return (value, edge)
    }
  }

  /// Goes along the index of words, whose stories come by number, so that the cost is that of the rows shown and not of
  /// all that have the words.
  private func rows(
    having words: String, beyond edge: RowEdge?, forward: Bool, _ count: Int, orMore: Bool, in database: Database
  ) throws -> [(row: Briefing.Row, edge: RowEdge)] {
    let isDown = isDown(forward)
    var sorter = DateSorter<Briefing.Row>(
      newestFirst: isDown, after: edge?.dated, displacement: try Numbering.displacement(in: database))
    let statement = try database.cachedStatement(sql: wordsSQL(isDown: isDown))
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [words, sorter.start] + filter.arguments)
    var found: [(row: Briefing.Row, edge: RowEdge)] = []
    while found.count < count || orMore && sorter.hasNext, let next = try sorter.next(of: rows, DateSorter.Element.init)
    {
      found.append((next.value, RowEdge(key: .date(next.date), number: next.number)))
    }
    return found
  }

  /// The rows that have the most of the query's words and the rarest (by BM25, with a headline or question worth four
  /// other places), the best first and the newest of those that are as good; where the query needs no words, the newest.
  ///
  /// The index knows no lengths, so that long stories are not put last; BM25 then wants stories of ten words and more on
  /// the average.
  func best(_ count: Int, in database: Database) throws -> [(row: Briefing.Row, number: Int64)] {
    guard let words = filter.words else {
      return try rows(beyond: nil, count, in: database).map { ($0.row, $0.edge.number) }
    }
    let statement = try database.cachedStatement(sql: bestSQL)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [words] + filter.arguments + [count])
    let found = try rows.mapToArray { try (row: Briefing.Row($0), number: $0[9] as Int64, rank: $0[10] as Double) }
    return found.sorted { ($0.rank, $1.row.date) < ($1.rank, $0.row.date) }.map { ($0.row, $0.number) }
  }

  private var bestSQL: String {
    """
    SELECT \(Briefing.Row.columns), number, rank FROM words CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND rank MATCH 'bm25(1.0, 4.0, 0.0)' AND isRemoved = \(filter.visibility.rawValue)
    \(filter.conditions.map { "AND " + $0 }.joined(separator: " "))
    ORDER BY rank LIMIT ?
    """
  }

  func wordsSQL(isDown: Bool) -> String {
    """
    SELECT \(Briefing.Row.columns), number FROM words CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND words.rowid \(isDown ? "<=" : ">=") ? AND isRemoved = \(filter.visibility.rawValue)
    \(filter.conditions.map { "AND " + $0 }.joined(separator: " "))
    ORDER BY words.rowid \(isDown ? "DESC" : "ASC")
    """
  }

  func sql(_ conditions: [String], forward: Bool) -> String {
    let (key, more) = order == .headline ? ("sortKey", ", CAST(sortKey AS BLOB)") : ("date", "")
    let direction = isDown(forward) ? "DESC" : "ASC"
    return """
      SELECT \(Briefing.Row.columns), number\(more) FROM story
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY \(key) \(direction), number \(direction) LIMIT ?
      """
  }

  /// Whether what is sought comes by falling dates, or falling headlines.
  private func isDown(_ forward: Bool) -> Bool {
    (order == .newest) == forward
  }

  private func condition(beyond edge: RowEdge, forward: Bool) -> (String, StatementArguments) {
    let comparison = isDown(forward) ? "<" : ">"
    return switch edge.key {
    case .date(let date): ("(date, number) \(comparison) (?, ?)", [date.seconds, edge.number])
    case .headline(let key): ("(sortKey, number) \(comparison) (CAST(? AS TEXT), ?)", [Data(key.bytes), edge.number])
    }
  }

  /// Where a row stands. Of a story that has left, the number is not known: its date or headline must do.
  private func edge(_ row: Briefing.Row, forward: Bool, in database: Database) throws -> RowEdge {
    let number = try StoryTable.number(of: row.id, in: database)
    let key: RowEdge.Key = try order == .headline ? .headline(sortKey(of: row, number, in: database)) : .date(row.date)
    return RowEdge(key: key, number: number ?? (isDown(forward) ? .min : .max))
  }

  private func sortKey(of row: Briefing.Row, _ number: Int64?, in database: Database) throws -> RowEdge.Bytes {
    let statement = try database.cachedStatement(sql: "SELECT CAST(sortKey AS BLOB) FROM story WHERE number = ?")
    let stored = try number.flatMap { try Data.fetchOne(statement, arguments: [$0]) }
    return RowEdge.Bytes(bytes: stored.map(Array.init) ?? Array(LineText.sortKey(of: row.headline).utf8))
  }
}

extension Briefing.Row {
  static let columns = "id, headline, date, questions, sources, isUnread, isStarred, tags, versions"

  init(_ row: GRDB.Row) throws {
    try self.init(
      id: StoryID(row[0]), headline: row[1], date: Moment(seconds: row[2]), questions: row[3], sources: row[4],
      isUnread: row[5], isStarred: row[6],
      tags: (row[7] as String?)?.split(separator: " ").map(String.init) ?? [], versions: row[8])
  }
}

extension Cursor {
  /// Every element, made into something else.
  func mapToArray<Value>(_ transform: (Element) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    while let element = try next() { values.append(try transform(element)) }
    return values
  }
}

extension DateSorter<Briefing.Row>.Element {
  init(_ row: GRDB.Row) throws {
    let value = try Briefing.Row(row)
    self.init(date: value.date, number: try row[9], value: value)
  }
}

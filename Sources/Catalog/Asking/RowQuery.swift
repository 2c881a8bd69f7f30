import Briefing
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
    case .first(let count): try rows(from: nil, forward: true, count, in: database)
    case .last(let count): try rows(from: nil, forward: false, count, in: database).reversed()
    case .after(let row, let count): try rows(from: row, forward: true, count, in: database)
    case .before(let row, let count): try rows(from: row, forward: false, count, in: database).reversed()
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
    let (edge, edgeArguments) = try edge(row, forward: false, in: database)
    let whole = filter.whole
    let isThere = "SELECT 1 FROM story WHERE " + (whole.conditions + ["id = ?"]).joined(separator: " AND ")
    guard
      try Int.fetchOne(
        database.cachedStatement(sql: isThere), arguments: whole.arguments + [row.id.text]) != nil
    else { return nil }
    let before = "SELECT count(*) FROM story WHERE " + (whole.conditions + [edge]).joined(separator: " AND ")
    return try Int.fetchOne(database.cachedStatement(sql: before), arguments: whole.arguments + edgeArguments)
  }

  private func rows(
    from row: Briefing.Row?, forward: Bool, _ count: Int, in database: Database
  ) throws -> [Briefing.Row] {
    if let words = filter.words, order != .headline {
      return try rows(having: words, from: row, forward: forward, count, in: database)
    }
    var (conditions, arguments) = filter.whole
    if let row {
      let (edge, edgeArguments) = try edge(row, forward: forward, in: database)
      conditions.append(edge)
      arguments += edgeArguments
    }
    let statement = try database.cachedStatement(sql: sql(conditions, forward: forward))
    return try GRDB.Row.fetchCursor(statement, arguments: arguments + [max(0, count)]).mapToArray(Briefing.Row.init)
  }

  /// Goes along the index of words, whose stories come by number, so that the cost is that of the rows shown and not of
  /// all that have the words.
  private func rows(
    having words: String, from row: Briefing.Row?, forward: Bool, _ count: Int, in database: Database
  ) throws -> [Briefing.Row] {
    let isDown = (order == .newest) == forward
    let edge = try row.map { row in
      (row.date, try Stored.number(of: row.id, in: database) ?? (isDown ? .min : .max))
    }
    var byDate = ByDate<Briefing.Row>(
      newestFirst: isDown, after: edge, displacement: try Numbering.displacement(in: database))
    let statement = try database.cachedStatement(sql: wordsSQL(isDown: isDown))
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [words, byDate.start] + filter.arguments)
    var found: [Briefing.Row] = []
    while found.count < count, let next = try byDate.next(of: rows, ByDate.Element.init) { found.append(next.value) }
    return found
  }

  /// The rows that have the most of the query's words and the rarest (by BM25, with a headline or question worth four
  /// other places), the best first and the newest of those that are as good; where the query needs no words, the newest.
  ///
  /// The index knows no lengths, so that long stories are not put last; BM25 then wants stories of ten words and more on
  /// the average.
  func best(_ count: Int, in database: Database) throws -> [Briefing.Row] {
    guard let words = filter.words else { return try rows(.first(count), in: database) }
    let statement = try database.cachedStatement(sql: bestSQL)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [words] + filter.arguments + [count])
    let found = try rows.mapToArray { try (row: Briefing.Row($0), rank: $0[9] as Double) }
    return found.sorted { ($0.rank, $1.row.date) < ($1.rank, $0.row.date) }.map(\.row)
  }

  private var bestSQL: String {
    """
    SELECT \(Briefing.Row.columns), rank FROM words CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND rank MATCH 'bm25(1.0, 4.0, 0.0)' AND isRemoved = \(filter.sight.rawValue)
    \(filter.conditions.map { "AND " + $0 }.joined(separator: " "))
    ORDER BY rank LIMIT ?
    """
  }

  func wordsSQL(isDown: Bool) -> String {
    """
    SELECT \(Briefing.Row.columns), number FROM words CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND words.rowid \(isDown ? "<=" : ">=") ? AND isRemoved = \(filter.sight.rawValue)
    \(filter.conditions.map { "AND " + $0 }.joined(separator: " "))
    ORDER BY words.rowid \(isDown ? "DESC" : "ASC")
    """
  }

  func sql(_ conditions: [String], forward: Bool) -> String {
    let isDescending = (order == .newest) == forward
    let key = order == .headline ? "sortKey" : "date"
    let isDown = order == .headline ? !forward : isDescending
    let direction = isDown ? "DESC" : "ASC"
    return """
      SELECT \(Briefing.Row.columns) FROM story
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY \(key) \(direction), number \(direction) LIMIT ?
      """
  }

  /// What holds of the rows beyond this one. Of a story that has left, the number is not known: its date or headline
  /// must do.
  private func edge(
    _ row: Briefing.Row, forward: Bool, in database: Database
  ) throws -> (String, StatementArguments) {
    let isDown = order == .headline ? !forward : (order == .newest) == forward
    let number = try Stored.number(of: row.id, in: database) ?? (isDown ? .min : .max)
    let comparison = isDown ? "<" : ">"
    switch order {
    case .newest, .oldest: return ("(date, number) \(comparison) (?, ?)", [row.date.seconds, number])
    case .headline: return ("(sortKey, number) \(comparison) (?, ?)", [Line.sortKey(of: row.headline), number])
    }
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

extension ByDate<Briefing.Row>.Element {
  init(_ row: GRDB.Row) throws {
    let value = try Briefing.Row(row)
    self.init(date: value.date, number: try row[9], value: value)
  }
}

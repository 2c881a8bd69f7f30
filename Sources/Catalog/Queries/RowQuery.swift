import Briefing
import Foundation
import GRDB

/// A listing as SQL, for a window at any place of it.
struct RowQuery {
  let order: Listing.Order
  private let query: Query
  private let filter: Filter

  /// - Parameter now: the day from which the query counts days back.
  init(_ listing: Listing, unreadOnly: Bool = false, now: Moment) {
    var query = Query(listing.query)
    if unreadOnly { query.clauses.append([Query.Term(.unread(true))]) }
    self.init(query, order: listing.order, now: now)
  }

  init(_ query: Query, order: Listing.Order, now: Moment) {
    (self.query, self.order) = (query, order)
    filter = Filter(query, now: now)
  }

  /// Whether its stories are found through the lookup.
  var needsLookup: Bool { filter.needsLookup }

  /// The rows of a window, in the listing's order.
  func rows(_ window: RowWindow, in database: Database) throws -> [Briefing.Row] {
    try FeedTitles.naming(rowsOfKeys(window, in: database), in: database)
  }

  /// The same with the keys of their feeds where names are to stand.
  private func rowsOfKeys(_ window: RowWindow, in database: Database) throws -> [Briefing.Row] {
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
    if try filter.isUnanswered(in: database) { return RowCount(stories: 0, unread: 0) }
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

  func isAnswered(in database: Database) throws -> Bool { try !filter.isUnanswered(in: database) }

  /// What must hold of its stories.
  var condition: (conditions: [String], arguments: StatementArguments) { filter.whole }

  /// How many stories stand before this one, if it is in the listing.
  func position(of row: Briefing.Row, in database: Database) throws -> Int? {
    if try filter.isUnanswered(in: database) { return nil }
    let whole = filter.whole
    let isThere = "SELECT 1 FROM story WHERE " + (whole.conditions + ["id = ?"]).joined(separator: " AND ")
    guard
      try Int.fetchOne(
        database.cachedStatement(sql: isThere), arguments: whole.arguments + [row.id.text]) != nil
    else { return nil }
    let runs = runs(beyond: try edge(row, forward: false, in: database), forward: false)
    return try runs.reduce(0) { count, run in
      let before = "SELECT count(*) FROM story WHERE " + (whole.conditions + run.conditions).joined(separator: " AND ")
      let rows = try Int.fetchOne(database.cachedStatement(sql: before), arguments: whole.arguments + run.arguments)
      return count + (rows ?? 0)
    }
  }

  /// The rows beyond an edge, the nearest first, each with the edge that it is itself.
  ///
  /// Each is farther than the one before it, as the file says it: so whoever goes on from the last one comes to an end.
  /// - Parameter orMore: whether those that had to be looked at anyway are given too.
  func rows(
    beyond edge: RowEdge?, forward: Bool = true, _ count: Int, orMore: Bool = false, in database: Database
  ) throws -> [(row: Briefing.Row, edge: RowEdge)] {
    if try filter.isUnanswered(in: database) { return [] }
    if let words = filter.words, order == .newest || order == .oldest {
      return try rows(having: words, beyond: edge, forward: forward, count, orMore: orMore, in: database)
    }
    var found: [(row: Briefing.Row, edge: RowEdge)] = []
    for run in runs(beyond: edge, forward: forward) where found.count < count {
      found += try rows(of: run, beyond: found.last?.edge ?? edge, forward: forward, count - found.count, in: database)
    }
    return found
  }

  private func rows(
    of run: RowRun, beyond edge: RowEdge?, forward: Bool, _ count: Int, in database: Database
  ) throws -> [(row: Briefing.Row, edge: RowEdge)] {
    let whole = filter.whole
    let statement = try database.cachedStatement(sql: sql(whole.conditions + run.conditions, run))
    let rows = try GRDB.Row.fetchCursor(statement, arguments: whole.arguments + run.arguments + [count])
    var last = edge
    return try rows.mapToArray { row in
      let value = try Briefing.Row(row)
      let edge = try RowEdge(key: key(of: value, row), number: row[Briefing.Row.width])
      let isFarther = last.map { isDown(forward) ? edge < $0 : $0 < edge } ?? true
      guard isFarther else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      last = edge
      return (value, edge)
    }
  }

  private func key(of value: Briefing.Row, _ row: GRDB.Row) throws -> RowEdge.Key {
    switch order {
    case .newest, .oldest: return .date(value.date)
    case .headline: return try .headline(.init(bytes: Array(row[Briefing.Row.width + 1] as Data)))
    case .publisher:
      let name: Data? = try row[Briefing.Row.width + 1]
      return .publisher(RowEdge.Name(bytes: name.map { .init(bytes: Array($0)) }), value.date)
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
    if try filter.isUnanswered(in: database) { return [] }
    guard let words = filter.words else {
      return try rows(beyond: nil, count, in: database).map { ($0.row, $0.edge.number) }
    }
    let statement = try database.cachedStatement(sql: bestSQL)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [words] + filter.arguments + [count])
    let found = try rows.mapToArray {
      try (row: Briefing.Row($0), number: $0[Briefing.Row.width] as Int64, rank: $0[Briefing.Row.width + 1] as Double)
    }
    return found.sorted { ($0.rank, $1.row.date) < ($1.rank, $0.row.date) }.map { ($0.row, $0.number) }
  }

  private var bestSQL: String {
    """
    SELECT \(Briefing.Row.columns), number, rank FROM words CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND rank MATCH 'bm25(1.0, 4.0, 0.0, 1.0)' AND isRemoved = \(filter.visibility.rawValue)
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

  private func sql(_ conditions: [String], _ run: RowRun) -> String {
    let more =
      switch order {
      case .newest, .oldest: ""
      case .headline: ", CAST(sortKey AS BLOB)"
      case .publisher: ", CAST(publisher AS BLOB)"
      }
    return """
      SELECT \(Briefing.Row.columns), number\(more) FROM story
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY \(run.order) LIMIT ?
      """
  }
}

extension Briefing.Row {
  static let columns =
    "id, headline, date, questions, sources, isUnread, isStarred, tags, versions, publisher, progress, isRemoved, feed"
  /// How many these are.
  static let width = 13

  /// A row as it is stored, with the key of its feed for a name: `FeedTitles` has the names.
  init(_ row: GRDB.Row) throws {
    // What is garbled is shown, as a rescue does.
    let visibility = Visibility(rawValue: try row[11]) ?? .shown
    try self.init(
      id: StoryID(row[0]), headline: row[1], date: Moment(seconds: row[2]), questions: row[3], sources: row[4],
      isUnread: row[5], isStarred: row[6],
      tags: (row[7] as String?)?.split(separator: " ").map(String.init) ?? [], versions: row[8],
      publisher: row[9], progress: Progress(rawValue: row[10]) ?? .none,
      isRemoved: visibility != .shown && visibility != .kept, feed: row[12], isPage: visibility == .kept)
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
    self.init(date: value.date, number: try row[Briefing.Row.width], value: value)
  }
}

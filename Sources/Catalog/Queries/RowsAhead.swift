import Briefing
import GRDB

/// The rows of a listing one after another, taken a good many at a time: more and more of them, since some listings have
/// to look at much for each look.
///
/// Where many stories are of one moment, only a look at all of them says which comes next; those that were looked at are
/// kept then.
struct RowsAhead {
  private let query: RowQuery
  private var edge: RowEdge?
  private var rows: ArraySlice<(row: Briefing.Row, edge: RowEdge)> = []
  private var size: Int
  private var isOver = false

  private static let largest = 8192

  /// - Parameter first: how many are taken at first.
  init(_ query: RowQuery, beyond edge: RowEdge? = nil, first: Int) {
    (self.query, self.edge, size) = (query, edge, first)
  }

  mutating func next(in database: Database) throws -> (row: Briefing.Row, edge: RowEdge)? {
    if rows.isEmpty, !isOver {
      rows = try query.rows(beyond: edge, size, orMore: true, in: database)[...]
      isOver = rows.count < size
      edge = rows.last?.edge ?? edge
      size = min(size * 2, Self.largest)
    }
    return rows.popFirst()
  }
}

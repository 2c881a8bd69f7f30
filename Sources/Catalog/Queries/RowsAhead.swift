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

/// Where a story stands in a listing: what the rows beyond it are told from.
struct RowEdge: Comparable {
  /// What the listing goes by.
  enum Key: Comparable {
    case date(Moment)
    /// What headlines are sorted by, byte for byte.
    case headline(Bytes)
    /// Who publishes it, and the date, of which the newest comes first.
    case publisher(Name, Moment)
  }

  /// Compared one by one, as SQLite compares text.
  struct Bytes: Comparable {
    var bytes: [UInt8]

    static func < (left: Bytes, right: Bytes) -> Bool {
      left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }

  /// The name of who publishes a story; those that nobody does come last.
  struct Name {
    var bytes: Bytes?
  }

  var key: Key
  var number: Int64

  /// Date and number, where the listing goes by dates.
  var dated: (Moment, Int64)? {
    guard case .date(let date) = key else { return nil }
    return (date, number)
  }

  static func < (left: RowEdge, right: RowEdge) -> Bool {
    guard case .publisher(let name, let date) = left.key, case .publisher(let other, let otherDate) = right.key else {
      return (left.key, left.number) < (right.key, right.number)
    }
    return name == other ? (otherDate, right.number) < (date, left.number) : name < other
  }
}

extension RowEdge.Name: Comparable {
  static func == (left: RowEdge.Name, right: RowEdge.Name) -> Bool { left.folded == right.folded }

  static func < (left: RowEdge.Name, right: RowEdge.Name) -> Bool {
    guard let name = left.folded else { return false }
    return right.folded.map { name.lexicographicallyPrecedes($0) } ?? true
  }

  /// As SQLite compares text where case does not count (`NOCASE`): by the letters of English alone.
  private var folded: [UInt8]? {
    bytes?.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}

import Briefing

/// Where a story stands in a listing: what the rows beyond it are told from.
struct RowEdge: Comparable {
  /// What the listing goes by.
  enum Key: Comparable {
    case date(Moment)
    /// What headlines are sorted by, byte for byte.
    case headline(Bytes)
  }

  /// Compared one by one, as SQLite compares text.
  struct Bytes: Comparable {
    var bytes: [UInt8]

    static func < (left: Bytes, right: Bytes) -> Bool {
      left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }

  var key: Key
  var number: Int64

  /// Date and number, where the listing goes by dates.
  var dated: (Moment, Int64)? {
    guard case .date(let date) = key else { return nil }
    return (date, number)
  }

  static func < (left: RowEdge, right: RowEdge) -> Bool {
    (left.key, left.number) < (right.key, right.number)
  }
}

import Briefing
import GRDB

/// A story's number says about when it was published, so that whatever is sorted by number comes newest or oldest first
/// without a look at the dates.
///
/// Time is cut into slots of sixteen seconds. A story gets the number of its slot, or the first free one after it: never
/// less than its slot, and seldom much more. Numbers stay close together, which keeps the index of words small.
enum Numbering {
  static func slot(_ date: Moment) -> Int64 {
    date.seconds >> 4
  }
}

extension Adding {
  /// The first free number from a date's slot on.
  func freeNumber(at date: Moment) throws -> Int64 {
    let slot = Numbering.slot(date)
    let isTaken = try database.cachedStatement(sql: "SELECT 1 FROM story WHERE number = ?")
    guard try Int.fetchOne(isTaken, arguments: [slot]) != nil else { return slot }
    let lastOfRun = try database.cachedStatement(
      sql: """
        SELECT number FROM story AS this WHERE number >= ?
        AND NOT EXISTS (SELECT 1 FROM story AS after WHERE after.number = this.number + 1)
        ORDER BY number LIMIT 1
        """)
    return try (Int64.fetchOne(lastOfRun, arguments: [slot]) ?? slot) + 1
  }
}

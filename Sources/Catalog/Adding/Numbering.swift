import Briefing
import GRDB
import Synchronization

/// A story's number says about when it was published, so that whatever is sorted by number comes newest or oldest first
/// without a look at the dates.
///
/// Time is cut into slots of sixteen seconds. A story gets the number of its slot, or the first free one after it: never
/// less than its slot, and seldom much more. Numbers stay close together, which keeps the index of words small.
final class Numbering: Sendable {
  /// For slots that several stories share: the last number given to one of them.
  private let given = Mutex<[Int64: Int64]>([:])
  /// What is remembered only saves time, so it need not grow.
  private static let mostRemembered = 4096

  static func slot(_ date: Moment) -> Int64 {
    date.seconds >> 4
  }

  /// How far a story's number is from its slot at most.
  static func displacement(in database: Database) throws -> Int64 {
    let displacement = try Int64.fetchOne(database.cachedStatement(sql: "SELECT displacement FROM total")) ?? 0
    return displacement.sensible
  }

  /// The first free number from a date's slot on.
  func freeNumber(at date: Moment, in database: Database) throws -> Int64 {
    let slot = Self.slot(date)
    let first = given.withLock { $0[slot].map { $0 + 1 } } ?? slot
    let isTaken = try BoundStatement("SELECT 1 FROM story WHERE number = ?", in: database)
    guard try isTaken.firstInteger({ $0.add(first) }) != nil else {
      if first > slot { remember(first, at: slot) }
      return first
    }
    let lastOfRun = try BoundStatement(
      """
      SELECT number FROM story AS this WHERE number >= ?
      AND NOT EXISTS (SELECT 1 FROM story AS after WHERE after.number = this.number + 1)
      ORDER BY number LIMIT 1
      """, in: database)
    let number = try (lastOfRun.firstInteger { $0.add(first) } ?? first) + 1
    remember(number, at: slot)
    return number
  }

  private func remember(_ number: Int64, at slot: Int64) {
    given.withLock { given in
      if given.count >= Self.mostRemembered { given = [:] }
      given[slot] = number
    }
  }
}

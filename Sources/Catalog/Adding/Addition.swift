public import Briefing
import GRDB

/// One `add` of the user's, in however many batches it comes: one undo takes all of it back.
public struct Addition: Hashable, Sendable {
  /// The entry of the journal that takes it back, whose number its stories bear; nil before there is one.
  private(set) var number: Int64?
  private let date: Moment
  /// Whether the entry was seen within the transaction that goes on.
  private var isThere = false

  public init(at date: Moment) {
    self.date = date
  }

  /// What is added after an undo, by a program that went on meanwhile, is another addition.
  mutating func begin(in database: Database) throws {
    guard !isThere else { return }
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM journal WHERE number = ?")
    let goesOn = try number.map { try Int.fetchOne(statement, arguments: [$0]) != nil } ?? false
    if !goesOn {
      let number = try Journal.begin(at: date, in: database) { .withdraw(addition: $0) }
      self.number = number
    }
    isThere = true
  }

  /// The next transaction looks again.
  mutating func end() { isThere = false }
}

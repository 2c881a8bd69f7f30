import Briefing
import GRDB

/// Puts stories that come by number into the exact order of their dates.
///
/// A number is never less than the slot of its date, and at most `displacement` more. So a story's turn has come once the
/// numbers have passed all that an earlier one could have: mostly at once, and without looking at the rest.
struct ByDate<Value> {
  struct Element {
    var date: Moment
    var number: Int64
    var value: Value

    fileprivate var key: (Moment, Int64) { (date, number) }
  }

  private let isNewestFirst: Bool
  private let displacement: Int64
  private let edge: (Moment, Int64)?
  /// Those whose turn has not come, the one whose turn comes first last.
  private var waiting: [Element] = []
  /// The number of the last story taken.
  private var reached: Int64 = 0
  private var isOver = false

  /// - Parameter edge: date and number of the story after which to begin.
  init(newestFirst: Bool, after edge: (Moment, Int64)?, displacement: Int64) {
    isNewestFirst = newestFirst
    self.edge = edge
    self.displacement = displacement
  }

  /// The number to begin with, so that no story after the edge is missed.
  var start: Int64 {
    guard let edge else { return isNewestFirst ? .max : .min }
    return Numbering.slot(edge.0) + (isNewestFirst ? displacement : 0)
  }

  /// The next story, from a cursor over stories in the order of their numbers.
  mutating func next(of rows: RowCursor, _ element: (GRDB.Row) throws -> Element) throws -> Element? {
    while true {
      if let first = waiting.last, isOver || isCertain(first) { return waiting.popLast() }
      guard !isOver else { return nil }
      guard let row = try rows.next() else {
        isOver = true
        continue
      }
      let element = try element(row)
      reached = element.number
      if edge.map({ comesBefore($0, element.key) }) ?? true { insert(element) }
    }
  }

  /// Whether no story that is still to come can come before this one.
  private func isCertain(_ element: Element) -> Bool {
    let slot = Numbering.slot(element.date)
    return isNewestFirst ? slot >= reached : slot + displacement <= reached
  }

  private func comesBefore(_ left: (Moment, Int64), _ right: (Moment, Int64)) -> Bool {
    isNewestFirst ? left > right : left < right
  }

  private mutating func insert(_ element: Element) {
    var low = 0
    var high = waiting.count
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(element.key, waiting[middle].key) { low = middle + 1 } else { high = middle }
    }
    waiting.insert(element, at: low)
  }
}

import Briefing
import GRDB

/// Puts stories that come by number into the exact order of their dates.
///
/// A number is never less than the slot of its date, and at most `displacement` more. So a story's turn has come once the
/// numbers have passed all that an earlier one could have: mostly at once, and without looking at the rest.
struct DateSorter<Value> {
  struct Element {
    var date: Moment
    var number: Int64
    var value: Value

    fileprivate var key: (Moment, Int64) { (date, number) }
  }

  private let isNewestFirst: Bool
  private let displacement: Int64
  private let edge: (Moment, Int64)?
  /// Those whose turn has not come: a heap, on top of which is the one whose turn comes first.
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
      if hasNext { return pop() }
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

  /// Whether the next one is known without a look at more rows.
  var hasNext: Bool {
    waiting.first.map { isOver || isCertain($0) } ?? false
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
    var place = waiting.count
    waiting.append(element)
    while place > 0, isBefore(place, (place - 1) / 2) {
      waiting.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> Element? {
    guard let last = waiting.popLast() else { return nil }
    guard let first = waiting.first else { return last }
    waiting[0] = last
    var place = 0
    while 2 * place + 1 < waiting.count {
      var child = 2 * place + 1
      if child + 1 < waiting.count, isBefore(child + 1, child) { child += 1 }
      guard isBefore(child, place) else { break }
      waiting.swapAt(place, child)
      place = child
    }
    return first
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    comesBefore(waiting[left].key, waiting[right].key)
  }
}

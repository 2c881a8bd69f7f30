import Briefing
import Foundation
import GRDB

/// Some rows of a listing that stand one behind another, and which an index has in that order.
struct RowRun {
  var conditions: [String] = []
  var arguments = StatementArguments()
  /// What they are sorted by.
  var order: String
}

/// How a listing goes on from a row.
extension RowQuery {
  /// What is beyond an edge, the nearest first.
  func runs(beyond edge: RowEdge?, forward: Bool) -> [RowRun] {
    let direction = isDown(forward) ? "DESC" : "ASC"
    let comparison = isDown(forward) ? "<" : ">"
    switch edge?.key {
    case .publisher(let name, let date)?:
      return runs(beyond: name.bytes, date, edge?.number ?? 0, forward: forward)
    case .date(let date)?:
      return [
        RowRun(
          conditions: ["(date, number) \(comparison) (?, ?)"], arguments: [date.seconds, edge?.number],
          order: "date \(direction), number \(direction)")
      ]
    case .headline(let key)?:
      return [
        RowRun(
          conditions: ["(sortKey, number) \(comparison) (CAST(? AS TEXT), ?)"],
          arguments: [Data(key.bytes), edge?.number], order: "sortKey \(direction), number \(direction)")
      ]
    case nil where order == .publisher:
      return forward ? [named(forward), nameless(forward)] : [nameless(forward), named(forward)]
    case nil:
      let key = order == .headline ? "sortKey" : "date"
      return [RowRun(order: "\(key) \(direction), number \(direction)")]
    }
  }

  /// The rest of what one publishes, then the others; nobody's stories come last.
  private func runs(beyond name: RowEdge.Bytes?, _ date: Moment, _ number: Int64, forward: Bool) -> [RowRun] {
    let comparison = forward ? "<" : ">"
    var rest = nameless(forward)
    if let name {
      rest.conditions = ["publisher = CAST(? AS TEXT)"]
      rest.arguments = [Data(name.bytes)]
    }
    rest.conditions.append("(date, number) \(comparison) (?, ?)")
    rest.arguments += [date.seconds, number]
    guard let name else { return forward ? [rest] : [rest, named(forward)] }
    var others = named(forward)
    others.conditions = ["publisher \(forward ? ">" : "<") CAST(? AS TEXT)"]
    others.arguments = [Data(name.bytes)]
    return forward ? [rest, others, nameless(forward)] : [rest, others]
  }

  private func named(_ forward: Bool) -> RowRun {
    let (up, down) = forward ? ("ASC", "DESC") : ("DESC", "ASC")
    return RowRun(conditions: ["publisher IS NOT NULL"], order: "publisher \(up), date \(down), number \(down)")
  }

  private func nameless(_ forward: Bool) -> RowRun {
    let down = forward ? "DESC" : "ASC"
    return RowRun(conditions: ["publisher IS NULL"], order: "date \(down), number \(down)")
  }

  /// Whether what is sought comes by falling edges.
  func isDown(_ forward: Bool) -> Bool {
    (order == .newest) == forward
  }

  /// Where a row stands. Of a story that has left, the number is not known: its date, headline or publisher must do.
  func edge(_ row: Briefing.Row, forward: Bool, in database: Database) throws -> RowEdge {
    let number = try StoryTable.number(of: row.id, in: database)
    let key: RowEdge.Key =
      switch order {
      case .newest, .oldest: .date(row.date)
      case .headline:
        .headline(
          try stored("sortKey", number, in: database)
            ?? RowEdge.Bytes(bytes: Array(LineText.sortKey(of: row.headline).utf8)))
      case .publisher:
        .publisher(
          RowEdge.Name(
            bytes: try number == nil
              ? row.publisher.map { RowEdge.Bytes(bytes: Array($0.utf8)) } : stored("publisher", number, in: database)),
          row.date)
      }
    let isBehind = order == .publisher ? forward : isDown(forward)
    return RowEdge(key: key, number: number ?? (isBehind ? .min : .max))
  }

  /// What stands in a column of a story's row, byte for byte.
  private func stored(_ column: String, _ number: Int64?, in database: Database) throws -> RowEdge.Bytes? {
    let statement = try database.cachedStatement(sql: "SELECT CAST(\(column) AS BLOB) FROM story WHERE number = ?")
    let stored = try number.flatMap { try Data.fetchOne(statement, arguments: [$0]) }
    return stored.map { RowEdge.Bytes(bytes: Array($0)) }
  }
}

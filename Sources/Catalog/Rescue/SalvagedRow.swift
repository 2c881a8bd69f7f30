/// A row that is left of a damaged catalog, with its values by the names of their columns.
struct SalvagedRow {
  let cell: Cell
  private let columns: [String]

  init(_ cell: Cell, _ columns: TableColumns) {
    self.cell = cell
    self.columns = columns.names
  }

  /// What numbers the row; nil in tables that are kept by what is in them.
  var number: Int64? { cell.rowid }

  /// Nil where the table has no such column, or the row is older than it.
  subscript(name: String) -> Cell.Value? {
    guard let index = columns.firstIndex(of: name), cell.values.indices.contains(index) else { return nil }
    return cell.values[index]
  }

}

extension SalvagedRow: ColumnValues {
  func integer(_ column: String) -> Int64? { self[column]?.number }
  func text(_ column: String) -> String? { self[column]?.text }
}

extension Cell.Value {
  var number: Int64? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// The columns of a table in the order in which a row's values lie in a page, as the words say that made the table.
struct TableColumns: Hashable, Sendable {
  let names: [String]

  /// Nil where the words make no table that has columns.
  init?(sql: String) {
    guard sql.hasPrefix("CREATE TABLE"), let open = sql.firstIndex(of: "(") else { return nil }
    let (parts, rest) = Self.parts(sql[sql.index(after: open)...])
    var names: [String] = []
    var key: [String] = []
    for part in parts {
      let words = part.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "(" }
      guard let first = words.first else { continue }
      if Self.constraints.contains(first.uppercased()) {
        if first.uppercased() == "PRIMARY", let inner = part.firstIndex(of: "(") {
          key = Self.parts(part[part.index(after: inner)...]).parts.map(Self.name)
        }
      } else {
        names.append(Self.name(first))
      }
    }
    guard !names.isEmpty else { return nil }
    // Without numbers of its own, a row begins with what it is found by.
    let isByKey = rest.uppercased().contains("WITHOUT ROWID")
    self.names = isByKey ? key + names.filter { !key.contains($0) } : names
  }

  private static let constraints: Set<String> = ["PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"]

  /// What stands between commas up to the closing parenthesis, and what comes after that.
  private static func parts(_ text: Substring) -> (parts: [Substring], rest: Substring) {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")" where depth > 0: depth -= 1
      case ")": return (parts + [text[start..<index]], text[text.index(after: index)...])
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return (parts + [text[start...]], "")
  }

  private static func name(_ word: Substring) -> String {
    word.filter { !"\"`[] \n\t".contains($0) }
  }
}

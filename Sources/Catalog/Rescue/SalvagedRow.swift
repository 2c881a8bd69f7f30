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

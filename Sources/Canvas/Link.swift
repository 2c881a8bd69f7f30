/// Columns of a row that lead to an address, where the terminal can open one.
public struct Link: Hashable, Sendable {
  public var row: Int
  public var columns: Range<Int>
  /// As it was given; nothing is promised of its letters.
  public var address: String

  public init(row: Int, columns: Range<Int>, address: String) {
    self.row = row
    self.columns = columns
    self.address = address
  }
}

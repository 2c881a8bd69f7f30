/// One place of the grid: a character of one or two columns, or the second half of one.
public struct Cell: Hashable, Sendable {
  /// A base and its marks; empty in the second half of a wide character.
  public var text: String
  /// 1 or 2; 0 in the second half of a wide character.
  public var width: UInt8
  public var style: Style

  public init(text: String, width: UInt8, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }

  static let blank = Cell(text: " ", width: 1, style: .plain)

  static func continuation(_ style: Style) -> Cell {
    Cell(text: "", width: 0, style: style)
  }
}

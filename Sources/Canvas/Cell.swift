/// One place of the grid: a character of one or two columns, or the second half of one.
///
/// Owns no memory, so that a grid is copied and compared as it lies there.
public struct Cell: Hashable, Sendable {
  /// What it shows, three scalars of 21 bits in each, the first one lowest; 0 behind the last.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  /// 1 or 2; 0 in the second half of a wide character.
  public let width: UInt8
  public var style: Style

  /// `text` is a base and its marks; what is beyond six scalars is left out.
  public init(text: String, width: UInt8, style: Style) {
    (self.width, self.style) = (width, style)
    for (index, scalar) in text.unicodeScalars.prefix(6).enumerated() { set(scalar, at: index) }
  }

  /// One that shows a single scalar.
  init(_ scalar: Unicode.Scalar, width: UInt8, style: Style) {
    (self.width, self.style) = (width, style)
    set(scalar, at: 0)
  }

  /// A base and its marks; empty in the second half of a wide character.
  public var text: String {
    var text = String.UnicodeScalarView()
    for word in [first, second] {
      var rest = word
      while let scalar = Unicode.Scalar(UInt32(rest & Self.mask)), rest != 0 {
        text.append(scalar)
        rest >>= Self.bits
      }
    }
    return String(text)
  }

  /// The character, where it is one of ASCII.
  public var ascii: UInt8? { (1..<0x80).contains(first) ? UInt8(first) : nil }

  /// Whether it shows nothing but its style.
  public var isBlank: Bool { first == 0x20 }

  /// A number that cells hardly share that show something else, or in another role.
  public var signature: Int {
    Int(truncatingIfNeeded: first ^ second &* 31) &* 31 &+ Int(style.role.rawValue)
  }

  static let blank = Cell(" ", width: 1, style: .plain)

  static func continuation(_ style: Style) -> Cell {
    Cell(text: "", width: 0, style: style)
  }

  private static let bits: UInt64 = 21
  private static let mask: UInt64 = (1 << bits) - 1

  private mutating func set(_ scalar: Unicode.Scalar, at index: Int) {
    let value = UInt64(scalar.value) << (Self.bits * UInt64(index % 3))
    if index < 3 { first |= value } else { second |= value }
  }
}

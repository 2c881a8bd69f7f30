/// A colour as a user names it.
public enum Color: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// One of the 256 of xterm, of which the first 16 are the terminal's to choose.
  case number(UInt8)
  case rgb(UInt8, UInt8, UInt8)

  /// The names of the first 16, and of the terminal's own.
  public static let names: [String] = ["default"] + basic + basic.map { "bright-" + $0 } + ["gray", "grey"]

  private static let basic = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// A name, or `#rrggbb`.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "default": self = .standard
    case "gray", "grey": self = .number(8)
    case let name:
      if let index = Self.basic.firstIndex(of: name) {
        self = .number(UInt8(index))
      } else if let index = Self.basic.firstIndex(where: { "bright-" + $0 == name }) {
        self = .number(UInt8(index) + 8)
      } else {
        guard let color = Self.hexadecimal(name) else { return nil }
        self = color
      }
    }
  }

  private static func hexadecimal(_ text: String) -> Color? {
    guard text.utf8.count == 7, text.hasPrefix("#"), let value = Int(text.dropFirst(), radix: 16), value >= 0,
      !text.contains("+")
    else { return nil }
    return .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }
}

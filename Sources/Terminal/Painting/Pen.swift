/// What a terminal writes with: its colours and attributes, as SGR sequences set them (ECMA-48, 8.3.117).
struct Pen: Hashable {
  /// Attributes by their SGR numbers: bit 1 is bold, bit 2 dim, bit 4 underlined, bit 7 reversed.
  private(set) var attributes: UInt16 = 0
  /// The parameters that chose the colours; empty for the terminal's own.
  private(set) var foreground: [UInt8] = []
  private(set) var background: [UInt8] = []

  var isPlain: Bool { attributes == 0 && foreground.isEmpty && background.isEmpty }

  /// Takes in the parameters of an SGR sequence; what it does not know changes nothing.
  mutating func apply(_ parameters: ArraySlice<UInt8>) {
    var rest = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
    if rest.isEmpty { rest = [[]] }
    while let first = rest.popFirst() {
      // Colons part what belongs to one parameter (ITU-T T.416), as in direct colours.
      let parts = first.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      let number = Self.number(parts.first ?? [])
      switch number {
      case 38 where parts.count > 1: foreground = Array(first)
      case 48 where parts.count > 1: background = Array(first)
      case 0: self = Pen()
      case 1...9: attributes |= 1 << number
      case 22: attributes &= ~0b110
      case 23...29: attributes &= ~(1 << (number - 20))
      case 30...37, 90...97: foreground = Array(first)
      case 40...47, 100...107: background = Array(first)
      case 38: foreground = Self.colour(first, &rest)
      case 48: background = Self.colour(first, &rest)
      case 39: foreground = []
      case 49: background = []
      default: break
      }
    }
  }

  /// Whether a blank looks the same with both: no colour shows through it but that of the background.
  func isAlikeOnBlanks(_ other: Pen) -> Bool {
    let shown: UInt16 = ~0b1110
    guard attributes & shown == other.attributes & shown, background == other.background else { return false }
    return (attributes | other.attributes) & (1 << 7) == 0 || self == other
  }

  /// The shortest sequence that makes this pen of another one; empty where they are the same.
  func sequence(after other: Pen) -> [UInt8] {
    guard self != other else { return [] }
    if isPlain { return Self.sequence([]) }
    // A parameter left out is 0: all that was set is set back first.
    var whole: [[UInt8]] = [[]]
    whole += numbers(of: attributes) + [foreground, background].filter { !$0.isEmpty }
    guard other.attributes & ~attributes == 0 else { return Self.sequence(whole) }
    var change = numbers(of: attributes & ~other.attributes)
    if foreground != other.foreground { change.append(foreground.isEmpty ? Array("39".utf8) : foreground) }
    if background != other.background { change.append(background.isEmpty ? Array("49".utf8) : background) }
    let sequences = [Self.sequence(change), Self.sequence(whole)]
    return sequences[0].count <= sequences[1].count ? sequences[0] : sequences[1]
  }

  private func numbers(of attributes: UInt16) -> [[UInt8]] {
    var numbers: [[UInt8]] = []
    for number: UInt8 in 1...9 where attributes & (1 << number) != 0 { numbers.append([UInt8(ascii: "0") + number]) }
    return numbers
  }

  private static func sequence(_ parameters: [[UInt8]]) -> [UInt8] {
    var bytes = Array("\u{1B}[".utf8)
    for (index, parameter) in parameters.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes += parameter
    }
    return bytes + [UInt8(ascii: "m")]
  }

  /// A colour of 256 or of millions: the parameter that opens it, and those that say which.
  private static func colour(_ first: ArraySlice<UInt8>, _ rest: inout ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
    let kind = rest.first.map(number)
    let count = kind == 5 ? 2 : kind == 2 ? 4 : 0
    let parts = rest.prefix(count)
    rest = rest.dropFirst(count)
    return Array(([first] + parts).joined(separator: [UInt8(ascii: ";")]))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { ($0 * 10 + Int($1 & 15)) % 1000 }
  }
}

/// How many colours a terminal has, and how they are numbered.
enum Palette: Hashable {
  case none
  /// The first so many of xterm's, whose values the terminal chooses.
  case few(Int)
  /// All of xterm's.
  case many
  /// Red, green and blue in one number, of which the lowest are a palette.
  case direct

  init(colors: Int) {
    switch colors {
    case ..<8: self = .none
    case 8..<16: self = .few(8)
    case 16..<256: self = .few(16)
    case 256: self = .many
    default: self = .direct
    }
  }

  /// The number of the colour that comes closest; -1 for the terminal's own.
  func number(of color: Color) -> Int32 {
    switch (color, self) {
    case (.standard, _), (_, .none): return -1
    case (.number(let number), .few(let count)) where number < count: return Int32(number)
    case (.number(let number), .many): return Int32(number)
    case (.number(let number), .direct) where number < 8: return Int32(number)
    case (_, .few(let count)): return Self.nearest(to: Self.value(of: color), among: 0..<count)
    case (.rgb, .many): return Self.nearest(to: Self.value(of: color), among: 16..<256)
    case (_, .direct): return Self.direct(Self.value(of: color))
    }
  }

  private typealias Value = (red: Int, green: Int, blue: Int)

  /// The lowest numbers mean a palette to descriptions with direct colours: to some 8, to others 16 or 256. A trace of
  /// green, which nobody sees, keeps a dark blue out of it.
  private static func direct(_ value: Value) -> Int32 {
    let number = value.red << 16 | value.green << 8 | value.blue
    return Int32(number < 0x100 ? number | 0x100 : number)
  }

  private static func nearest(to value: Value, among numbers: Range<Int>) -> Int32 {
    func distance(_ number: Int) -> Int {
      let other = self.value(ofNumber: number)
      let (red, green, blue) = (value.red - other.red, value.green - other.green, value.blue - other.blue)
      // A grey is to stay one: what looks near to it in numbers may be a colour.
      let vividness = Self.vividness(of: value) - Self.vividness(of: other)
      return red * red + green * green + blue * blue + vividness * vividness
    }
    return Int32(numbers.min { distance($0) < distance($1) } ?? -1)
  }

  private static func vividness(of value: Value) -> Int {
    max(value.red, value.green, value.blue) - min(value.red, value.green, value.blue)
  }

  private static func value(of color: Color) -> Value {
    switch color {
    case .standard: (0, 0, 0)
    case .number(let number): value(ofNumber: Int(number))
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    }
  }

  /// What xterm gives the first 16, and everyone the others: a cube of six steps a side, then 24 greys.
  private static func value(ofNumber number: Int) -> Value {
    switch number {
    case 0..<16:
      let value = basic[number]
      return (value >> 16, value >> 8 & 0xFF, value & 0xFF)
    case 16..<232:
      func step(_ index: Int) -> Int { index == 0 ? 0 : 55 + 40 * index }
      let place = number - 16
      return (step(place / 36), step(place / 6 % 6), step(place % 6))
    default:
      let grey = 8 + 10 * (number - 232)
      return (grey, grey, grey)
    }
  }

  private static let basic = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}

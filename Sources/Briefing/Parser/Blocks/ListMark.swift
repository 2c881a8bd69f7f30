/// What opens an item of a list: a hyphen, star, plus or dot, or a number with a full stop or parenthesis behind it.
struct ListMark {
  /// Items that follow one another and are of one kind are of one list.
  enum Kind: Equatable {
    case bullet(UInt32)
    case number(UInt8)
  }

  var kind: Kind
  /// How many bytes it has.
  var width: Int
  /// How many columns it takes.
  var columns: Int
  /// Whether it may end a paragraph that it stands right below: a number must be one for that, as CommonMark has it.
  var interrupts: Bool

  var isNumber: Bool { if case .number = kind { true } else { false } }

  /// The mark at `place`; nil if none stands there, with a space or the end of the line behind it.
  static func read(_ text: Bytes, at place: Int, limit: Int) -> ListMark? {
    guard place < limit else { return nil }
    switch text[place] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard isEnd(text, place + 1, limit) else { return nil }
      return ListMark(kind: .bullet(UInt32(text[place])), width: 1, columns: 1, interrupts: true)
    case 0x30...0x39: return number(text, at: place, limit: limit)
    case 0xC2, 0xE2, 0xE3: return dot(text, at: place, limit: limit)
    default: return nil
    }
  }

  private static func number(_ text: Bytes, at place: Int, limit: Int) -> ListMark? {
    var end = place
    var value = 0
    while end < limit, end - place < 9, text[end].isDigit {
      value = value * 10 + Int(text[end] - 0x30)
      end += 1
    }
    guard end < limit, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"), isEnd(text, end + 1, limit)
    else { return nil }
    let width = end + 1 - place
    return ListMark(kind: .number(text[end]), width: width, columns: width, interrupts: value == 1)
  }

  /// Dots that text has in place of stars: `•`, `‣`, `▪`, `◦`, `●`, `·` with a space behind, `・` without.
  private static func dot(_ text: Bytes, at place: Int, limit: Int) -> ListMark? {
    let (scalar, width) = text.scalar(at: place)
    let isDot =
      switch scalar {
      case 0x2022, 0x2023, 0x25AA, 0x25E6, 0x25CF: place + width < limit
      case 0xB7: place + width < limit && text[place + width].isSpace
      case 0x30FB: place + width < limit
      default: false
      }
    return isDot
      ? ListMark(kind: .bullet(scalar), width: width, columns: scalar == 0x30FB ? 2 : 1, interrupts: true) : nil
  }

  private static func isEnd(_ text: Bytes, _ place: Int, _ limit: Int) -> Bool {
    place >= limit || text[place].isSpace
  }
}

/// The box before an item that says whether it is done.
enum TaskBox {
  /// What hangs before the item in place of the box, `☐` or `☑`, if `[ ]` or `[x]` and a space stand at `place`.
  static func marker(_ text: Bytes, at place: Int, limit: Int) -> String? {
    guard place + 3 < limit, text[place] == UInt8(ascii: "["), text[place + 2] == UInt8(ascii: "]"),
      text[place + 3].isSpace
    else { return nil }
    switch text[place + 1] {
    case 0x20: return "☐"
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return "☑"
    default: return nil
    }
  }

  /// How many bytes it has.
  static let width = 3
}

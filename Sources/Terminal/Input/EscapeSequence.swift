import Canvas

/// The escape sequences that terminals send for keys without a character: those of xterm, the VT220, the Linux console
/// and rxvt, in both forms of the arrows.
enum EscapeSequence {
  /// What `ESC [ parameters final` is; nil for what is no key. A modifier is ignored.
  static func control(_ parameters: String, _ final: UInt8) -> Key? {
    if parameters == "[" { return consoleFunction(final) }
    guard parameters.utf8.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first ?? nil
    switch final {
    case UInt8(ascii: "~"): return numbered(first ?? 0)
    case UInt8(ascii: "u"): return unicode(first ?? 0, modifier: numbers.count > 1 ? numbers[1] ?? 1 : 1)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "S"):
      return first == nil || first == 1 ? shifted(final) : nil
    default: return arrow(final)
    }
  }

  /// What `ESC O final` is.
  static func shifted(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .scalar("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .scalar(Unicode.Scalar(final - 0x40))
    default: arrow(final)
    }
  }

  private static func arrow(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  private static func consoleFunction(_ final: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? .function(Int(final - UInt8(ascii: "A")) + 1) : nil
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 3: .delete
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// The form in which newer terminals send any key.
  private static func unicode(_ code: Int, modifier: Int) -> Key? {
    switch code {
    case 9: return modifier == 2 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    default: break
    }
    guard code >= 0x20, let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
    switch modifier {
    case 1, 2: return .scalar(scalar)
    case 3, 4: return .alt(scalar)
    case 5, 6: return .control(scalar)
    default: return nil
    }
  }
}

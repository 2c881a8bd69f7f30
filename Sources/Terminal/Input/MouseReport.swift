import Canvas

/// What terminals tell of the mouse: in xterm's older form and in its newer one (SGR, mode 1006).
enum MouseReport {
  /// What is asked of a terminal, and what takes that back: presses and the wheel, no movements.
  static let on = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
  static let off = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

  /// What `ESC [ < button ; column ; row M` says; nil where a reader has no use for it.
  static func mouse(_ parameters: Substring) -> Mouse? {
    // No screen is larger, and no number is so low that it cannot be counted down.
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      UInt16($0).map(Int.init) ?? 0
    }
    guard numbers.count == 3 else { return nil }
    return mouse(button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1)
  }

  /// What the three bytes after `ESC [ M` say.
  static func mouse(_ bytes: [UInt8]) -> Mouse? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    return mouse(button: Int(bytes[0]) - 32, column: Int(bytes[1]) - 33, row: Int(bytes[2]) - 33)
  }

  private static func mouse(button: Int, column: Int, row: Int) -> Mouse? {
    guard column >= 0, row >= 0 else { return nil }
    let point = Point(column: column, row: row)
    return switch button {
    case 0: Mouse(.press, at: point)
    case 64: Mouse(.wheelUp, at: point)
    case 65: Mouse(.wheelDown, at: point)
    default: nil
    }
  }
}

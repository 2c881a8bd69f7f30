/// Decides what stays of the gap where a citation stood.
enum Spacing {
  /// Whether a space belongs before `scalar`, which follows a citation at `index`.
  ///
  /// None before a comma or full stop, and none before other closing marks that touched the citation. Between words there
  /// is one even if the citation touched both.
  static func isDue(
    before scalar: UInt32, at index: Int, in input: Bytes, spaceBefore: Bool, spaceAfter: Bool
  ) -> Bool {
    switch scalar {
    case 0x2C, 0x2E: return opensWord(behind: index, in: input)
    case 0x3002, 0xFF0C, 0x3001, 0xFF0E, 0x060C, 0x06D4, 0x0964: return false
    case 0x20: return false
    default: return spaceAfter || !closes(scalar)
    }
  }

  /// `.NET` and `.5` are words.
  private static func opensWord(behind index: Int, in input: Bytes) -> Bool {
    guard input[index] == UInt8(ascii: "."), index + 1 < input.count else { return false }
    return input[index + 1].isLetter || input[index + 1].isDigit
  }

  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x5D, 0x7D, 0x22, 0x27, 0x2026, 0x201D, 0x2019, 0xBB, 0x203A, 0x2014, 0x2013,
      0x2D,
      0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF09, 0x300D, 0x300F, 0x300B, 0x3011, 0x061B, 0x061F, 0x2F:
      true
    default: false
    }
  }
}

/// Scripts that set no spaces between words.
enum Wide {
  /// Whether this is a letter of Chinese, Japanese or Korean.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3100...0x318F, 0x31A0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether one stands right before `index`.
  static func isLetter(_ text: Bytes, before index: Int) -> Bool {
    isLetter(text.scalar(at: text.scalarStart(before: index)).value)
  }

  /// Whether a line break next to this scalar and another such stands for nothing: Chinese and Japanese.
  static func isIdeographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x303F, 0x3041...0x30FF, 0x3100...0x312F, 0x31A0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

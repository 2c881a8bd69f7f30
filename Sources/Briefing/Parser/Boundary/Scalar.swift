/// One Unicode scalar as the boundary sees it: decoded from bytes, and known by the kind of letter it is.
///
/// Decoding never fails: a byte that opens nothing valid is a scalar of its own, so that any bytes can be walked.
struct Scalar {
  let value: UInt32
  let length: Int

  /// Decodes the scalar at `index`, which must lie inside `bytes`.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let first = bytes[index]
    let left = bytes.count - index
    if first < 0x80 {
      (value, length) = (UInt32(first), 1)
    } else if first < 0xE0, left > 1 {
      (value, length) = (UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
    } else if first < 0xF0, left > 2 {
      let tail = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      (value, length) = (UInt32(first & 0x0F) << 12 | tail, 3)
    } else if first >= 0xF0, left > 3 {
      let middle = UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
      (value, length) = (UInt32(first & 0x07) << 18 | middle | UInt32(bytes[index + 3] & 0x3F), 4)
    } else {
      (value, length) = (0xFFFD, 1)
    }
  }

  /// What stands between words. No-break spaces do not: they hold a number to its unit, a French mark to its word.
  @inline(__always)
  var isSpace: Bool { value == 0x20 || (value >= 0x09 && value <= 0x0D) || value == 0x3000 || value == 0x2028 }
}

/// The kinds of letters that call for different reading.
enum Script: UInt8, CaseIterable {
  case none, latin, cased, rightToLeft, indic, hangul, han, kana, thai

  /// The script of a scalar, or `none` for what is no letter.
  @inline(__always)
  init(_ value: UInt32) {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0...0xBF: self = .none
    case 0xC0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF: self = .latin
    default: self = Script(beyondLatin: value)
    }
  }

  private init(beyondLatin value: UInt32) {
    switch value {
    // Marks and digits that stand among the letters of their blocks.
    case 0x37E, 0x387, 0x55A...0x55F, 0x589, 0x58A, 0x5BE, 0x5C0, 0x5C3, 0x5F3, 0x5F4, 0x600...0x60F, 0x61B...0x61F,
      0x660...0x66D, 0x6D4, 0x6F0...0x6F9, 0x964...0x96F, 0x9E6...0x9EF, 0xE50...0xE5B, 0x104A...0x104F,
      0x1361...0x1368, 0x17D4...0x17DA:
      self = .none
    case 0x300...0x36F: self = .latin
    case 0x370...0x58F, 0x10A0...0x10FF, 0x1F00...0x1FFF, 0x2C00...0x2DFF, 0xA640...0xA69F: self = .cased
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: self = .rightToLeft
    case 0x900...0xDFF, 0x1200...0x139F: self = .indic
    case 0xE00...0xFFF, 0x1000...0x109F, 0x1780...0x17FF: self = .thai
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: self = .hangul
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .kana
    default: self = .none
    }
  }

  static var count: Int { 9 }

  /// Whether its words stand without spaces between them.
  @inline(__always)
  var isDense: Bool { self == .han || self == .kana || self == .thai }

  /// Whether it has capitals. Georgian counts: it stands among the cased ones, though its headings rarely use them.
  @inline(__always)
  var hasCase: Bool { self == .latin || self == .cased }
}

/// Digits, and upper and lower case, as far as headings need them.
enum Casing {
  /// Whether a scalar is a digit of those scripts whose headings hold them.
  @inline(__always)
  static func isDigit(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 }
    switch value {
    case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF, 0xE50...0xE59, 0xFF10...0xFF19: return true
    default: return false
    }
  }

  /// The lower-case form of a letter by the regular rules of its block, or the letter itself.
  @inline(__always)
  static func folded(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value + 0x20 : value }
    return foldedBeyondASCII(value)
  }

  private static func foldedBeyondASCII(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0x130: 0x69
    case 0x139...0x148, 0x179...0x17E: value & 1 == 1 ? value + 1 : value
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: value | 1
    case 0x178: 0xFF
    case 0x218...0x21B: value | 1
    case 0x391...0x3AB: value + 0x20
    case 0x386: 0x3AC
    case 0x388...0x38A: value + 0x25
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: value + 0x3F
    case 0x3C2: 0x3C3
    case 0x400...0x40F: value + 0x50
    case 0x410...0x42F: value + 0x20
    case 0x531...0x556: value + 0x30
    default: value
    }
  }
}

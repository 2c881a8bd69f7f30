/// What a scalar outside ASCII may do in displayed text; the numbers are those of the generated table.
enum ScalarKind: UInt8 {
  /// Shown as it is.
  case plain
  /// A combining mark, shown on the base before it.
  case mark
  /// A letter of a script whose letters join, so that joiners after it mean something.
  case joining
  /// A mark of such a script.
  case joiningMark
  case emoji
  /// A space other than U+0020 and the ideographic one, or a line or paragraph separator.
  case space
  /// Shows nothing, and so can hide text or split a word.
  case hidden
  /// Private, unassigned, or no character at all.
  case refused
  /// Changes the direction in which its neighbours are shown.
  case bidi
  /// U+200C or U+200D.
  case joiner
  /// A variation selector.
  case selector
  /// U+0080 to U+009F.
  case control
  /// Shown as it is, and no base for a mark: what parts and frames words may be taken away from between them.
  case punctuation
  /// A mark that shows nothing itself and chooses, turns or joins letters of its script, behind which alone it stays.
  case sign
  /// A vowel or a final consonant of Hangul that is shown within the syllable before it.
  case conjoining

  /// The kind of every scalar below U+10000 from U+0080 on, for one look-up each.
  static let basicPlane: [ScalarKind] = {
    var kinds = [ScalarKind](repeating: .plain, count: 0x10000)
    for (index, run) in runs.enumerated() {
      let start = Int(run >> 8)
      guard start < 0x10000, let kind = ScalarKind(rawValue: UInt8(run & 0xFF)) else { continue }
      let end = index + 1 < runs.count ? Int(runs[index + 1] >> 8) : 0x110000
      for scalar in start..<min(end, 0x10000) { kinds[scalar] = kind }
    }
    return kinds
  }()

  /// The kind of a scalar from U+0080 on.
  @inline(__always)
  static func of(_ scalar: UInt32, basicPlane: borrowing [ScalarKind]) -> ScalarKind {
    scalar < 0x10000 ? basicPlane[Int(scalar)] : search(scalar)
  }

  /// Whether a sign stands behind a letter of its script.
  static func isAtHome(_ sign: UInt32, behind letter: UInt32) -> Bool {
    homes.contains { $0.signs.contains(sign) && $0.letters.contains { $0.contains(letter) } }
  }

  /// Whether a part of a syllable of Hangul can join a scalar: another part, a syllable, or the circle that stands for one.
  static func bearsHangul(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x25CC, 0xA960...0xA97F, 0xAC00...0xD7FF: true
    default: false
    }
  }

  private static func search(_ scalar: UInt32) -> ScalarKind {
    let key = scalar << 8 | 0xFF
    let next = runs.partitioningIndex { $0 > key }
    return next > 0 ? ScalarKind(rawValue: UInt8(runs[next - 1] & 0xFF)) ?? .refused : .refused
  }
}

/// Letters as a reader compares them: without case and without marks above, below or through them.
///
/// Knows Latin, Greek and Cyrillic letters, the full-width forms, and case wherever one letter answers to one letter.
public enum LetterFolding {
  /// What a scalar is compared as, be it a letter or not; nil for a mark that is passed over.
  public static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return value + 32
    case 0x9, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return 0x20
    case 0..<0x80: return value
    case 0xC0..<0x180: return base(value - 0xC0, in: latin1) ?? lower(scalar)
    case 0x180..<0x250: return base(value - 0x180, in: latinB) ?? lower(scalar)
    case 0x1E00..<0x1F00: return base(value - 0x1E00, in: latinAdditional) ?? lower(scalar)
    case 0x300...0x36F: return nil
    case 0x2018, 0x2019: return 0x27
    case 0x201C, 0x201D: return 0x22
    case 0x370..<0x530: return greekOrCyrillic(scalar)
    case 0xFF01...0xFF5E: return folded(Unicode.Scalar(UInt8(value - 0xFEE0)))
    case 0x530..<0x2000, 0x2100..<0x2E00, 0xA640..<0xAC00, 0x10400..<0x1E944: return lower(scalar)
    default: return value
    }
  }

  /// What a scalar is compared as behind a letter, which is folded: on a letter of Latin, Greek or Cyrillic every mark is
  /// passed over, whatever script it is of.
  public static func folded(_ scalar: Unicode.Scalar, behind letter: UInt32) -> UInt32? {
    let folded = folded(scalar)
    guard let folded, folded >= 0x300, (0x30..<0x530).contains(letter), scalar.isMarkOnLetter else { return folded }
    return nil
  }

  private static func greekOrCyrillic(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = lower(scalar)
    switch value {
    case 0x3AC: return 0x3B1
    case 0x3AD: return 0x3B5
    case 0x3AE: return 0x3B7
    case 0x3AF, 0x3CA, 0x390: return 0x3B9
    case 0x3CC: return 0x3BF
    case 0x3CD, 0x3CB, 0x3B0: return 0x3C5
    case 0x3CE: return 0x3C9
    case 0x3C2: return 0x3C3
    case 0x450, 0x451: return 0x435
    case 0x439, 0x45D: return 0x438
    default: return value
    }
  }

  private static func lower(_ scalar: Unicode.Scalar) -> UInt32 {
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = mapped.first, mapped.count == 1 else { return scalar.value }
    return first.value
  }

  private static func base(_ index: UInt32, in table: [UInt8]) -> UInt32? {
    let letter = table[Int(index)]
    return letter == UInt8(ascii: ".") ? nil : UInt32(letter)
  }

  /// The base letter of each scalar from U+00C0, U+0180 and U+1E00 on: its canonical decomposition in Unicode 15, and
  /// the letters with a stroke. A dot stands for a letter of its own.
  private static let latin1: [UInt8] = Array(
    """
    aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.
    """.utf8)
  private static let latinB: [UInt8] = Array(
    """
    ................................oo.............uu............................aaiioouuuuuuuuuu.aa\
    aa....ggkkoooo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................
    """.utf8)
  private static let latinAdditional: [UInt8] = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
    ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """.utf8)
}

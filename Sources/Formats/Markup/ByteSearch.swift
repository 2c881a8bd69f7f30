/// The bytes of a page or a feed, which belong to someone else.
typealias MarkupBytes = UnsafeBufferPointer<UInt8>

extension MarkupBytes {
  /// Where a byte stands first in a range, or the range's end.
  @inline(__always)
  func place(of byte: UInt8, in range: Range<Int>) -> Int {
    var index = range.lowerBound
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    while index &+ 8 <= range.upperBound {
      let found = Self.zeros(bits(at: index) ^ pattern)
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < range.upperBound, self[index] != byte { index &+= 1 }
    return index
  }

  /// Where the first of the bytes stands in a range that text may not keep as they are: `&`, a carriage return, a zero; or
  /// the range's end.
  @inline(__always)
  func placeOfUnreadText(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      let word = bits(at: index)
      let found =
        Self.zeros(word) | Self.zeros(word ^ 0x2626_2626_2626_2626) | Self.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < range.upperBound, self[index] != 0x26, self[index] != 0x0D, self[index] != 0 { index &+= 1 }
    return index
  }

  /// Eight bytes from a place on, the first of them lowest.
  @inline(__always)
  func bits(at index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The highest bit of each byte that is zero; of the lowest such byte at least, no bit is below it.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Whether a word of small letters stands at a place, in letters of either case.
  func hasIgnoringCase(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where self[index + offset].smallLetter != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether a range is a word of small letters, in letters of either case.
  func isIgnoringCase(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && hasIgnoringCase(word, at: range.lowerBound)
  }

  /// Whether these very bytes stand at a place.
  @inline(__always)
  func hasBytes(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where self[index + offset] != word.utf8Start[offset] { return false }
    return true
  }
}

extension UInt8 {
  /// White space of HTML and XML.
  @inline(__always)
  var isMarkupSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }

  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// The small form of a capital letter of ASCII; any other byte as it is.
  @inline(__always)
  var smallLetter: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// Text as the parser works on it: bytes that belong to someone else.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  /// Eight bytes from `index` on, all of which must be in the buffer.
  @inline(__always)
  func word(at index: Int) -> ByteWord {
    ByteWord(
      bits: UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)))
  }

  /// Whether `word` stands at `index`.
  @inline(__always)
  func has(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where self[index + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// The part of `range` without the spaces and line breaks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let width = spaceWidth(at: lower)
      if width == 0 { break }
      lower += width
    }
    while upper > lower {
      if self[upper - 1].isSpace {
        upper -= 1
      } else if upper - 3 >= lower, has("\u{3000}", at: upper - 3) {
        upper -= 3
      } else {
        break
      }
    }
    return lower..<Swift.max(lower, upper)
  }

  /// How many bytes the white space at `index` has: 1 for a space or line break, 3 for an ideographic space, else 0.
  @inline(__always)
  func spaceWidth(at index: Int) -> Int {
    if self[index].isSpace { return 1 }
    return self[index] == 0xE3 && has("\u{3000}", at: index) ? 3 : 0
  }

  /// The scalar at `index` and its width; the bytes must be valid UTF-8.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, width: Int) {
    let first = self[index]
    if first < 0x80 { return (UInt32(first), 1) }
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F), 2) }
    let middle = UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F)
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | middle, 3) }
    return (UInt32(first & 0x07) << 18 | middle << 6 | UInt32(self[index + 3] & 0x3F), 4)
  }

  /// Where the scalar begins that ends before `index`.
  @inline(__always)
  func scalarStart(before index: Int) -> Int {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Whether what stands at `index` stands on the letter before it, as an accent does, so that this cannot be taken away.
  func standsOnLast(_ index: Int, limit: Int) -> Bool {
    guard index < limit, self[index] >= 0xC0 else { return false }
    switch ScalarKind.of(scalar(at: index).value, basicPlane: ScalarKind.basicPlane) {
    case .mark, .joiningMark, .joiner, .sign, .conjoining, .selector: return true
    default: return false
    }
  }

  /// The text of `range` as it stands.
  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether this is one of the two white-space bytes that pass the gate.
  @inline(__always) var isSpace: Bool { self == 0x20 || self == 0x0A }
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  @inline(__always) var isLower: Bool { self >= 0x61 && self <= 0x7A }
  @inline(__always) var isLetter: Bool { isUpper || isLower }
  @inline(__always) var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

/// Eight bytes that are looked at together; the first is the lowest.
struct ByteWord {
  var bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The highest bit of each one that is `byte`, and no other bit.
  @inline(__always)
  func mask(of byte: UInt8) -> UInt64 {
    let others = bits ^ UInt64(byte) &* Self.ones
    return ~((others & ~Self.tops &+ ~Self.tops) | others | ~Self.tops)
  }

  /// The highest bit of each one that is not ASCII.
  @inline(__always) var beyondASCII: UInt64 { bits & Self.tops }

  /// How many of them go on in a scalar.
  @inline(__always)
  var continuations: Int {
    let found = bits & ~(bits << 1) & Self.tops
    return Int(truncatingIfNeeded: ((found >> 7) &* Self.ones) >> 56)
  }

  /// Whether one of them is not ASCII, or zero.
  @inline(__always) var hasZeroOrBeyondASCII: Bool { (bits | (bits &- Self.ones)) & Self.tops != 0 }
}

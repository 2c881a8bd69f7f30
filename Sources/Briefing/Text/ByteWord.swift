/// Eight bytes that are looked at together; the first is the lowest.
struct ByteWord {
  var bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Whether one of them is `byte`.
  @inline(__always)
  func has(_ byte: UInt8) -> Bool {
    Self.zero(bits ^ UInt64(byte) &* Self.ones) != 0
  }

  /// Whether one of them, its lowest bit aside, is `byte`, which is even.
  @inline(__always)
  func hasPair(_ byte: UInt8) -> Bool {
    Self.zero(bits & ~Self.ones ^ UInt64(byte) &* Self.ones) != 0
  }

  /// Whether one of them is not printable ASCII.
  @inline(__always)
  var hasUnusual: Bool {
    let low = (bits &- 0x20 &* Self.ones) & ~bits
    return ((low | bits) & Self.tops) | Self.zero(bits ^ 0x7F &* Self.ones) != 0
  }

  /// Whether two neighbours are spaces, or the last one is and so is `next`.
  @inline(__always)
  func hasDoubledSpace(before next: UInt8) -> Bool {
    let difference = bits ^ 0x20 &* Self.ones
    let spaces = ~((difference & ~Self.tops &+ ~Self.tops) | difference | ~Self.tops)
    return spaces & (spaces >> 8) != 0 || (spaces >> 63 != 0 && next == 0x20)
  }

  /// Not zero if one of the bytes is.
  @inline(__always)
  private static func zero(_ value: UInt64) -> UInt64 {
    (value &- ones) & ~value & tops
  }
}

/// Sixteen bytes that are looked at together, the first in the lowest place.
///
/// Its questions are answered by the highest bits of the bytes: those that are not set say no, and the first that is set says
/// yes. What is set behind the first may be wrong, so what lies there is asked again.
struct ByteBlock {
  typealias Answer = SIMD2<UInt64>

  private let bits: SIMD2<UInt64>

  // No stored properties, which would have to be made before each use.
  @inline(__always) private static var ones: SIMD2<UInt64> { SIMD2(repeating: 0x0101_0101_0101_0101) }
  @inline(__always) private static var tops: SIMD2<UInt64> { SIMD2(repeating: 0x8080_8080_8080_8080) }

  @inline(__always)
  init(_ bits: SIMD2<UInt64>) {
    self.bits = SIMD2(UInt64(littleEndian: bits.x), UInt64(littleEndian: bits.y))
  }

  /// Which bytes are `byte`, the bits in `ignored` aside.
  @inline(__always)
  func matches(_ byte: UInt8, ignoring ignored: UInt8 = 0) -> Answer {
    let difference = (bits & ~(UInt64(ignored) &* Self.ones)) ^ (UInt64(byte & ~ignored) &* Self.ones)
    return (difference &- Self.ones) & ~difference
  }

  /// Which bytes are not printable ASCII.
  @inline(__always)
  var unusual: Answer {
    let low = (bits &- 0x20 &* Self.ones) & ~bits
    return low | bits | matches(0x7F)
  }

  /// The first place that says yes, or 16.
  @inline(__always)
  static func first(in answer: Answer) -> Int {
    let found = answer & tops
    if found.x != 0 { return found.x.trailingZeroBitCount / 8 }
    return 8 + found.y.trailingZeroBitCount / 8
  }

  @inline(__always)
  static func isNone(_ answer: Answer) -> Bool {
    let found = answer & tops
    return found.x | found.y == 0
  }
}

extension Bytes {
  /// The first byte in `range` that `isSought` finds, or the range's end.
  @inline(__always)
  func first(in range: Range<Int>, where isSought: (ByteBlock) -> ByteBlock.Answer) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let answer = isSought(block(at: index))
      if !ByteBlock.isNone(answer) { return Swift.min(index + ByteBlock.first(in: answer), range.upperBound) }
      index += 16
    }
    return range.upperBound
  }

  /// Whether all of it is printable ASCII.
  var isPrintable: Bool { first(in: 0..<count) { $0.unusual } == count }

  /// Where `byte` stands first in `range`, or the range's end.
  @inline(__always)
  func first(_ byte: UInt8, in range: Range<Int>) -> Int {
    first(in: range) { $0.matches(byte) }
  }

  /// Sixteen bytes from `index` on, with zeros in place of those that the buffer has no more.
  @inline(__always)
  func block(at index: Int) -> ByteBlock {
    guard index <= count - 16 else { return lastBlock(from: index) }
    return ByteBlock(UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self))
  }

  @inline(never)
  private func lastBlock(from start: Int) -> ByteBlock {
    var bytes = SIMD16<UInt8>()
    for index in start..<Swift.max(start, count) { bytes[index - start] = self[index] }
    return ByteBlock(unsafeBitCast(bytes, to: SIMD2<UInt64>.self))
  }
}

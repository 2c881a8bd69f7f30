/// Says where in an original some bytes stand, wherever that is.
///
/// Costs four bytes and some nanoseconds a byte to make; of a very large original only every so-many-th place is kept.
struct OriginalIndex {
  /// A shorter copy is not worth the step to it and back.
  static let shortest = 12
  /// How many bytes are looked up at once.
  private static let width = 8
  private static let mostPlaces = 1 << 21
  /// Of many places that begin the same, so many are compared.
  private static let mostCompared = 16

  private let step: Int
  private let shift: UInt64
  /// By hash: the first place, plus one.
  private var first: [Int32]
  /// By place: the next one with the same hash, plus one.
  private var next: [Int32]

  init(_ original: [UInt8]) {
    let count = max(0, original.count - Self.width + 1)
    step = max(1, (count + Self.mostPlaces - 1) / Self.mostPlaces)
    let places = (count + step - 1) / step
    let bits = UInt64(max(4, Int.bitWidth - max(1, places).leadingZeroBitCount))
    shift = 64 - bits
    first = Array(repeating: 0, count: 1 << Int(bits))
    next = Array(repeating: 0, count: places)
    // From the end, so that each chain goes forward.
    for index in (0..<places).reversed() {
      let hash = original.withUnsafeBufferPointer { Self.hash($0, at: index * step, shift) }
      next[index] = first[hash]
      first[hash] = Int32(index + 1)
    }
  }

  /// The longest copy of what a text says from a place on, the first of those that are behind the cursor where several are
  /// as long; and how many bytes of the text come before it.
  func find(
    _ wanted: UnsafeBufferPointer<UInt8>, from start: Int, near cursor: Int, in original: [UInt8]
  ) -> (skip: Int, copy: Range<Int>)? {
    for skip in 0..<step where wanted.count - start - skip >= Self.width {
      guard let copy = longest(wanted, from: start + skip, near: cursor, in: original) else { continue }
      // With places left out, the copy may have begun before.
      var back = 0
      while back < skip, copy.lowerBound - back > 0,
        original[copy.lowerBound - back - 1] == wanted[start + skip - back - 1]
      {
        back += 1
      }
      return (skip - back, (copy.lowerBound - back)..<copy.upperBound)
    }
    return nil
  }

  private func longest(
    _ wanted: UnsafeBufferPointer<UInt8>, from start: Int, near cursor: Int, in original: [UInt8]
  ) -> Range<Int>? {
    var best: Range<Int>?
    var index = first[Self.hash(wanted, at: start, shift)]
    var compared = 0
    while index > 0, compared < Self.mostCompared {
      let place = Int(index - 1) * step
      var length = 0
      while start + length < wanted.count, place + length < original.count,
        original[place + length] == wanted[start + length]
      {
        length += 1
      }
      let isBetter = length > best?.count ?? 0 || length == best?.count && best.map { $0.lowerBound < cursor } ?? false
      if length >= Self.shortest, isBetter { best = place..<(place + length) }
      index = next[Int(index - 1)]
      compared += 1
    }
    return best
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ shift: UInt64) -> Int {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return Int((word &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}

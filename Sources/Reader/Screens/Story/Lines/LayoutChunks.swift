/// Where a text is divided so that no step has to lay out more than a few thousand bytes.
///
/// Texts that people write are one chunk. A longer one begins a new line at each chunk, which ends where a line can.
struct LayoutChunks: Hashable, Sendable {
  static let longest = 16_384

  /// The first offset of each chunk; 0 at first. Never empty.
  private let starts: [Int]
  private let length: Int

  /// Chunks end behind one of some bytes, the first of them that stands in the second half of the chunk, or else anywhere; with
  /// `always`, nowhere else, however long a chunk becomes.
  init(_ text: String, endingAt ends: [UInt8] = [UInt8(ascii: " ")], always: Bool = false) {
    length = text.utf8.count
    guard length > Self.longest else {
      starts = [0]
      return
    }
    var starts = [0]
    while let last = starts.last, length - last > Self.longest {
      let end = Self.end(near: last + Self.longest, after: last, in: text, at: ends, always: always)
      guard end < length else { break }
      starts.append(end)
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  subscript(index: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : length)
  }

  /// The chunk that holds an offset; the first or last one for an offset outside.
  func index(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func end(near offset: Int, after start: Int, in text: String, at ends: [UInt8], always: Bool) -> Int {
    let whole = start..<text.utf8.count
    let half = text.boundary(at: offset - longest / 2, in: whole)
    let end = text.boundary(at: offset, in: whole)
    let found = text.withBytes { bytes in ends.lazy.compactMap { bytes[half..<end].lastIndex(of: $0) }.first }
    if let found { return found + 1 }
    guard always else { return end }
    return ends.compactMap { text.offset(of: $0, in: end..<text.utf8.count) }.min().map { $0 + 1 } ?? text.utf8.count
  }
}

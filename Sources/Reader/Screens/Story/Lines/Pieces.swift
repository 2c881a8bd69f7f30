/// Where a text is divided so that no step has to lay out more than a few thousand bytes.
///
/// Texts that people write are one piece. A longer one begins a new line at each piece.
struct Pieces: Hashable, Sendable {
  static let longest = 16_384

  /// The first offset of each piece; 0 at first. Never empty.
  private let starts: [Int]
  private let length: Int

  init(_ text: String) {
    length = text.utf8.count
    guard length > Self.longest else {
      starts = [0]
      return
    }
    var starts = [0]
    while let last = starts.last, length - last > Self.longest {
      starts.append(Self.end(near: last + Self.longest, after: last, in: text))
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  subscript(index: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : length)
  }

  /// The piece that holds an offset; the first or last one for an offset outside.
  func index(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Behind the last space in the second half of the piece, or else at a scalar boundary.
  private static func end(near offset: Int, after start: Int, in text: String) -> Int {
    let half = text.boundary(at: offset - longest / 2, in: start..<text.utf8.count)
    let end = text.boundary(at: offset, in: start..<text.utf8.count)
    guard let space = text.slice(half..<end).utf8.lastIndex(of: 0x20) else { return end }
    return text.utf8.distance(from: text.utf8.startIndex, to: space) + 1
  }
}

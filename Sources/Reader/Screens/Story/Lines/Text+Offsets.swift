import Briefing

/// Text by UTF-8 offsets. Each costs the same anywhere in a text.
extension String {
  /// The text between two offsets that are scalar boundaries.
  func slice(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// The last scalar boundary at or before an offset that is brought into a range of boundaries.
  func boundary(at offset: Int, in range: Range<Int>) -> Int {
    var offset = min(max(offset, range.lowerBound), range.upperBound)
    while offset > range.lowerBound, offset < utf8.count, isContinuation(offset) { offset -= 1 }
    return offset
  }

  /// The boundary of the scalar before an offset; 0 at the start.
  func boundary(before offset: Int) -> Int {
    boundary(at: offset - 1, in: 0..<utf8.count)
  }

  /// Whether a letter or digit begins at a boundary, so that a citation there needs a space behind it.
  func hasLetter(at boundary: Int) -> Bool {
    guard boundary < utf8.count else { return false }
    let properties = unicodeScalars[utf8.index(utf8.startIndex, offsetBy: boundary)].properties
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// Calls `body` with the bytes of the text.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }

  /// Where a byte stands first in a stretch.
  func offset(of byte: UInt8, in range: Range<Int>) -> Int? {
    withBytes { $0[range].firstIndex(of: byte) }
  }

  /// An offset behind which nothing can be seen in so many columns, or the end if that comes first.
  func limit(from start: Int, to end: Int, columns: Int) -> Int {
    boundary(at: start + (columns + 2) * 32, in: start..<end)
  }

  private func isContinuation(_ offset: Int) -> Bool {
    utf8[utf8.index(utf8.startIndex, offsetBy: offset)] & 0xC0 == 0x80
  }
}

extension [Citation] {
  /// The citations that stand in a stretch of a text of `length` bytes: behind its start, or at the very start of the
  /// text, and up to its end. Asks only for their places to be in order.
  func indices(standingIn range: Range<Int>, of length: Int) -> Range<Int> {
    let first = range.lowerBound == 0 ? 0 : firstIndex(behind: range.lowerBound)
    let end = range.upperBound == length ? count : firstIndex(behind: range.upperBound)
    return first..<Swift.max(first, end)
  }

  /// How many citations stand at or before an offset.
  func firstIndex(behind offset: Int) -> Int { partitioningIndex { $0.place > offset } }
}

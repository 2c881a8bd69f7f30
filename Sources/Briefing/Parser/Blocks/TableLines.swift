/// Rows of a table, as GitHub's dialect of Markdown writes them: cells between bars.
enum TableLines {
  /// Whether `below` is a line of hyphens that makes `head` the first row of a table: both have as many cells.
  static func opens(_ head: Range<Int>, _ below: Range<Int>, in text: Bytes) -> Bool {
    guard let columns = columns(below, in: text), text.first(bar, in: head) < head.upperBound else { return false }
    return count(head, in: text) == columns
  }

  /// How many cells a line of hyphens has; nil if it is none. Without a bar it is the line below a heading.
  private static func columns(_ line: Range<Int>, in text: Bytes) -> Int? {
    var (hasBar, hasHyphen) = (false, false)
    for place in line {
      switch text[place] {
      case bar: hasBar = true
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: ":"), 0x20: break
      default: return nil
      }
    }
    guard hasBar, hasHyphen else { return nil }
    var columns = 0
    for cell in CellRanges(line, of: text) {
      guard isDelimiter(cell, in: text) else { return nil }
      columns += 1
    }
    return columns
  }

  /// Hyphens, with a colon at either end or none.
  private static func isDelimiter(_ cell: Range<Int>, in text: Bytes) -> Bool {
    var hyphens = cell
    if let first = hyphens.first, text[first] == UInt8(ascii: ":") { hyphens.removeFirst() }
    if let last = hyphens.last, text[last] == UInt8(ascii: ":") { hyphens.removeLast() }
    return !hyphens.isEmpty && hyphens.allSatisfy { text[$0] == UInt8(ascii: "-") }
  }

  private static func count(_ line: Range<Int>, in text: Bytes) -> Int {
    var count = 0
    for _ in CellRanges(line, of: text) { count += 1 }
    return count
  }

  private static let bar = UInt8(ascii: "|")
}

/// The cells of a row, one after another, without the spaces around them; a bar at either end of the row is no border.
struct CellRanges: Sequence, IteratorProtocol {
  private let text: Bytes
  private var index: Int
  private let end: Int
  private var isDone = false

  init(_ line: Range<Int>, of text: Bytes) {
    self.text = text
    (index, end) = (line.lowerBound, line.upperBound)
    if isBar { index += 1 }
    isDone = index >= end
  }

  /// Whether a bar stands here that parts cells; one that a mark stands on is a letter.
  private var isBar: Bool {
    index < end && text[index] == UInt8(ascii: "|") && !text.standsOnLast(index + 1, limit: end)
  }

  /// A backslash takes the meaning from the bar behind it.
  mutating func next() -> Range<Int>? {
    guard !isDone else { return nil }
    let start = index
    while index < end, !isBar {
      index += text[index] == UInt8(ascii: "\\") && index + 1 < end ? 2 : 1
    }
    let cell = text.trimmed(start..<Swift.min(index, end))
    index += 1
    isDone = text.trimmed(Swift.min(index, end)..<end).isEmpty
    return cell
  }
}

/// Which parenthesis closes which in a run of the forms that parse back, up to a space. Each run is looked at once.
struct ParenthesisPairs {
  private var run = 0..<0
  private var closes: [Int: Int] = [:]

  /// Where the parenthesis that opens at `start` closes; nil if a space or the end comes first.
  mutating func close(of start: Int, in text: Bytes, limit: Int) -> Int? {
    if !run.contains(start) { pair(from: start, in: text, limit: limit) }
    return closes[start]
  }

  private mutating func pair(from start: Int, in text: Bytes, limit: Int) {
    closes.removeAll(keepingCapacity: true)
    var open: [Int] = []
    var index = start
    while index < limit, text[index] != 0x20 {
      switch text[index] {
      case CanonicalForm.escape: index += 1
      case UInt8(ascii: "("): open.append(index)
      case UInt8(ascii: ")"): if let opening = open.popLast() { closes[opening] = index }
      default: break
      }
      index += 1
    }
    run = start..<max(start + 1, index)
  }
}

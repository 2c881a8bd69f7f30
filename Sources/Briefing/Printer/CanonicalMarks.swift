/// Writes words with what is set apart in them and the citations behind them, so that nothing else in them is a mark.
struct CanonicalMarks {
  /// A citation as it is written.
  struct Mark {
    var place: Int
    var text: String
  }

  private let text: [UInt8]
  private let style: CanonicalForm.Style
  private var spans: [Block.Span] = []
  private var marks: [Mark] = []
  private var nextSpan = 0
  private var nextMark = 0
  /// What is open where the writing is, and how many links that are.
  private var open: [Block.Span] = []
  private var links = 0
  private var output: [UInt8] = []
  private var isCell = false
  /// The end of the run without spaces that was looked at last, and the last parenthesis that closes in it.
  private var run = (end: 0, close: -1)

  init(_ text: String, _ style: CanonicalForm.Style) {
    (self.text, self.style) = (Array(text.utf8), style)
  }

  /// What stands in the words, which are written piece by piece from their beginning on.
  mutating func set(_ spans: [Block.Span], _ marks: [Mark]) { (self.spans, self.marks) = (spans, marks) }

  mutating func line(_ range: Range<Int>, isCell: Bool = false) -> String {
    output.removeAll(keepingCapacity: true)
    self.isCell = isCell
    while nextSpan < spans.count, spans[nextSpan].range.lowerBound < range.lowerBound { nextSpan += 1 }
    var index = range.lowerBound
    while index < range.upperBound {
      close(at: index)
      writeMarks(upTo: index)
      if let code = openSpans(at: index, range) {
        writeCode(code)
        index = code.upperBound
      } else {
        write(at: index, range)
        index += 1
      }
    }
    close(at: .max)
    writeMarks(upTo: range.upperBound)
    return String(decoding: output, as: UTF8.self)
  }

  /// The words as they stand in the brackets of a link.
  mutating func label() -> String {
    links += 1
    defer { links -= 1 }
    return line(0..<text.count)
  }

  static func label(_ text: String, _ style: CanonicalForm.Style) -> String {
    var marks = CanonicalMarks(text, style)
    return marks.label()
  }

  static func longestTicks(in bytes: some Sequence<UInt8>) -> Int {
    var (longest, count) = (0, 0)
    for byte in bytes {
      count = byte == UInt8(ascii: "`") ? count + 1 : 0
      longest = max(longest, count)
    }
    return longest
  }
}

extension CanonicalMarks {
  private mutating func writeMarks(upTo index: Int) {
    while nextMark < marks.count, marks[nextMark].place <= index {
      if !output.isEmpty { output.append(0x20) }
      output += marks[nextMark].text.utf8
      nextMark += 1
    }
  }

  private mutating func close(at index: Int) {
    while let span = open.last, span.range.upperBound <= index {
      open.removeLast()
      switch span.style {
      case .strong: output += "**".utf8
      case .emphasis: output += "_".utf8
      case .code: break
      case .link(let url):
        links -= 1
        output += "](\(CanonicalForm.target(url, style) ?? ""))".utf8
      }
    }
  }

  /// Opens what begins here; gives the range of code that does.
  private mutating func openSpans(at index: Int, _ range: Range<Int>) -> Range<Int>? {
    while nextSpan < spans.count, spans[nextSpan].range.lowerBound <= index {
      var span = spans[nextSpan]
      nextSpan += 1
      span.range = index..<max(index, min(span.range.upperBound, range.upperBound))
      guard !span.range.isEmpty else { continue }
      switch span.style {
      case .strong: output += "**".utf8
      case .emphasis: output += "_".utf8
      case .code: return span.range
      case .link:
        links += 1
        output.append(UInt8(ascii: "["))
      }
      open.append(span)
    }
    return nil
  }

  private mutating func writeCode(_ range: Range<Int>) {
    let code = text[range]
    let tick = UInt8(ascii: "`")
    let ticks = [UInt8](repeating: tick, count: Self.longestTicks(in: code) + 1)
    let isParted =
      code.first == tick || code.last == tick
      || (code.first == 0x20 && code.last == 0x20 && code.contains { $0 != 0x20 })
    output += ticks
    if isParted { output.append(0x20) }
    for byte in code {
      if isCell, byte == UInt8(ascii: "|") { output.append(CanonicalForm.escape) }
      output.append(byte == 0x0A ? 0x20 : byte)
    }
    if isParted { output.append(0x20) }
    output += ticks
  }

  private mutating func write(at index: Int, _ range: Range<Int>) {
    let byte = text[index]
    if isMark(byte, at: index, range) { output.append(CanonicalForm.escape) }
    output.append(byte == 0x0A ? 0x20 : byte)
  }
}

extension CanonicalMarks {
  private func byte(at index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 0x20 }

  /// Whether a byte of the words would be a mark where it stands.
  private mutating func isMark(_ byte: UInt8, at index: Int, _ range: Range<Int>) -> Bool {
    let isMarkdown = style == .markdown
    if output.isEmpty, !isCell, links == 0, opensBlock(byte, at: index) { return true }
    switch byte {
    case CanonicalForm.escape, UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["): return true
    case UInt8(ascii: "]"): return isMarkdown || links > 0
    case UInt8(ascii: "_"): return isMarkdown || !isInWord(index)
    case UInt8(ascii: "("): return closes(after: index) || opensSpan(behind: index)
    case UInt8(ascii: "!"): return opensSpan(behind: index)
    case UInt8(ascii: "|"): return isMarkdown || isCell
    case UInt8(ascii: "<"), UInt8(ascii: "&"): return isMarkdown
    case UInt8(ascii: "~") where isMarkdown: return true
    case UInt8(ascii: "#") where isMarkdown:
      return index == range.lowerBound || " #".utf8.contains(text[index - 1])
    case UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "{"):
      return text.withUnsafeBufferPointer { CanonicalForm.divides(at: index, in: $0, behind: output.last) }
    case UInt8(ascii: "."), UInt8(ascii: ")"): return !isCell && links == 0 && endsNumber(at: index, range)
    default: return false
    }
  }

  private func opensBlock(_ byte: UInt8, at index: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "<"): true
    case UInt8(ascii: "+"), UInt8(ascii: "="): style == .markdown
    default: false
    }
  }

  /// Whether the line opens with a number and this mark behind it, as an item does.
  private func endsNumber(at index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound, index - range.lowerBound <= (style == .markdown ? 32 : 9),
      output.count == index - range.lowerBound, output.allSatisfy(\.isDigit)
    else { return false }
    return style == .markdown || self.byte(at: index + 1) == 0x20
      || HeldSpaces.width(atStartOf: text[(index + 1)...]) > 0
  }

  private func isInWord(_ index: Int) -> Bool {
    let (before, after) = (byte(at: index - 1), byte(at: index + 1))
    let isCited = nextMark < marks.count && marks[nextMark].place == index + 1
    return (before.isLetter || before.isDigit) && (after.isLetter || after.isDigit) && open.isEmpty && !isCited
      && !opensSpan(behind: index)
  }

  private func opensSpan(behind index: Int) -> Bool {
    nextSpan < spans.count && spans[nextSpan].range.lowerBound == index + 1
  }

  /// Whether a parenthesis closes before the next space, so that a citation could be read here.
  private mutating func closes(after index: Int) -> Bool {
    if index >= run.end {
      run = (index, -1)
      while run.end < text.count, text[run.end] != 0x20 {
        if text[run.end] == UInt8(ascii: ")") { run.close = run.end }
        run.end += 1
      }
    }
    return run.close > index
  }
}

import Briefing

/// The words of a block as they come, with what is set apart in them.
struct PageLine {
  struct Read {
    var text: String
    var spans: [Block.Span]
    var citations: [Citation]
  }

  private let links: PageLinks
  private(set) var text: [UInt8] = []
  private var spans: [Block.Span] = []
  private var citations: [Citation] = []
  private var started: [(style: Block.Span.Style, start: Int)] = []
  private var isRowOpen = false

  /// Where the last line within the words began.
  private var lineStart = 0

  var hasWords: Bool { !text.isEmpty }

  /// Goes on behind a break that only wrapped the words.
  mutating func wrap() {
    append([0x20])
    lineStart = text.count
  }

  /// Code goes on at the beginning of a line.
  mutating func startCodeLine() {
    if let last = text.last, last != 0x0A { text.append(0x0A) }
  }

  /// The words since the last break; nil for more than anybody writes on one line.
  var lastLine: String? {
    let line = text[min(lineStart, text.count)...]
    return line.count > 300 ? nil : String(decoding: line, as: UTF8.self)
  }

  init(_ links: PageLinks) { self.links = links }

  /// Writes words, white space as single spaces.
  mutating func append(_ words: ArraySlice<UInt8>) {
    let isFirst = text.isEmpty
    PageText.append(words, to: &text)
    if isFirst { dropIndent() }
  }

  /// Spaces of full width, and those that do not break, indent a paragraph, and are none of its words.
  private mutating func dropIndent() {
    var length = 0
    while length < text.count {
      if text[length] == 0x20 {
        length += 1
      } else if text[length...].starts(with: [0xE3, 0x80, 0x80]) {
        length += 3
      } else if text[length...].starts(with: [0xC2, 0xA0]) {
        length += 2
      } else {
        break
      }
    }
    if length > 0 { text.removeFirst(length) }
  }

  /// Writes text that keeps its lines.
  mutating func appendLines(_ words: ArraySlice<UInt8>) { PageText.appendLines(words, to: &text) }

  /// How many stretches may be open at once, each of which goes on from block to block.
  private static let mostOpen = 16

  mutating func start(_ style: Block.Span.Style) {
    if started.count < Self.mostOpen { started.append((style, text.count)) }
  }

  /// Ends the innermost stretch of a style.
  mutating func end(_ style: Block.Span.Style) {
    guard let place = started.lastIndex(where: { $0.style == style }) else { return }
    add(style, from: started.remove(at: place).start)
  }

  /// Cites something right behind the last word.
  mutating func cite(_ citation: Citation) {
    var citation = citation
    citation.place = text.last == 0x20 ? text.count - 1 : text.count
    citations.append(citation)
  }

  /// Sets the words from a place on apart, but for the spaces at their ends. A link is a citation as well, unless it stays
  /// with the story's own host.
  private mutating func add(_ style: Block.Span.Style, from start: Int) {
    var (lower, upper) = (start, text.count)
    while lower < upper, text[lower] <= 0x20 { lower += 1 }
    while upper > lower, text[upper - 1] <= 0x20 { upper -= 1 }
    guard lower < upper else { return }
    spans.append(Block.Span(lower..<upper, style))
    guard case .link(let url) = style, let host = links.citedHost(of: url) else { return }
    citations.append(Citation(place: upper, host: host, url: url, label: label(lower..<upper)))
  }

  /// What a link calls its source: on one line, even in code.
  private func label(_ words: Range<Int>) -> String {
    if text[words].allSatisfy({ $0 > 0x20 }) { return String(decoding: text[words], as: UTF8.self) }
    let parts = text[words].split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    return String(decoding: Array(parts.joined(separator: [0x20])), as: UTF8.self)
  }

  /// Ends a line of words; nil where there are none. What is set apart goes on in the next one.
  mutating func finish() -> Read? {
    for open in started.reversed() { add(open.style, from: open.start) }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return take()
  }

  /// Ends code, which keeps its spaces but for empty lines around it.
  mutating func finishCode() -> Read? {
    spans = []
    while let last = text.last, last <= 0x20 { text.removeLast() }
    let first = text.firstIndex { $0 > 0x20 } ?? 0
    let start = text[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    text.removeFirst(start)
    for index in citations.indices { citations[index].place = min(max(0, citations[index].place - start), text.count) }
    return take()
  }

  private mutating func take() -> Read? {
    defer {
      // Its room is kept for the next line.
      text.removeAll(keepingCapacity: true)
      (spans, citations, isRowOpen, lineStart) = ([], [], false, 0)
      for index in started.indices { started[index].start = 0 }
    }
    guard !text.isEmpty else { return nil }
    return Read(
      text: String(decoding: text, as: UTF8.self), spans: spans.inReadingOrder, citations: citations.inReadingOrder)
  }
}

/// Rows and cells of a table.
extension PageLine {
  mutating func startRow() {
    trimEnd()
    if !text.isEmpty { text.append(0x0A) }
    isRowOpen = false
  }

  mutating func startCell() {
    trimEnd()
    if isRowOpen { text.append(0x09) }
    isRowOpen = true
  }

  mutating func trimEnd() {
    while text.last == 0x20 { text.removeLast() }
  }

  /// Ends a table; nil where its cells are empty.
  mutating func finishTable() -> Read? {
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return take()
  }
}

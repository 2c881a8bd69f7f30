import Briefing

/// A reading as lines that a person can write and read: one a piece of the story, with all that the model says of it.
///
/// `Corpus/README.md` says how the pieces are written. A no-break space counts as a space.
struct LinedStory {
  private(set) var lines: [String] = []
  private var above: [Block.Container] = []

  init(_ reading: Reading) {
    let story = reading.story
    add("headline", story.headline)
    if let url = story.url { add("url", url) }
    if let date = story.published { add("date", date.iso8601) }
    for author in story.authors { add("by", author) }
    if let publisher = story.publisher { add("publisher", publisher) }
    for bullet in story.summary { add("bullet", bullet) }
    for block in story.lede { add(block) }
    for section in story.sections {
      add("\(section.isQuestion ? "question" : "heading") \(section.level)", section.heading)
      above = []
      for block in section.blocks { add(block) }
    }
    for (index, piece) in reading.setAside.enumerated() {
      let goesOn = index > 0 && reading.setAside[index - 1].reason == piece.reason
      let words = piece.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if goesOn { lines[lines.count - 1] += " " + words } else { add("aside \(piece.reason.rawValue)", words) }
    }
  }

  /// A sentence about the first line in which two of them differ; nil where none does.
  static func firstDifference(of lines: [String], from expected: [String]) -> String? {
    for index in 0..<max(lines.count, expected.count) {
      let got = index < lines.count ? lines[index] : "the end"
      let wanted = index < expected.count ? expected[index] : "the end"
      if got != wanted { return "line \(index + 1)\n  expected \(wanted)\n  got      \(got)" }
    }
    return nil
  }

  private mutating func add(_ label: String, _ text: String) {
    let plain = text.map { $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{2007}" ? " " : String($0) }.joined()
    let shown = plain.isEmpty ? "\(label):" : "\(label): \(plain)"
    lines += shown.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      index == 0 ? String(line) : "  | \(line)"
    }
  }

  private mutating func add(_ block: Block) {
    var label = places(of: block.containers)
    above = block.containers
    var text = MarkedWords(block).text
    switch block.kind {
    case .prose: if label.isEmpty { label.append("prose") }
    case .code(let language): label.append(language.map { "code \($0)" } ?? "code")
    case .table:
      label.append("table")
      text = text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " | ")
    case .image(let url):
      label.append("image")
      text += text.isEmpty ? "<\(url)>" : " <\(url)>"
    case .rule: label.append("rule")
    }
    add(label.joined(separator: " "), text)
  }

  /// `list` opens a list, `item` is another item of it, `in` goes on in the item of the block above.
  private func places(of containers: [Block.Container]) -> [String] {
    var isSame = true
    return containers.enumerated().map { depth, container in
      let before = depth < above.count ? above[depth] : nil
      guard case .item(let item) = container else {
        isSame = isSame && before == .quote
        return "quote"
      }
      guard isSame, case .item(let last) = before, last.list == item.list else {
        isSame = false
        return "list \(item.marker)"
      }
      if last == item { return "in" }
      isSame = false
      return "item \(item.marker)"
    }
  }
}

/// The words of a block with the marks of what is set apart in them, and its citations where they stand.
private struct MarkedWords {
  private(set) var text = ""
  private var citations: ArraySlice<Citation>
  private var open: [Block.Span] = []
  private let words: [UInt8]
  private var place = 0

  init(_ block: Block) {
    words = Array(block.text.utf8)
    citations = block.citations.inReadingOrder[...]
    for span in block.spans.inReadingOrder {
      advance(to: span.range.lowerBound)
      open.append(span)
      text += Self.opening(of: span, isBare: isBare(span))
    }
    advance(to: words.count)
  }

  private mutating func advance(to end: Int) {
    while true {
      let next = open.indices.min { (open[$0].range.upperBound, -$0) < (open[$1].range.upperBound, -$1) }
      let closing = next.map { open[$0].range.upperBound } ?? Int.max
      let citing = citations.first?.place ?? Int.max
      guard min(closing, citing) <= end else { break }
      write(to: min(closing, citing))
      if closing <= citing, let next { close(open.remove(at: next)) } else { cite(citations.removeFirst()) }
    }
    write(to: end)
  }

  private mutating func write(to end: Int) {
    text += String(decoding: words[place..<max(place, end)], as: UTF8.self)
    place = max(place, end)
  }

  private mutating func cite(_ citation: Citation) {
    let label = citation.label.map { "\"\($0)\"" }
    text += "{\([citation.host, citation.url, label].compactMap(\.self).joined(separator: " "))}"
  }

  /// A link says where it leads; that it is a source as well is not said, that it is none is.
  private mutating func close(_ span: Block.Span) {
    guard case .link(let url) = span.style else {
      text += Self.opening(of: span, isBare: false)
      return
    }
    let label = String(decoding: words[span.range], as: UTF8.self)
    let own = citations.firstIndex { citation in
      let isNamed = citation.label == label || label == url || Citation.host(named: label) == citation.host
      return citation.place == span.range.upperBound && citation.url == url && isNamed
    }
    if let own { citations.remove(at: own) }
    let rest = own == nil ? ", no source" : ""
    text += isBare(span) ? "\(rest)>" : "](\(url)\(rest))"
  }

  private func isBare(_ span: Block.Span) -> Bool {
    if case .link(let url) = span.style { Array(url.utf8) == Array(words[span.range]) } else { false }
  }

  private static func opening(of span: Block.Span, isBare: Bool) -> String {
    switch span.style {
    case .emphasis: "*"
    case .strong: "**"
    case .code: "`"
    case .link: isBare ? "<" : "["
    }
  }
}

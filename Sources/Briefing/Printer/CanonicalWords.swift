/// Writes the lines of one block, and tells what of it they do not say.
struct CanonicalWords {
  private let block: Block
  private let style: CanonicalForm.Style
  /// What is to be said of the block beside it.
  private(set) var ofBlock: [CanonicalAmendment.Change] = []
  /// What is to be said of its citations, by their numbers in the story.
  private(set) var ofCitations: [(change: CanonicalAmendment.Change, number: Int)] = []
  private var marks: CanonicalMarks

  /// `firstCitation` is the number of the block's first citation in the story.
  init(
    _ block: Block, _ words: CanonicalPlan.Words, _ style: CanonicalForm.Style, ownHost: String?, firstCitation: Int
  ) {
    (self.block, self.style) = (block, style)
    marks = CanonicalMarks(block.text, style)
    switch block.kind {
    case .prose where words != .alone, .table where words != .alone:
      put(words, ownHost: ownHost, firstCitation)
    default: putBeside(firstCitation)
    }
  }

  /// Gives spans and citations their places among the words.
  private mutating func put(_ words: CanonicalPlan.Words, ownHost: String?, _ firstCitation: Int) {
    let linked = words == .linked ? block.citationsOfLinks(ownHost: ownHost) : nil
    if linked == nil, block.namesSources(ownHost: ownHost) { ofBlock.append(.linksAlone) }
    var written: [CanonicalMarks.Mark] = []
    for (index, citation) in block.citations.enumerated() where linked?.contains(index) != true {
      let mark = CanonicalMark(citation, style)
      written.append(CanonicalMarks.Mark(place: citation.place, text: mark.text))
      ofCitations += mark.unsaid.map { ($0, firstCitation + index) }
    }
    marks.set(block.spans, written)
  }

  private mutating func putBeside(_ firstCitation: Int) {
    ofBlock += block.citations.map { .source($0.place, $0.host) } + block.spans.map { .span($0) }
    for (index, citation) in block.citations.enumerated() {
      if let url = citation.url { ofCitations.append((.address(url), firstCitation + index)) }
      if let label = citation.label { ofCitations.append((.label(label), firstCitation + index)) }
    }
  }

  mutating func lines() -> [String] {
    switch block.kind {
    case .prose:
      let line = marks.line(0..<block.text.utf8.count)
      return [line.isEmpty ? "\(CanonicalForm.noWords)" : line]
    case .rule: return ["\(CanonicalForm.rule)"]
    case .image(let url): return [image(url)]
    case .code(let language): return code(language)
    case .table: return table()
    }
  }

  private mutating func image(_ url: String) -> String {
    let target = CanonicalForm.target(url, style)
    if target == nil { ofBlock.append(.image(url)) }
    return "![\(marks.label())](\(target ?? ""))"
  }

  private mutating func code(_ language: String?) -> [String] {
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let fence = String(repeating: "`", count: max(3, CanonicalMarks.longestTicks(in: block.text.utf8) + 1))
    let isWord = language?.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+-#._/".utf8.contains($0) } ?? true
    if let language, !isWord || language.isEmpty { ofBlock.append(.language(language)) }
    return [fence + (isWord ? language ?? "" : "")] + lines + [fence]
  }

  /// Rows of cells between bars, and below the first one the line that Markdown asks for.
  private mutating func table() -> [String] {
    var rows: [[String]] = []
    var start = 0
    for row in block.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var cells: [String] = []
      for cell in row.split(separator: 0x09, omittingEmptySubsequences: false) {
        cells.append(marks.line(start..<start + cell.count, isCell: true))
        start += cell.count + 1
      }
      rows.append(cells)
    }
    let widest = rows.map(\.count).max() ?? 1
    if rows[0].count < widest {
      // Places beside the table are those in its text without these cells.
      ofBlock.insert(.columns(rows[0].count), at: 0)
      rows[0] += Array(repeating: "", count: widest - rows[0].count)
    }
    rows.insert(Array(repeating: "---", count: widest), at: 1)
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }
}

extension Block {
  /// Which citations are those that the links of the block stand for; nil if a link stands for one that is not there.
  fileprivate func citationsOfLinks(ownHost: String?) -> Set<Int>? {
    var places: [Citation: [Int]] = [:]
    for index in citations.indices.reversed() { places[citations[index], default: []].append(index) }
    var linked: Set<Int> = []
    for span in spans {
      guard let citation = self.citation(of: span, ownHost: ownHost) else { continue }
      guard let index = places[citation]?.popLast() else { return nil }
      linked.insert(index)
    }
    return linked
  }

  /// Whether any link would be read as a citation.
  fileprivate func namesSources(ownHost: String?) -> Bool {
    spans.contains { citation(of: $0, ownHost: ownHost) != nil }
  }

  private func citation(of span: Span, ownHost: String?) -> Citation? {
    guard case .link(let url) = span.style, let host = CanonicalForm.host(of: url), host != ownHost,
      text.isBoundary(span.range.lowerBound), text.isBoundary(span.range.upperBound)
    else { return nil }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: span.range.lowerBound)
    let words = String(text[start..<bytes.index(start, offsetBy: span.range.count)])
    return Citation(place: span.range.upperBound, host: host, url: url, label: words == host ? nil : words)
  }
}

/// A citation as it is written in its place.
private struct CanonicalMark {
  var text: String
  /// What of it that does not say.
  var unsaid: [CanonicalAmendment.Change] = []

  init(_ citation: Citation, _ style: CanonicalForm.Style) {
    guard let url = citation.url else {
      text = "(\(CanonicalMarks.label(citation.host, style)))"
      if let label = citation.label { unsaid = [.label(label)] }
      return
    }
    let target = CanonicalForm.target(url, style)
    for words in [citation.label, citation.host].compactMap({ $0 }) {
      guard let target, let (host, label) = CanonicalForm.naming(words, url), host == citation.host else { continue }
      text = "([\(CanonicalMarks.label(words, style))](\(target)))"
      if label != citation.label, let label = citation.label { unsaid = [.label(label)] }
      return
    }
    text = "(\(CanonicalMarks.label(citation.host, style)))"
    unsaid = [.address(url)] + (citation.label.map { [.label($0)] } ?? [])
  }
}

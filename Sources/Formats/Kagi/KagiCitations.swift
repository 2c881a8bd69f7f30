import Briefing

/// The articles that a story of Kagi News rests on, and the marks in its texts that name them: `[host#2]` is the second
/// article of that host, `[common]` what everybody knows.
struct KagiCitations {
  private var links: [String: [String]] = [:]

  init(_ articles: [JSONFields]) {
    for article in articles {
      guard let link = article.text("link").flatMap(KagiStory.address), let host = CitedName.host(in: link) else {
        continue
      }
      let domain = article.text("domain").flatMap(CitedName.host) ?? host
      links[domain, default: []].append(link)
    }
  }

  /// A block of a text, or nil where it has neither words nor sources.
  func block(_ text: String) -> Block? {
    let words = Gate.words(of: text)
    var block = Block(text: "")
    var rest = words[...]
    while let mark = Self.mark(in: rest) {
      if let cited = mark.names.flatMap({ self.cited($0) }) {
        Self.add(rest[..<mark.range.lowerBound].dropLast(while: \.isWhitespace), to: &block)
        let place = block.text.utf8.count
        block.citations += cited.map { Citation(place: place, host: $0.host, url: $0.url) }
      } else {
        Self.add(rest[..<mark.range.upperBound], to: &block)
      }
      rest = rest[mark.range.upperBound...]
    }
    Self.add(rest.dropLast(while: \.isWhitespace), to: &block)
    return block.text.isEmpty && block.citations.isEmpty ? nil : block
  }

  /// How many bytes a mark has at most.
  private static let longestMark = 1024

  /// The first bracket that opens, up to the one that closes it, and what stands between them; the first alone where none
  /// closes it soon, or another opens before.
  private static func mark(in text: Substring) -> (range: Range<Substring.Index>, names: Substring?)? {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "[")) else { return nil }
    let inside = text.utf8[text.utf8.index(after: open)...]
    let end = inside.prefix(longestMark).firstIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }
    guard let end, text.utf8[end] == UInt8(ascii: "]") else { return (open..<inside.startIndex, nil) }
    return (open..<text.utf8.index(after: end), text[inside.startIndex..<end])
  }

  /// The words of a text, without its marks.
  func line(_ text: String) -> String { block(text)?.text ?? "" }

  /// Behind a mark, what is no punctuation stands apart from the words before it.
  private static func add(_ piece: Substring, to block: inout Block) {
    let isBehindMark = block.citations.last?.place == block.text.utf8.count && !block.text.isEmpty
    let piece = block.text.isEmpty ? piece.drop(while: \.isWhitespace) : piece
    if isBehindMark, piece.first.map({ $0.isLetter || $0.isNumber }) == true { block.text += " " }
    block.text += piece
  }

  /// What a mark names; nil where it is none.
  private func cited(_ names: Substring) -> [(host: String, url: String?)]? {
    if names == "common" { return [] }
    var cited: [(host: String, url: String?)] = []
    for name in names.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let parts = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Int(parts[1].filter { $0 != " " }), number > 0,
        let host = CitedName.host(in: String(parts[0].filter { $0 != " " })), host.contains(".")
      else { return nil }
      let links = links[host] ?? []
      cited.append((host, number <= links.count ? links[number - 1] : nil))
    }
    return cited.isEmpty ? nil : cited
  }
}

extension Substring {
  /// Without the letters at the end that are so.
  fileprivate func dropLast(while isSo: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isSo(last) { rest.removeLast() }
    return rest
  }
}

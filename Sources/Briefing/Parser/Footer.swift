/// The lines that a sharing app adds below a story.
struct Footer {
  /// The indices of the lines that are not story.
  var lines: Set<Int> = []
  var publisher: String?

  init(_ lines: [Line], in text: Bytes) {
    var first: Int?
    for index in lines.indices.reversed() {
      let range = lines[index].range
      guard range.count <= 300, index > 0 else { break }
      let words = text.string(range)
      if Self.holdsStory(range, in: text) { break }
      if FooterWords.isFooter(words) { first = index }
      if publisher == nil { publisher = FooterWords.publisher(words) }
    }
    if let first { self.lines = Set(first..<lines.count) }
  }

  private static func holdsStory(_ range: Range<Int>, in text: Bytes) -> Bool {
    if HeadingMark.opening(range, in: text) != nil { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      if CitationPair.openingWidth(text, at: index) > 0,
        let pair = CitationPair.read(text, at: index, limit: range.upperBound), pair.isClosed
      {
        return true
      }
      index += 1
    }
    return false
  }
}

/// The words by which footers are known.
enum FooterWords {
  static func isFooter(_ line: String) -> Bool {
    let lower = line.lowercased()
    if publisher(line) != nil { return true }
    if lower.contains("app store") || lower.contains("google play") { return line.utf8.count < 90 }
    return lower.contains("your own") && lower.contains("briefing")
  }

  static func publisher(_ line: String) -> String? {
    let leads = ["shared from ", "shared via ", "geteilt aus ", "partagé depuis ", "compartido desde "]
    let lower = line.lowercased()
    guard let lead = leads.first(where: { lower.hasPrefix($0) }) else { return nil }
    let rest = line.dropFirst(lead.count)
    let ends = [" - ", " – ", " — ", ". ", ", ", ": "]
    var name = rest
    for end in ends {
      if let range = name.firstRange(of: end) { name = name[..<range.lowerBound] }
    }
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    return name.isEmpty ? nil : String(name)
  }
}

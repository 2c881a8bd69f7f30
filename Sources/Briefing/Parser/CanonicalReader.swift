/// Reads the text form that the canonical printer writes: a front matter, then one block a line.
struct CanonicalReader {
  private let text: Bytes
  private let lines: [Line]
  private var index = 2
  private var story = Story(headline: "")
  private var unknown: [Range<Int>] = []

  /// Nil unless the text opens with a whole front matter of this version.
  init?(_ text: Bytes, lines: [Line]) {
    (self.text, self.lines) = (text, lines)
    guard text.has("---\n", at: 0), lines.count > 2, Self.isWord("---", lines[0].range, in: text),
      Self.isWord("courant: 1", lines[1].range, in: text),
      lines.dropFirst(2).prefix(16).contains(where: { Self.isWord("---", $0.range, in: text) })
    else { return nil }
  }

  /// The story, and the lines of the front matter that say nothing to this version.
  mutating func read() -> (story: Story, unknown: [Range<Int>]) {
    while !Self.isWord("---", lines[index].range, in: text) {
      readField(lines[index].range)
      index += 1
    }
    for line in lines[(index + 1)...] { readBlock(line.range) }
    return (story, unknown)
  }

  private static func isWord(_ word: StaticString, _ range: Range<Int>, in text: Bytes) -> Bool {
    range.count == word.utf8CodeUnitCount && text.has(word, at: range.lowerBound)
  }

  private mutating func readField(_ range: Range<Int>) {
    if let value = value(of: "publisher:", range) {
      story.publisher = value
    } else if let value = value(of: "url:", range) {
      story.url = value
    } else if let value = value(of: "published:", range), let moment = Moment(iso8601: value) {
      story.published = moment
    } else {
      unknown.append(range)
    }
  }

  private func value(of key: StaticString, _ range: Range<Int>) -> String? {
    guard text.has(key, at: range.lowerBound) else { return nil }
    return line(text.trimmed(min(range.lowerBound + key.utf8CodeUnitCount, range.upperBound)..<range.upperBound))
  }

  private mutating func readBlock(_ range: Range<Int>) {
    if let content = content(behind: "###", range) {
      story.sections.append(Section(heading: line(content)))
    } else if let content = content(behind: "#", range) {
      story.headline = line(content)
    } else if let content = content(behind: "-", range) {
      story.summary.append(line(content))
    } else if story.sections.isEmpty {
      story.lede.append(paragraph(range))
    } else {
      story.sections[story.sections.count - 1].paragraphs.append(paragraph(range))
    }
  }

  private func content(behind mark: StaticString, _ range: Range<Int>) -> Range<Int>? {
    let start = range.lowerBound + mark.utf8CodeUnitCount
    guard text.has(mark, at: range.lowerBound), start <= range.upperBound else { return nil }
    if start == range.upperBound { return start..<start }
    return text[start] == 0x20 ? start + 1..<range.upperBound : nil
  }

  private func line(_ range: Range<Int>) -> String {
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound { copy(&index, limit: range.upperBound, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Copies one byte, or the one that a backslash stands before; of several spaces only the first.
  private func copy(_ index: inout Int, limit: Int, to output: inout [UInt8]) {
    if text[index] == CanonicalForm.escape, index + 1 < limit { index += 1 }
    let isDoubled = text[index] == 0x20 && output.last ?? 0x20 == 0x20
    if !isDoubled { output.append(text[index]) }
    index += 1
  }

  private func paragraph(_ range: Range<Int>) -> Paragraph {
    var output: [UInt8] = []
    var citations: [Citation] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "("), let (citation, end) = citation(at: index, limit: range.upperBound) {
        if output.last == 0x20 { output.removeLast() }
        citations.append(Citation(place: output.count, host: citation.host, url: citation.url))
        index = end
      } else {
        copy(&index, limit: range.upperBound, to: &output)
      }
    }
    return Paragraph(text: String(decoding: output, as: UTF8.self), citations: citations)
  }

  /// `(host)` or `([host](address))`, without spaces in it.
  private func citation(at start: Int, limit: Int) -> (citation: Citation, end: Int)? {
    let isLink = start + 1 < limit && text[start + 1] == UInt8(ascii: "[")
    var index = isLink ? start + 2 : start + 1
    let hostStart = index
    let mark = isLink ? UInt8(ascii: "]") : UInt8(ascii: ")")
    while index < limit, text[index] != mark {
      if text[index] == 0x20 || text[index] == UInt8(ascii: "(") || index - hostStart > 512 { return nil }
      index += 1
    }
    guard index < limit, index > hostStart else { return nil }
    let host = text.string(hostStart..<index)
    guard isLink else { return (Citation(place: 0, host: host), index + 1) }
    guard index + 1 < limit, text[index + 1] == UInt8(ascii: "(") else { return nil }
    return address(from: index + 2, limit: limit).map { (Citation(place: 0, host: host, url: $0.url), $0.end) }
  }

  private func address(from start: Int, limit: Int) -> (url: String, end: Int)? {
    var (index, depth) = (start, 0)
    var output: [UInt8] = []
    while index < limit {
      switch text[index] {
      case 0x20: return nil
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 {
          guard index + 1 < limit, text[index + 1] == UInt8(ascii: ")") else { return nil }
          return (String(decoding: output, as: UTF8.self), index + 2)
        }
        depth -= 1
      default: break
      }
      copy(&index, limit: limit, to: &output)
    }
    return nil
  }
}

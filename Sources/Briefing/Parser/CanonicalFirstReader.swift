/// Reads the first form, which Courant wrote before blocks had kinds: each block is a line of prose.
struct CanonicalFirstReader {
  private let text: Bytes
  private let held: HeldSpaces
  private let lines: CanonicalLines
  private let fields: CanonicalFieldReader
  private let headingMark: StaticString
  private var story = Story(headline: "")
  private var pairs = ParenthesisPairs()

  init(_ text: Bytes, _ lines: CanonicalLines, held: HeldSpaces) {
    (self.text, self.lines, self.held) = (text, lines, held)
    fields = CanonicalFieldReader(text, lines.fields, isFirst: true)
    headingMark = lines.style == .text ? "###" : "##"
  }

  /// The story; what is set aside stands at places of this text.
  mutating func read() -> Reading {
    (story.publisher, story.url, story.published) = (fields.publisher, fields.url, fields.published)
    let origin = lines.style == .markdown ? MarkdownLine.origin(of: story) : nil
    var mayBeOrigin = origin != nil
    for line in lines.blocks {
      if mayBeOrigin, !isHeadline(line) {
        mayBeOrigin = false
        if text.string(line.range) == origin { continue }
      }
      readBlock(line.range)
    }
    setAddresses()
    return Reading(story: story.withQuestionsMarked(), setAside: fields.setAside, stamp: fields.stamp)
  }

  private func isHeadline(_ line: Line) -> Bool { content(behind: "#", line.range) != nil }

  private mutating func setAddresses() {
    guard !fields.addresses.isEmpty else { return }
    var number = 0
    func set(_ paragraph: inout Block) {
      for index in paragraph.citations.indices {
        number += 1
        if let url = fields.addresses[number] { paragraph.citations[index].url = url }
      }
    }
    for index in story.lede.indices { set(&story.lede[index]) }
    for section in story.sections.indices {
      for index in story.sections[section].blocks.indices { set(&story.sections[section].blocks[index]) }
    }
  }

  private mutating func readBlock(_ range: Range<Int>) {
    if let content = content(behind: headingMark, range) {
      story.sections.append(Section(heading: line(content)))
    } else if let content = content(behind: "#", range) {
      story.headline = line(content)
    } else if let content = content(behind: "-", range) {
      story.summary.append(line(content))
    } else if story.sections.isEmpty {
      story.lede.append(paragraph(range))
    } else {
      story.sections[story.sections.count - 1].blocks.append(paragraph(range))
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

  /// Copies one byte, or the one that a backslash stands before; of several spaces only the first, and none before all.
  private func copy(_ index: inout Int, limit: Int, to output: inout [UInt8]) {
    if text[index] == CanonicalForm.escape, index + 1 < limit { index += 1 }
    if output.isEmpty, text.has("\u{3000}", at: index) {
      index += 2
    } else if text[index] != 0x20 {
      output.append(text[index])
    } else if output.last ?? 0x20 != 0x20, HeldSpaces.width(atEndOf: output) == 0 {
      held.copy(index..<index + 1, of: text, to: &output)
    }
    index += 1
  }

  private mutating func paragraph(_ range: Range<Int>) -> Block {
    var output: [UInt8] = []
    var citations: [Citation] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "("), let (citation, end) = citation(at: index, limit: range.upperBound) {
        output.removeLast(output.last == 0x20 ? 1 : HeldSpaces.width(atEndOf: output))
        citations.append(Citation(place: output.count, host: citation.host, url: citation.url))
        index = end
      } else {
        copy(&index, limit: range.upperBound, to: &output)
      }
    }
    CanonicalForm.trimEnd(&output)
    for index in citations.indices { citations[index].place = min(citations[index].place, output.count) }
    return Block(text: String(decoding: output, as: UTF8.self), citations: citations)
  }

  /// `(host)` or `([host](address))`, without spaces in it, nor in the host any of the marks that the forms are made of.
  private mutating func citation(at start: Int, limit: Int) -> (citation: Citation, end: Int)? {
    let isLink = start + 1 < limit && text[start + 1] == UInt8(ascii: "[")
    var index = isLink ? start + 2 : start + 1
    let hostStart = index
    let mark = isLink ? UInt8(ascii: "]") : UInt8(ascii: ")")
    while index < limit, text[index] != mark {
      if text[index] == CanonicalForm.escape { index += 1 }
      if index == limit || text[index] == 0x20 || index - hostStart > 512 { return nil }
      index += 1
    }
    guard index < limit, index > hostStart else { return nil }
    let host = CanonicalForm.read(text, hostStart..<index)
    guard CanonicalForm.isHost(host) else { return nil }
    guard isLink else { return (Citation(place: 0, host: host), index + 1) }
    guard index + 1 < limit, text[index + 1] == UInt8(ascii: "(") else { return nil }
    return address(from: index + 2, limit: limit).map { (Citation(place: 0, host: host, url: $0.url), $0.end) }
  }

  /// The address behind an opening parenthesis, up to the one that closes it, which has to be followed by another.
  private mutating func address(from start: Int, limit: Int) -> (url: String, end: Int)? {
    guard let close = pairs.close(of: start - 1, in: text, limit: limit), close + 1 < limit,
      text[close + 1] == UInt8(ascii: ")")
    else { return nil }
    var output: [UInt8] = []
    var index = start
    while index < close { copy(&index, limit: limit, to: &output) }
    return (CanonicalForm.alone(String(decoding: output, as: UTF8.self)), close + 2)
  }
}

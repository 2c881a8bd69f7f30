/// Which part of a text that Courant wrote is the story, and which lines say something of it.
struct CanonicalLines {
  var style: CanonicalForm.Style
  /// Whether it is of the first form, in which every block was one line.
  var isFirst: Bool
  /// Lines that say something of the story. Text of the second form has more of them behind the story.
  var fields: [Range<Int>]
  /// Lines that are blocks of it, in the first form.
  var blocks: ArraySlice<Line> = []
  /// What holds the blocks, in the second form.
  var body = 0..<0

  /// Nil unless the text opens with a whole front matter of a known version, or ends with its comment in Markdown.
  init?(_ text: Bytes, _ lines: [Line]) {
    if let written = Self.text(text, lines) ?? Self.markdown(text, lines) {
      self = written
    } else {
      return nil
    }
  }

  private init(style: CanonicalForm.Style, isFirst: Bool, fields: some Sequence<Line>) {
    (self.style, self.isFirst, self.fields) = (style, isFirst, fields.map(\.range))
  }

  private static func text(_ text: Bytes, _ lines: [Line]) -> CanonicalLines? {
    func isRule(_ line: Line) -> Bool { isWord("---", line.range, in: text) }
    guard text.has("---\n", at: 0), lines.count > 2, isRule(lines[0]) else { return nil }
    if isWord(CanonicalForm.version, lines[1].range, in: text) {
      guard let head = lines.dropFirst(2).firstIndex(where: isRule) else { return nil }
      var written = CanonicalLines(style: .text, isFirst: false, fields: lines[2..<head])
      written.body = lines[head].range.upperBound..<text.count
      return written
    }
    guard isWord(CanonicalForm.firstVersion, lines[1].range, in: text),
      let head = lines.dropFirst(2).prefix(16).firstIndex(where: isRule)
    else { return nil }
    let tail = lines[(head + 1)...].firstIndex(where: isRule) ?? lines.endIndex
    var written = CanonicalLines(
      style: .text, isFirst: true, fields: lines[2..<head] + lines[tail...].dropFirst())
    written.blocks = lines[(head + 1)..<tail]
    return written
  }

  private static func markdown(_ text: Bytes, _ lines: [Line]) -> CanonicalLines? {
    guard let last = lines.last else { return nil }
    for isFirst in [false, true] {
      let empty = isFirst ? CanonicalForm.firstEmptyComment : CanonicalForm.emptyComment
      if isWord(empty, last.range, in: text) {
        return CanonicalLines(markdown: lines, isFirst: isFirst, comment: lines.count - 1, fields: [])
      }
    }
    guard isWord("-->", last.range, in: text) else { return nil }
    for index in lines.indices.reversed() {
      for isFirst in [false, true] {
        let opening = isFirst ? CanonicalForm.firstComment : CanonicalForm.comment
        guard isWord(opening, lines[index].range, in: text) else { continue }
        return CanonicalLines(
          markdown: lines, isFirst: isFirst, comment: index, fields: lines[(index + 1)...].dropLast())
      }
    }
    return nil
  }

  private init(markdown lines: [Line], isFirst: Bool, comment: Int, fields: ArraySlice<Line>) {
    self.init(style: .markdown, isFirst: isFirst, fields: fields)
    if isFirst { blocks = lines[..<comment] } else { body = 0..<lines[comment].range.lowerBound }
  }

  private static func isWord(_ word: StaticString, _ range: Range<Int>, in text: Bytes) -> Bool {
    text.isWord(word, range)
  }
}

extension Bytes {
  /// Whether nothing but `word` stands in a range.
  func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }
}

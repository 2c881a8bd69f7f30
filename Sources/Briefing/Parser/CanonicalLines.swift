/// Which lines of a text that Courant wrote are the story, and which say something of it.
struct CanonicalLines {
  enum Form {
    case text, markdown
  }

  var form: Form
  /// Lines that say something of the story.
  var fields: [Range<Int>]
  /// Lines that are blocks of it.
  var blocks: ArraySlice<Line>

  /// Nil unless the text opens with a whole front matter of this version, or ends with its comment in Markdown.
  init?(_ text: Bytes, _ lines: [Line]) {
    if let written = Self.text(text, lines) ?? Self.markdown(text, lines) {
      self = written
    } else {
      return nil
    }
  }

  private init(form: Form, fields: [Range<Int>], blocks: ArraySlice<Line>) {
    (self.form, self.fields, self.blocks) = (form, fields, blocks)
  }

  private static func text(_ text: Bytes, _ lines: [Line]) -> CanonicalLines? {
    func isRule(_ line: Line) -> Bool { isWord("---", line.range, in: text) }
    guard text.has("---\n", at: 0), lines.count > 2, isRule(lines[0]),
      isWord(CanonicalForm.version, lines[1].range, in: text),
      let head = lines.dropFirst(2).prefix(16).firstIndex(where: isRule)
    else { return nil }
    let tail = lines[(head + 1)...].firstIndex(where: isRule) ?? lines.endIndex
    let fields = lines[2..<head] + lines[tail...].dropFirst()
    return CanonicalLines(form: .text, fields: fields.map(\.range), blocks: lines[(head + 1)..<tail])
  }

  private static func markdown(_ text: Bytes, _ lines: [Line]) -> CanonicalLines? {
    guard let last = lines.last else { return nil }
    if isWord(CanonicalForm.emptyComment, last.range, in: text) {
      return CanonicalLines(form: .markdown, fields: [], blocks: lines.dropLast())
    }
    guard isWord("-->", last.range, in: text),
      let start = lines.lastIndex(where: { isWord(CanonicalForm.comment, $0.range, in: text) })
    else { return nil }
    let fields = lines[(start + 1)...].dropLast()
    return CanonicalLines(form: .markdown, fields: fields.map(\.range), blocks: lines[..<start])
  }

  private static func isWord(_ word: StaticString, _ range: Range<Int>, in text: Bytes) -> Bool {
    range.count == word.utf8CodeUnitCount && text.has(word, at: range.lowerBound)
  }
}

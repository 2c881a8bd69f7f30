/// Reads what the printers write: blocks, and lines that say of the story what they have no place for.
struct CanonicalReader {
  let text: Bytes
  let held: HeldSpaces
  let style: CanonicalForm.Style
  private let body: Range<Int>
  private var fields: CanonicalFieldReader
  private var origin: String?
  var inline: CanonicalInline
  var story = Story(headline: "")
  /// Where the next line begins.
  var next: Int
  /// The quotes and items that are open, behind one for the story itself.
  var levels = CanonicalLevels()
  /// Whether nothing but headline, origin and bullets stood so far.
  private var isHead = true
  private var hasHeadline = false
  /// By the number of its block from 0: which of the citations are there only because links are.
  var cited: [Int: [Int]] = [:]
  /// How many blocks there are.
  var count = 0

  init(_ text: Bytes, _ lines: CanonicalLines, held: HeldSpaces) {
    (self.text, self.held, style, body) = (text, held, lines.style, lines.body)
    fields = CanonicalFieldReader(text, lines.fields, held: held)
    next = lines.body.lowerBound
    inline = CanonicalInline(text, held: held, ownHost: fields.url.flatMap(CanonicalForm.host))
  }

  /// The story; what is set aside stands at places of this text.
  mutating func read() -> Reading {
    (story.publisher, story.authors) = (fields.publisher, fields.authors)
    (story.url, story.published) = (fields.url, fields.published)
    origin = style == .markdown ? MarkdownLine.origin(of: story)?.withPlainSpaces : nil
    while let line = nextLine() {
      if style == .text, text.isWord("---", line) {
        readFields()
        break
      }
      readLine(line)
    }
    story = story.withQuestionsMarked()
    var amending = CanonicalAmending(story, cited: cited)
    for line in amending.apply(fields.amendments) { fields.putAside(line) }
    return Reading(story: amending.story, setAside: fields.setAside, stamp: fields.stamp)
  }

  /// The next line without its end; nil behind the last one.
  mutating func nextLine() -> Range<Int>? {
    guard let line = peekLine() else { return nil }
    next = line.upperBound + 1
    return line
  }

  func peekLine() -> Range<Int>? {
    next < body.upperBound ? next..<text.first(0x0A, in: next..<body.upperBound) : nil
  }

  private mutating func readFields() {
    var lines: [Range<Int>] = []
    while let line = nextLine() {
      let range = text.trimmed(line)
      if !range.isEmpty { lines.append(range) }
    }
    fields.read(lines)
  }

  private mutating func readLine(_ line: Range<Int>) {
    var place = line.lowerBound
    let depth = levels.match(&place, line.upperBound, in: text)
    let rest = text.trimmed(place..<line.upperBound)
    if rest.isEmpty { return levels.closeQuotes(from: depth) }
    levels.close(to: depth)
    if levels.isOutermost, readHead(rest) { return }
    isHead = false
    levels.open(&place, line.upperBound, in: text)
    readBlock(text.trimmed(place..<line.upperBound))
  }

  /// Headline, origin, bullets and headings.
  private mutating func readHead(_ line: Range<Int>) -> Bool {
    if isHead, !hasHeadline, let words = headingWords(line), words.level == 1 {
      story.headline = inline.line(words.range)
      hasHeadline = true
      return true
    }
    if let origin, isHead {
      self.origin = nil
      // Only a first line can be the headline.
      hasHeadline = true
      if text.string(line) == origin { return true }
    }
    if isHead, text[line.lowerBound] == UInt8(ascii: "-"), line.count == 1 || text[line.lowerBound + 1] == 0x20 {
      hasHeadline = true
      story.summary.append(inline.line(line.lowerBound + 1..<line.upperBound))
      return true
    }
    guard let words = headingWords(line) else { return false }
    isHead = false
    levels.endList()
    story.sections.append(Section(heading: inline.line(words.range), level: words.level))
    return true
  }

  private func headingWords(_ line: Range<Int>) -> (level: Int, range: Range<Int>)? {
    var end = line.lowerBound
    while end < line.upperBound, text[end] == UInt8(ascii: "#") { end += 1 }
    let level = end - line.lowerBound
    guard (1...6).contains(level), end == line.upperBound || text[end] == 0x20 else { return nil }
    return (level, end..<line.upperBound)
  }
}

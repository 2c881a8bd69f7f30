/// One line, not blank, of a text that may hold several stories.
struct DivisionLine {
  /// What the line is by how it opens.
  enum Kind {
    /// Words, perhaps with headings inside.
    case words
    /// Words behind one hash.
    case title
    /// Words behind two hashes or more.
    case heading
    case bullet
    /// `---`, `***`, `===` or `___` alone.
    case rule
    /// The end of what Courant writes below a story in Markdown.
    case comment
    /// Lines that say something of a story, between two rules: the whole block is one line.
    case frontMatter
    /// What Courant writes below a story in text, behind a rule: the whole block is one line.
    case tail
    /// Code, a quote, a table: no story opens there.
    case other
  }

  /// Without the spaces around it.
  var range: Range<Int>
  /// With its line break.
  var whole: Range<Int>
  var kind = Kind.words
  var isIndented: Bool
  /// How many blank lines stand above.
  var blanks: Int
  /// Whether headings stand inside, behind a sentence or a citation, as in a flattened story.
  var isRun = false
  /// Whether the story that begins here was written by Courant; only in front matter.
  var isCanonical = false
}

extension DivisionLine {
  /// The lines of a text, each looked at a few times.
  static func all(in text: Bytes) -> [DivisionLine] {
    var lines: [DivisionLine] = []
    var (start, blanks) = (0, 1)
    while start < text.count {
      let end = text.first(0x0A, in: start..<text.count)
      let range = text.trimmed(start..<end)
      if range.isEmpty {
        blanks += 1
      } else {
        lines.append(
          DivisionLine(
            range: range, whole: start..<min(end + 1, text.count), isIndented: range.lowerBound > start, blanks: blanks)
        )
        blanks = 0
      }
      start = end + 1
    }
    return classified(lines, in: text)
  }

  private static func classified(_ lines: [DivisionLine], in text: Bytes) -> [DivisionLine] {
    var found: [DivisionLine] = []
    found.reserveCapacity(lines.count)
    var fence: CodeFence?
    var isInComment = false
    // Whether the line stands in text that Courant wrote.
    var isWritten = false
    var index = 0
    while index < lines.count {
      var line = lines[index]
      line.kind = kind(of: line, in: text)
      if let open = fence {
        if open.isClosed(by: line.range, in: text) { fence = nil }
        line.kind = .other
      } else if let opened = CodeFence(line.range, in: text) {
        fence = opened
        line.kind = .other
      } else if isInComment || text.has(Self.commentOpening, at: line.range.lowerBound) {
        isInComment = !text.has("-->", at: line.range.upperBound - 3)
        line.kind = isInComment ? .other : .comment
      }
      if line.kind == .rule {
        if isWritten, !opensCanonical(lines, at: index, in: text), let end = tailEnd(lines, from: index, in: text) {
          (line.kind, line.whole, isWritten) = (.tail, line.whole.lowerBound..<lines[end].whole.upperBound, false)
          index = end
        } else if let end = frontMatterEnd(lines, from: index, in: text) {
          line.kind = .frontMatter
          line.isCanonical = opensCanonical(lines, at: index, in: text)
          isWritten = line.isCanonical
          line.whole = line.whole.lowerBound..<lines[end].whole.upperBound
          index = end
        } else if isWritten, !isRuleBetween(line.range, in: text) {
          line.kind = .other
        }
      } else if line.kind == .words || line.kind == .heading || line.kind == .title {
        line.isRun = isRun(line.range, in: text, isWritten: isWritten)
      }
      found.append(line)
      index += 1
    }
    return found
  }

  private static let commentOpening: StaticString = "<!-- courant: "

  private static func kind(of line: DivisionLine, in text: Bytes) -> Kind {
    let range = line.range
    if isRule(range, in: text) { return .rule }
    if Bullet.markWidth(range, in: text) > 0 { return .bullet }
    switch text[range.lowerBound] {
    case UInt8(ascii: "#"):
      // A headline without words, as Courant writes it.
      if range.count == 1 { return .title }
      guard let mark = HeadingMark.opening(range, in: text) else { return .words }
      return mark.range.count == 1 ? .title : .heading
    case UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "["): return .other
    default: return .words
    }
  }

  /// Three or more of a mark that draws lines, perhaps with spaces between them.
  private static func isRule(_ range: Range<Int>, in text: Bytes) -> Bool {
    guard range.count >= 3, let first = range.first, "-*_=".utf8.contains(text[first]) else { return false }
    return range.allSatisfy { text[$0] == text[first] || text[$0] == 0x20 }
      && range.count(where: { text[$0] == text[first] }) >= 3
  }

  private static func isRun(_ range: Range<Int>, in text: Bytes, isWritten: Bool) -> Bool {
    guard text.first(UInt8(ascii: "#"), in: range) < range.upperBound else { return false }
    var start = HeadingMark.opening(range, in: text)?.content ?? range.lowerBound
    // Courant sets a backslash before such marks, but for those in code.
    var code = (isWritten ? codeSpans(in: range, of: text) : [])[...]
    while let mark = HeadingMark.next(in: text, from: start, limit: range.upperBound) {
      let begin = mark.range.lowerBound
      let isBehind = SentenceEnd.isBefore(begin, in: text) || isBehindPair(begin, in: text)
      while let span = code.first, span.upperBound <= begin { code.removeFirst() }
      let isCode = code.first?.contains(begin) ?? false
      if begin > range.lowerBound, mark.range.count >= 2, isBehind, !isCode { return true }
      start = mark.content
    }
    return false
  }
}

extension DivisionLine {
  private static func isBehindPair(_ begin: Int, in text: Bytes) -> Bool {
    var index = begin
    while index > 0, text[index - 1].isSpace { index -= 1 }
    return text.has(")", at: index - 1) || text.has("）", at: index - 3)
  }
}

/// What opens code, also in quotes and items.
private struct CodeFence {
  private let fence: Fence

  init?(_ line: Range<Int>, in text: Bytes) {
    guard let opening = Fence.opening(Self.behindContainers(line, in: text), indent: 0, in: text) else { return nil }
    fence = opening.fence
  }

  func isClosed(by line: Range<Int>, in text: Bytes) -> Bool {
    fence.isClosed(by: Self.behindContainers(line, in: text), in: text)
  }

  /// The line behind the marks of the quotes and items that it opens.
  private static func behindContainers(_ whole: Range<Int>, in text: Bytes) -> Range<Int> {
    var line = whole
    while let first = line.first {
      let digits = line.prefix { text[$0].isDigit }
      let isNumber =
        !digits.isEmpty && digits.upperBound < line.upperBound && ".)".utf8.contains(text[digits.upperBound])
      let end = isNumber ? digits.upperBound + 1 : ">-*+".utf8.contains(text[first]) ? first + 1 : first
      guard end > first, end == line.upperBound || text[end] == 0x20 else { return line }
      line = text.trimmed(end..<line.upperBound)
    }
    return line
  }
}

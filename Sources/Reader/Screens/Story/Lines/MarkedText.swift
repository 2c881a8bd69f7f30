import Briefing
import Canvas

/// A stretch of words with its citation marks put in, ready to be wrapped.
///
/// A mark is tied to the word before it by a no-break space, so that no line begins with one.
struct MarkedText {
  private struct Segment {
    /// UTF-8 offset in `shown`.
    var place: Int
    /// UTF-8 offset in the words of the part.
    var offset: Int
    var kind: StoryLine.Run.Kind
  }

  private var shown = ""
  private var segments: [Segment] = []
  private let start: Int

  /// Marks the bytes of `range` in the words of a part; both ends are scalar boundaries.
  init(_ text: PartText, range: Range<Int>, facts: StoryFacts) {
    start = range.lowerBound
    var done = range.lowerBound
    for index in text.citations.indices(standingIn: range, of: text.words.utf8.count) {
      let place = text.words.boundary(at: text.citations[index].place, in: done..<range.upperBound)
      append(text.words.slice(done..<place), offset: done)
      append(mark: facts.number(of: text.citations[index].host), citation: index, at: place)
      if text.words.hasLetter(at: place) { append(" ", kind: .gap, offset: place) }
      done = place
    }
    append(text.words.slice(done..<range.upperBound), offset: done)
  }

  /// The lines at a width; at least one.
  func lines(columns: Int) -> [StoryLine] {
    var lines: [StoryLine] = []
    var first = 0
    for line in Wrap.lines(of: shown, columns: columns) {
      while first + 1 < segments.count, segments[first + 1].place <= line.range.lowerBound { first += 1 }
      lines.append(self.line(line.range, from: first))
    }
    return lines.isEmpty ? [StoryLine(start: start, runs: [])] : lines
  }

  private mutating func append(_ words: Substring, offset: Int) {
    append(words, kind: .words(offset: offset), offset: offset)
  }

  private mutating func append(mark number: Int, citation: Int, at place: Int) {
    if !shown.isEmpty { append("\u{A0}", kind: .gap, offset: place) }
    append("[\(number)]", kind: .mark(citation: citation), offset: place)
  }

  private mutating func append(_ text: Substring, kind: StoryLine.Run.Kind, offset: Int) {
    guard !text.isEmpty else { return }
    segments.append(Segment(place: shown.utf8.count, offset: offset, kind: kind))
    shown += text
  }

  private func line(_ range: Range<Int>, from first: Int) -> StoryLine {
    var line = StoryLine(start: segments.isEmpty ? start : segments[first].offset, runs: [])
    var column = 0
    var index = first
    while index < segments.count, segments[index].place < range.upperBound {
      let run = run(segments[index], range, end: index + 1 < segments.count ? segments[index + 1].place : nil)
      if index == first, case .words(let offset) = run.kind { line.start = offset }
      index += 1
      // Where a line is too narrow for a word and its mark, the space between them is at an end of it.
      if run.kind == .gap, line.runs.isEmpty { continue }
      line.runs.append(StoryLine.Run(column: column, text: run.text, kind: run.kind))
      column += Width.of(run.text)
    }
    if line.runs.last?.kind == .gap { line.runs.removeLast() }
    return line
  }

  /// The part of a segment that stands on a line.
  private func run(_ segment: Segment, _ line: Range<Int>, end: Int?) -> (text: String, kind: StoryLine.Run.Kind) {
    let from = max(line.lowerBound, segment.place)
    let text = String(shown.slice(from..<max(from, min(line.upperBound, end ?? shown.utf8.count))))
    return switch segment.kind {
    case .words: (text, .words(offset: segment.offset + from - segment.place))
    case .mark: (text, segment.kind)
    case .gap: (String(repeating: " ", count: text.unicodeScalars.count), .gap)
    }
  }
}

import Briefing
import Canvas

/// A stretch of words with the numbers of its citations put in, ready to be made lines.
///
/// A number is tied to the word before it by a no-break space, so that no line begins with one.
struct AnnotatedText {
  private struct Segment {
    /// UTF-8 offset in `shown`.
    var place: Int
    /// UTF-8 offset in the words of the part.
    var offset: Int
    var kind: StoryLine.Run.Kind
    var look: SpanLook
    var anchor: StoryLine.Anchor?
    var opens: Bool
  }

  /// The words so far, as they are shown.
  private(set) var shown = ""
  /// Whether all words are set apart somehow.
  var look: SpanLook = []
  private var segments: [Segment] = []
  private let text: PartText
  private let facts: StoryFacts
  private let numbersLinks: Bool
  private let range: Range<Int>
  private var spans: SpanWalk
  private var citations: Range<Int>
  /// Up to where the words were taken, and the last scalar boundary before that.
  private var place: Int
  private var done: Int

  /// Begins at the start of `range` in the words of a part; both ends are scalar boundaries. `numbersLinks` puts the numbers
  /// of links behind them, too.
  init(_ text: PartText, range: Range<Int>, facts: StoryFacts, numbersLinks: Bool) {
    (self.text, self.facts, self.range, self.numbersLinks) = (text, facts, range, numbersLinks)
    citations = text.citations.indices(standingIn: range, of: text.words.utf8.count)
    (place, done) = (range.lowerBound, range.lowerBound)
    spans = SpanWalk(text)
  }

  /// How many stretches of one look there are by now.
  var segmentCount: Int { segments.count }

  /// How long the shown words are by now, in bytes.
  var length: Int { shown.utf8.count }

  /// Whether a citation stands before an offset or there.
  func hasCitation(upTo end: Int) -> Bool {
    citations.first.map { citationPlace($0) <= end } ?? false
  }

  /// Takes words, and the citations that stand in them and behind.
  mutating func append(upTo end: Int) {
    while true {
      spans.go(to: place)
      let citation = citations.first.map { max(place, citationPlace($0)) } ?? end
      let next = min(end, spans.change ?? end, citation)
      let boundary = text.words.boundary(at: next, in: done..<max(done, end))
      append(words: done..<boundary)
      (place, done) = (next, boundary)
      while let citation = citations.first, citationPlace(citation) <= place {
        citations.removeFirst()
        append(citation: citation)
      }
      if place >= end { return }
    }
  }

  /// Passes over words and citations that are not shown.
  mutating func skip(to end: Int) {
    guard end > place else { return }
    spans.go(to: end)
    while let citation = citations.first, citationPlace(citation) < end { citations.removeFirst() }
    (place, done) = (end, end)
  }

  /// Puts in what is not of the words.
  mutating func append(sign: String, look: SpanLook = .faint, anchor: StoryLine.Anchor? = nil, opens: Bool = false) {
    append(sign[...], kind: .sign, look: look, anchor: anchor, opens: opens)
  }

  /// Puts in white space, or a line break.
  mutating func append(gap: String) {
    append(gap[...], kind: .gap)
  }

  private func citationPlace(_ index: Int) -> Int {
    min(text.citations[index].place, range.upperBound)
  }

  private mutating func append(citation index: Int) {
    guard numbersLinks || !spans.linked.contains(index), !text.repeats(index) else { return }
    if !shown.isEmpty { append(gap: "\u{A0}") }
    let number = "[\(facts.number(of: text.citations[index].host))]"
    append(number[...], kind: .citation, anchor: .citation(index), opens: !spans.linked.contains(index))
    if text.words.hasLetter(at: done) { append(gap: " ") }
  }

  private mutating func append(words range: Range<Int>) {
    let opens = text.opening.isEmpty && spans.anchor != nil && spans.anchorStart == range.lowerBound
    append(
      text.words.slice(range), kind: .words(offset: range.lowerBound), look: look.union(spans.look),
      anchor: spans.anchor,
      opens: opens)
  }

  private mutating func append(
    _ words: Substring, kind: StoryLine.Run.Kind, look: SpanLook = [], anchor: StoryLine.Anchor? = nil,
    opens: Bool = false
  ) {
    guard !words.isEmpty else { return }
    segments.append(Segment(place: length, offset: done, kind: kind, look: look, anchor: anchor, opens: opens))
    shown += words
  }
}

/// Lines of what is shown.
extension AnnotatedText {
  /// The segment that holds a place in what is shown, looked for from another one on.
  func segment(at place: Int, from first: Int) -> Int {
    var index = first
    while index + 1 < segments.count, segments[index + 1].place <= place { index += 1 }
    return index
  }

  /// The line that shows a stretch of what is shown; `first` is a segment at or before its start. White space at its ends is
  /// left out unless it is kept.
  func line(_ range: Range<Int>, from first: Int, keepsGaps: Bool = false) -> StoryLine {
    guard !segments.isEmpty else { return StoryLine(start: self.range.lowerBound, runs: []) }
    let first = segment(at: range.lowerBound, from: first)
    var line = StoryLine(start: segments[first].offset, runs: [])
    var column = 0
    var index = first
    while index < segments.count, segments[index].place < range.upperBound {
      var run = run(index, range)
      if index == first, case .words(let offset) = run.kind { line.start = offset }
      index += 1
      // Where a line is too narrow for a word and its number, the space between them is at an end of it.
      if run.kind == .gap, line.runs.isEmpty, !keepsGaps { continue }
      run.column = column
      column += Width.of(run.text)
      line.runs.append(run)
    }
    if line.runs.last?.kind == .gap, !keepsGaps { line.runs.removeLast() }
    return line
  }

  /// The part of a segment that stands on a line.
  private func run(_ index: Int, _ line: Range<Int>) -> StoryLine.Run {
    let segment = segments[index]
    let end = index + 1 < segments.count ? segments[index + 1].place : length
    let from = max(line.lowerBound, segment.place)
    let text = String(shown.slice(from..<max(from, min(line.upperBound, end))))
    var run = StoryLine.Run(column: 0, text: text, kind: segment.kind, look: segment.look, anchor: segment.anchor)
    run.opens = segment.opens && from == segment.place
    switch segment.kind {
    case .words: run.kind = .words(offset: segment.offset + from - segment.place)
    case .gap: run.text = String(repeating: " ", count: text.unicodeScalars.count)
    case .citation, .sign: break
    }
    return run
  }
}

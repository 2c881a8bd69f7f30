import Canvas

/// A stretch of a part's words that a search highlights.
struct Highlight: Hashable, Sendable {
  var range: Range<Int>
  /// Whether the cursor went to it last.
  var isCurrent: Bool

  /// Words to be written in one style.
  struct Stretch: Hashable, Sendable {
    var text: String
    var highlight: Highlight?

    func style(over style: Style) -> Style {
      guard let highlight else { return style }
      return Style(.match, bold: style.isBold, underlined: true, reversed: highlight.isCurrent)
    }
  }

  /// Words that begin at an offset of their part, divided where highlights begin and end; these are in order and apart.
  static func stretches(of text: String, at offset: Int, _ highlights: [Highlight]) -> [Stretch] {
    guard !highlights.isEmpty else { return [Stretch(text: text, highlight: nil)] }
    var stretches: [Stretch] = []
    let end = offset + text.utf8.count
    var done = offset
    for highlight in highlights where highlight.range.lowerBound < end && highlight.range.upperBound > done {
      let low = max(done, highlight.range.lowerBound)
      let high = min(end, highlight.range.upperBound)
      if low > done {
        stretches.append(Stretch(text: String(text.slice(done - offset..<low - offset)), highlight: nil))
      }
      stretches.append(Stretch(text: String(text.slice(low - offset..<high - offset)), highlight: highlight))
      done = high
    }
    if done < end { stretches.append(Stretch(text: String(text.slice(done - offset..<end - offset)), highlight: nil)) }
    return stretches
  }
}

extension Canvas {
  /// Writes words that begin at an offset of their part, highlighted where they are to be; returns the columns they took.
  @discardableResult
  mutating func write(
    _ text: String, startingAt offset: Int = 0, highlights: [Highlight], at column: Int, _ row: Int, in frame: Frame,
    style: Style
  ) -> Int {
    var at = column
    for stretch in Highlight.stretches(of: text, at: offset, highlights) {
      at += write(stretch.text, at: at, row, in: frame, style: stretch.style(over: style))
    }
    return at - column
  }
}

extension StoryState {
  /// What is highlighted on a line, in order and apart.
  func highlights(in words: String, on line: StoryLine) -> [Highlight] {
    guard let find, let first = line.runs.first(where: \.isWords), let last = line.runs.last(where: \.isWords),
      case .words(let start) = first.kind, case .words(let end) = last.kind
    else { return [] }
    let matches = find.matches(in: words, touching: start..<end + last.text.utf8.count)
    return highlights(matches)
  }

  /// What is highlighted on a line of the head.
  func highlights(inHead line: String) -> [Highlight] {
    find.map { highlights($0.matches(in: line, touching: 0..<line.utf8.count), isHead: true) } ?? []
  }

  private func highlights(_ matches: [Range<Int>], isHead: Bool = false) -> [Highlight] {
    var highlights: [Highlight] = []
    for range in matches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let low = max(range.lowerBound, highlights.last?.range.upperBound ?? 0)
      guard low < range.upperBound else { continue }
      let isCurrent = !isHead && find?.current?.range == range && find?.current?.part == cursor.part
      highlights.append(Highlight(range: low..<range.upperBound, isCurrent: isCurrent))
    }
    return highlights
  }
}

extension StoryLine.Run {
  var isWords: Bool {
    if case .words = kind { true } else { false }
  }
}

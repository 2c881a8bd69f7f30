import Canvas

/// A stretch of a part's words that a search lights.
struct Lit: Hashable, Sendable {
  var range: Range<Int>
  /// Whether the cursor went to it last.
  var isCurrent: Bool

  /// Words to be written in one style.
  struct Stretch: Hashable, Sendable {
    var text: String
    var lit: Lit?

    func style(over style: Style) -> Style {
      guard let lit else { return style }
      return Style(.match, bold: style.isBold, underlined: true, reversed: lit.isCurrent)
    }
  }

  /// Words that begin at an offset of their part, divided where the light changes. `lit` is in order and apart.
  static func stretches(of text: String, at offset: Int, _ lit: [Lit]) -> [Stretch] {
    guard !lit.isEmpty else { return [Stretch(text: text, lit: nil)] }
    var stretches: [Stretch] = []
    let end = offset + text.utf8.count
    var done = offset
    for light in lit where light.range.lowerBound < end && light.range.upperBound > done {
      let low = max(done, light.range.lowerBound)
      let high = min(end, light.range.upperBound)
      if low > done { stretches.append(Stretch(text: String(text.slice(done - offset..<low - offset)), lit: nil)) }
      stretches.append(Stretch(text: String(text.slice(low - offset..<high - offset)), lit: light))
      done = high
    }
    if done < end { stretches.append(Stretch(text: String(text.slice(done - offset..<end - offset)), lit: nil)) }
    return stretches
  }
}

extension Canvas {
  /// Writes words that begin at an offset of their part, lit where they are to be; returns the columns they took.
  @discardableResult
  mutating func write(
    _ text: String, startingAt offset: Int = 0, lit: [Lit], at column: Int, _ row: Int, in frame: Frame, style: Style
  ) -> Int {
    var at = column
    for stretch in Lit.stretches(of: text, at: offset, lit) {
      at += write(stretch.text, at: at, row, in: frame, style: stretch.style(over: style))
    }
    return at - column
  }
}

extension StoryState {
  /// What is lit on a line, in order and apart.
  func lit(in words: String, on line: StoryLine) -> [Lit] {
    guard let find, let first = line.runs.first(where: \.isWords), let last = line.runs.last(where: \.isWords),
      case .words(let start) = first.kind, case .words(let end) = last.kind
    else { return [] }
    let matches = find.matches(in: words, touching: start..<end + last.text.utf8.count)
    return lit(matches)
  }

  /// What is lit on a line of the head.
  func lit(inHead line: String) -> [Lit] {
    find.map { lit($0.matches(in: line, touching: 0..<line.utf8.count), isHead: true) } ?? []
  }

  private func lit(_ matches: [Range<Int>], isHead: Bool = false) -> [Lit] {
    var lit: [Lit] = []
    for range in matches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let low = max(range.lowerBound, lit.last?.range.upperBound ?? 0)
      guard low < range.upperBound else { continue }
      let isCurrent = !isHead && find?.current?.range == range && find?.current?.part == cursor.part
      lit.append(Lit(range: low..<range.upperBound, isCurrent: isCurrent))
    }
    return lit
  }
}

extension StoryLine.Run {
  var isWords: Bool {
    if case .words = kind { true } else { false }
  }
}

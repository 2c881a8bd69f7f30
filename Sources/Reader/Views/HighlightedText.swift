import Canvas

/// One line of text with some words highlighted, shown so that the first of them is in sight.
///
/// Highlighted words stand in a colour and underlined, so that they are seen without colour as well.
struct HighlightedText {
  private let bytes: [UInt8]
  private let highlights: [Range<Int>]
  private let style: Style

  /// `highlights` are UTF-8 offsets; those outside the text or out of order highlight nothing.
  init(_ text: String, highlights: [Range<Int>], style: Style = .plain) {
    self.style = style
    bytes = Array(text.utf8)
    var end = 0
    self.highlights = highlights.filter { range in
      guard range.lowerBound >= end, range.upperBound <= text.utf8.count else { return false }
      end = range.upperBound
      return true
    }
  }

  func draw(at column: Int, _ row: Int, on canvas: inout Canvas, in frame: Frame, limit: Int = .max) {
    let room = min(limit, frame.columns - column - 1)
    guard room > 0 else { return }
    let start = start(room: room)
    var at = column
    if start > 0 { at += canvas.write("…", at: at, row, in: frame, style: Style(.faint)) }
    for run in runs(from: start, columns: column + room - at) {
      let style = run.isHighlighted ? Style(.match, bold: style.isBold, underlined: true) : self.style
      at += canvas.write(run.text, at: at, row, in: frame, style: style, limit: column + room - at)
    }
  }

  /// Where the line begins: at the start, or so far on that the first highlighted word shows, with words around it.
  private func start(room: Int) -> Int {
    guard let first = highlights.first else { return 0 }
    guard Width.of(text(..<first.upperBound)) > room - 1 else { return 0 }
    let columnsAfter = Width.of(text(first.lowerBound..<bytes.count))
    let columnsBefore = max(room / 3, room - 2 - columnsAfter)
    // The words before the highlighted one are taken from its side: the text is laid out backwards.
    let backwards = String(text(..<first.lowerBound).reversed())
    let kept = Wrap.lines(of: backwards, columns: columnsBefore).first?.range.upperBound ?? 0
    return first.lowerBound - kept
  }

  /// The part of the line that fits, cut at a word, and taken apart where highlights begin and end.
  private func runs(from start: Int, columns: Int) -> [(text: String, isHighlighted: Bool)] {
    let whole = text(start..<bytes.count)
    let shown = Wrap.cut(whole, columns: columns)
    let isCut = shown != whole
    let end = start + shown.utf8.count - (isCut ? "…".utf8.count : 0)
    var runs: [(String, Bool)] = []
    var at = start
    for range in highlights where range.lowerBound >= start && range.lowerBound < end {
      runs.append((text(at..<range.lowerBound), false))
      runs.append((text(range.lowerBound..<min(range.upperBound, end)), true))
      at = min(range.upperBound, end)
    }
    runs.append((text(at..<max(at, end)) + (isCut ? "…" : ""), false))
    return runs.filter { !$0.0.isEmpty }
  }

  private func text(_ range: some RangeExpression<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

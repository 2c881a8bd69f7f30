import Canvas

/// Where text stands across the pane: at most as many columns of it as the user wants, centred.
///
/// Columns are counted from the pane's left side. Narrower panes give up the margins first, then the indents, then the
/// fold summaries.
struct Measure: Hashable, Sendable {
  /// The column of the cursor.
  let left: Int
  /// Where the badge of what is new stands; nil where there is no room for it.
  let gutter: Int?
  /// Where headlines and titles of the pane begin.
  let head: Int
  /// Where the markers of bullets and folds hang.
  let hanging: Int
  /// Where text begins.
  let text: Int
  /// Where answers begin.
  let answer: Int
  /// Just behind the last column of text.
  let right: Int
  /// Just behind the last column of a question on a line that has room for its fold summary.
  let question: Int
  /// Whether blank rows are left out.
  let isDense: Bool

  static let foldSummary = 22
  /// A question beside a fold summary has half of this at least.
  private static let roomy = 55

  init(_ frame: Frame) {
    self.init(frame.rect.size, widest: frame.measure)
  }

  /// `widest` is the most columns of text.
  init(_ size: Size, widest: Int = ReaderSettings.widest) {
    let columns = max(1, size.columns)
    isDense = size.rows < 8
    let indents = Self.indents(columns)
    left = max(0, (columns - indents.text - widest - 1) / 2)
    gutter = indents.gutter.map { [left] in left + $0 }
    head = left + indents.head
    hanging = left + indents.hanging
    text = left + indents.text
    answer = left + indents.answer
    right = min(columns - (columns >= 48 ? 1 : 0), text + widest)
    question = right - text >= Self.roomy ? right - Self.foldSummary - 2 : right
  }

  var showsFoldSummary: Bool { question < right }

  func column(of edge: PartText.Edge) -> Int {
    edge == .text ? text : answer
  }

  /// Where the marker of a text hangs that begins at a column.
  func hanging(before text: Int) -> Int {
    text == self.text ? hanging : max(hanging, text - 2)
  }

  private struct Indents {
    var gutter: Int?
    var head: Int
    var hanging: Int
    var text: Int
    var answer: Int
  }

  private static func indents(_ columns: Int) -> Indents {
    switch columns {
    case 48...: Indents(gutter: 1, head: 1, hanging: 2, text: 4, answer: 6)
    case 10...: Indents(gutter: 2, head: 1, hanging: 1, text: 3, answer: 3)
    case 4...: Indents(head: 1, hanging: 1, text: 1, answer: 1)
    default: Indents(head: 0, hanging: 0, text: 0, answer: 0)
    }
  }
}

import Canvas

/// What the four lists at the root have in common: their head, which says which one is shown and what it holds in all,
/// and what is said where one is empty.
enum TabsHead {
  static func draw(_ shown: Tabs.Tab, facts: [String], on canvas: inout Canvas, in frame: Frame) {
    guard frame.headRows > 0 else { return }
    var column = 1
    for (tab, columns) in columns(shown: shown, in: frame) {
      let style = tab == shown ? Style(.heading, bold: true, underlined: true) : Style(.faint)
      canvas.write(tab.name, at: columns.lowerBound, 0, in: frame, style: style)
      column = columns.upperBound + gap(in: frame)
    }
    let room = frame.columns - 1 - column
    guard let fact = facts.first(where: { Width.of($0) <= room }) else { return }
    canvas.write(fact, endingAt: frame.columns - 1, 0, in: frame, style: Style(.faint))
  }

  /// The list whose name stands at a column of the head.
  static func tab(at column: Int, shown: Tabs.Tab, in frame: Frame) -> Tabs.Tab? {
    frame.headRows > 0 ? columns(shown: shown, in: frame).first { $0.columns.contains(column) }?.tab : nil
  }

  /// Narrow frames leave out white space first, then the names of the lists that are not shown.
  private static func columns(shown: Tabs.Tab, in frame: Frame) -> [(tab: Tabs.Tab, columns: Range<Int>)] {
    var column = 1
    return Tabs.Tab.allCases.filter { $0 == shown || frame.columns >= 40 }.map { tab in
      let columns = column..<column + Width.of(tab.name)
      column = columns.upperBound + gap(in: frame)
      return (tab, columns)
    }
  }

  private static func gap(in frame: Frame) -> Int { frame.columns >= 56 ? 3 : 1 }

  /// What the head says of a list that may be narrowed to words, the longest first.
  static func facts(_ number: Int, _ one: String, _ many: String, words: String, isComplete: Bool = true) -> [String] {
    let fact = counted(number, one, many) + (isComplete ? "" : " and more")
    return (words.isEmpty ? [] : ["“\(words)” \(fact)"]) + [fact, "\(number)\(isComplete ? "" : "+")"]
  }

  /// Says that a list has nothing, or nothing that matches the words it is narrowed to.
  static func drawEmpty(
    _ one: String, _ many: String, words: String, at column: Int, on canvas: inout Canvas, in frame: Frame
  ) {
    let sentence = words.isEmpty ? "No \(many) yet." : "No \(one) matches “\(words)”."
    canvas.write(sentence, at: column, frame.headRows, in: frame, style: Style(.faint))
  }
}

extension Tabs.Tab {
  var name: String {
    switch self {
    case .stories: "Stories"
    case .questions: "Questions"
    case .sources: "Sources"
    case .queries: "Queries"
    }
  }
}

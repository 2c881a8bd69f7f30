import Canvas

/// The head of the three lists at the root: which one is shown, and what it holds in all.
enum TabsHead {
  static func draw(_ shown: Tabs.Tab, facts: [String], on canvas: inout Canvas, in frame: Frame) {
    guard frame.headRows > 0 else { return }
    var column = 1
    for tab in Tabs.Tab.allCases {
      let style = tab == shown ? Style(.heading, bold: true, underlined: true) : Style(.faint)
      column += canvas.write(tab.name, at: column, 0, in: frame, style: style) + 3
    }
    let room = frame.columns - 1 - column
    guard let fact = facts.first(where: { Width.of($0) <= room }) else { return }
    canvas.write(fact, endingAt: frame.columns - 1, 0, in: frame, style: Style(.faint))
  }
}

extension Tabs.Tab {
  var name: String {
    switch self {
    case .stories: "Stories"
    case .questions: "Questions"
    case .sources: "Sources"
    }
  }
}

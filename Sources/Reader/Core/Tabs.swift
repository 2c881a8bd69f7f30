import Canvas

/// The lists at the root. The one that is shown is the first screen of the history; the others wait here.
struct Tabs: Hashable, Sendable {
  /// One of the lists; its raw value is the name of the command that shows it, and what it lists.
  enum Tab: String, Hashable, Sendable, CaseIterable {
    case stories, questions, sources, queries, feeds

    /// The list that a command shows; nil for any other command.
    init?(_ command: Command) { self.init(rawValue: command.rawValue) }

    /// What the list is called in the head.
    var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// What one line of it is.
    var one: String {
      switch self {
      case .stories: "story"
      case .questions: "question"
      case .sources: "source"
      case .queries: "query"
      case .feeds: "feed"
      }
    }

    /// The list as it is at first.
    fileprivate var content: any ScreenContent {
      switch self {
      case .stories: IndexState()
      case .questions: QuestionsState()
      case .sources: SourcesState()
      case .queries: QueriesState()
      case .feeds: FeedsState()
      }
    }
  }

  private(set) var shown = Tab.stories
  private var waiting: [Tab: Screen] = [:]

  /// Puts the shown list away and gives the other one, as it was left.
  mutating func exchange(_ screen: Screen, for tab: Tab) -> Screen {
    waiting[shown] = screen
    shown = tab
    return waiting.removeValue(forKey: tab) ?? Screen(tab.content)
  }

  /// The list of stories while another list is shown.
  var waitingIndex: IndexState? {
    get { waiting[.stories]?.index }
    set { waiting[.stories] = newValue.map { Screen($0) } }
  }

  /// The list of feeds while another list is shown.
  var waitingFeeds: FeedsState? {
    get { waiting[.feeds]?.content as? FeedsState }
    set { waiting[.feeds] = newValue.map { Screen($0) } }
  }

  /// Changes every list that waits.
  mutating func changeWaiting(_ body: (inout any ScreenContent) -> Void) {
    for tab in Tab.allCases { waiting[tab]?.change(body) }
  }
}

/// The head of the lists at the root: it says which one is shown, and what it holds in all.
enum TabsHead {
  static func draw(
    _ shown: Tabs.Tab, facts: [String], limit: String?, on canvas: inout Canvas, in frame: Frame
  ) {
    guard frame.headRows > 0 else { return }
    var column = 1
    for (tab, columns) in columns(shown: shown, limit: limit, in: frame) {
      let style = tab == shown ? Style(.heading, bold: true, underlined: true) : Style(.faint)
      canvas.write(tab.name, at: columns.lowerBound, 0, in: frame, style: style)
      column = columns.upperBound + gap(in: frame)
    }
    let room = frame.columns - 1 - column
    guard let fact = facts.first(where: { Width.of($0) <= room }) else { return }
    canvas.write(fact, endingAt: frame.columns - 1, 0, in: frame, style: Style(.faint))
  }

  /// The list whose name stands at a column of the head.
  static func tab(at column: Int, shown: Tabs.Tab, limit: String?, in frame: Frame) -> Tabs.Tab? {
    frame.headRows > 0 ? columns(shown: shown, limit: limit, in: frame).first { $0.columns.contains(column) }?.tab : nil
  }

  /// Narrow frames leave out white space first, then the names of the lists that are not shown; these, too, where there would
  /// be no room to say what the list is limited to.
  private static func columns(
    shown: Tabs.Tab, limit: String?, in frame: Frame
  ) -> [(tab: Tabs.Tab, columns: Range<Int>)] {
    let all = columns(of: Tabs.Tab.allCases, in: frame)
    let room = frame.columns - 1 - gap(in: frame) - (all.last?.columns.upperBound ?? 1)
    let isRoom = limit.map { Width.of($0) <= room } ?? true
    return frame.columns >= fewestColumnsForAll && isRoom ? all : columns(of: [shown], in: frame)
  }

  private static func columns(of tabs: [Tabs.Tab], in frame: Frame) -> [(tab: Tabs.Tab, columns: Range<Int>)] {
    var column = 1
    return tabs.map { tab in
      let columns = column..<column + Width.of(tab.name)
      column = columns.upperBound + gap(in: frame)
      return (tab, columns)
    }
  }

  /// Of the names of all lists, and of a number beside them.
  private static let fewestColumnsForAll = 45

  private static func gap(in frame: Frame) -> Int { frame.columns >= 56 ? 3 : 1 }
}

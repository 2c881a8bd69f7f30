/// The lists at the root. The one that is shown is the first screen of the history; the others wait here.
struct Tabs: Hashable, Sendable {
  /// One of the lists; its raw value is the name of the command that shows it, and what it lists.
  enum Tab: String, Hashable, Sendable, CaseIterable {
    case stories, questions, sources, queries

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
      }
    }

    /// The list as it is at first.
    fileprivate var content: any ScreenContent {
      switch self {
      case .stories: IndexState()
      case .questions: QuestionsState()
      case .sources: SourcesState()
      case .queries: QueriesState()
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

  /// Changes every list that waits.
  mutating func changeWaiting(_ body: (inout any ScreenContent) -> Void) {
    for tab in Tab.allCases { waiting[tab]?.change(body) }
  }
}

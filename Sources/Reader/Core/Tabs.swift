/// The four lists at the root. The one that is shown is the first screen of the history; the others wait here.
struct Tabs: Hashable, Sendable {
  enum Tab: Hashable, Sendable, CaseIterable {
    case stories, questions, sources, queries
  }

  private(set) var shown = Tab.stories
  private var waiting: [Tab: Screen] = [:]

  /// Puts the shown list away and gives the other one, as it was left.
  mutating func exchange(_ screen: Screen, for tab: Tab) -> Screen {
    waiting[shown] = screen
    shown = tab
    return waiting.removeValue(forKey: tab) ?? Self.fresh(tab)
  }

  /// The list of stories while another list is shown.
  var waitingIndex: IndexState? {
    get { if case .index(let index)? = waiting[.stories] { index } else { nil } }
    set { waiting[.stories] = newValue.map(Screen.index) }
  }

  /// Changes every list that waits.
  mutating func changeWaiting(_ body: (inout any ScreenContent) -> Void) {
    for tab in Tab.allCases { waiting[tab]?.change(body) }
  }

  private static func fresh(_ tab: Tab) -> Screen {
    switch tab {
    case .stories: .index(IndexState())
    case .questions: .questions(QuestionsState())
    case .sources: .sources(SourcesState())
    case .queries: .queries(QueriesState())
    }
  }
}

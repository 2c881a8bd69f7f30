import Briefing

/// What the reader can show. Each case has a folder of its own with state, update and view.
enum Screen: Hashable, Sendable {
  case index(IndexState)
  case story(StoryState)
  case related(RelatedState)
  case source(SourceState)
  case sources(SourcesState)
  case questions(QuestionsState)
  case queries(QueriesState)
  case search(SearchState)
  case help(HelpState)

  var content: any ScreenContent {
    switch self {
    case .index(let state): state
    case .story(let state): state
    case .related(let state): state
    case .source(let state): state
    case .sources(let state): state
    case .questions(let state): state
    case .queries(let state): state
    case .search(let state): state
    case .help(let state): state
    }
  }

  /// Changes the screen through what all screens can do, in place: what it holds is not copied, however much that is.
  mutating func change<Result>(_ body: (inout any ScreenContent) -> Result) -> Result {
    var content = self.content
    // As long as the screen held the content too, the first change would copy it.
    self = .sources(SourcesState())
    defer { self = content.screen }
    return body(&content)
  }
}

import Briefing

/// What the reader can show. Each case has a folder of its own with state, update and view.
enum Screen: Hashable, Sendable {
  case index(IndexState)
  case story(StoryState)
  case source(SourceState)
  case sources(SourcesState)
  case questions(QuestionsState)
  case search(SearchState)
  case help(HelpState)
}

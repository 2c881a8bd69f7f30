/// What a user can ask for. Its raw value is the name that the `:` prompt, the key bindings and the documents use.
///
/// What each one does, and by which keys, stands in `CommandTable`.
enum Command: String, Hashable, Sendable, CaseIterable {
  case down, up, first, last
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfDown = "half-page-down"
  case halfUp = "half-page-up"
  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case enter, back, follow
  case historyBack = "history-back"
  case historyForward = "history-forward"
  case otherSide = "other-side"
  case stories, questions, sources, queries
  case search, limit
  case keepQuery = "keep-query"
  case forgetQuery = "forget-query"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case toggleFold = "toggle-fold"
  case openFold = "open-fold"
  case closeFold = "close-fold"
  case openAllFolds = "open-all-folds"
  case closeAllFolds = "close-all-folds"
  case nextQuestion = "next-question"
  case previousQuestion = "previous-question"
  case nextStory = "next-story"
  case previousStory = "previous-story"
  case nextCitation = "next-citation"
  case previousCitation = "previous-citation"
  case hint, browse, copy
  case sectionSources = "section-sources"
  case note, related
  case olderVersion = "older-version"
  case newerVersion = "newer-version"
  case toggleUnread = "toggle-unread"
  case toggleStar = "toggle-star"
  case tag, select, remove, undo, sort
  case help, prompt, redraw, suspend, leave, quit
}

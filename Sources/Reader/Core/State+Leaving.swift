import Briefing

extension State {
  /// What is to be kept of the story that is shown when the reader is ended from outside; nothing where all is kept.
  public mutating func leave() -> [Effect] {
    guard var story = history.current.story, let bookmark = story.newBookmark() else { return [] }
    history.current = Screen(story)
    recentBookmarks.add(bookmark, of: story.detail)
    return [.remember(story.detail.row.id, bookmark)]
  }

  /// The same after each key. While words are typed into a prompt, the place is not yet where the user goes.
  mutating func keepPlace() -> [Effect] {
    prompt == nil ? leave() : []
  }
}

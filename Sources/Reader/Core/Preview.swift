import Briefing

/// The page beside a list that shows what the row under the cursor leads to, once the keys rest.
///
/// It is only looked at: nothing of it is marked as read, and no place in it is remembered.
struct Preview: Hashable, Sendable {
  /// What a row leads to.
  struct Target: Hashable, Sendable {
    var story: StoryID
    var place: Place?
  }

  /// The row that the page shows, or would show if there were anything.
  fileprivate var shown: Target?
  /// The row that the catalog was asked about.
  fileprivate var asked: Target?
  /// Nil where the page beside the list is what was last read.
  fileprivate(set) var screen: Screen?
}

extension State {
  /// Whether the page beside the list is to show another row: then `Message.rested` is to be told once no key has come for a
  /// moment.
  public var awaitsRest: Bool { nextPreview != nil }

  private var nextPreview: Preview.Target? {
    guard layout.isWide, history.isAtRoot, prompt == nil, pendingNavigation == nil,
      let target = history.current.content.previewed, target != preview.shown, target != preview.asked
    else { return nil }
    return target
  }

  /// Asks for what the row under the cursor leads to; what was last read is there already.
  mutating func rest() -> [Effect] {
    guard let target = nextPreview else { return [] }
    if history.lastRead > 0, history[history.lastRead].story?.detail.row.id == target.story {
      preview = Preview(shown: target)
      return []
    }
    preview.asked = target
    return [.ask(.story(target.story))]
  }

  /// Shows the page that was asked for, unless the cursor has moved on meanwhile.
  mutating func showPreview(_ answer: Answer, to request: Request) {
    guard let target = preview.asked, request == .story(target.story) else { return }
    preview.asked = nil
    guard history.isAtRoot, history.current.content.previewed == target else { return }
    preview = Preview(shown: target)
    guard case .story(var detail?) = answer else { return }
    detail.bookmark = recentBookmarks.bookmark(of: detail)
    let story = StoryState(detail: detail, at: target.place, matching: "", in: previewFrame(of: target.story))
    preview.screen = Screen(story)
  }

  /// Has the page do what every screen does. What it wants done beyond is no business of a page that is only looked at.
  mutating func tellPreview(_ body: (inout any ScreenContent, Frame) -> [Step]) {
    guard let story = preview.screen?.story?.detail.row.id else { return }
    let frame = previewFrame(of: story)
    _ = preview.screen?.change { body(&$0, frame) }
  }

  /// Has the page be asked for anew, as another program may have changed what it shows.
  mutating func renewPreview() {
    if preview.screen != nil { preview.shown = nil }
  }

  /// What is read takes the place of what was looked at; coming back to the list, the row that is there is no news.
  mutating func leavePreview() {
    if !history.isAtRoot { preview = Preview(shown: history[0].content.previewed) }
  }

  func previewFrame(of story: StoryID) -> Frame {
    var frame = pageFrame
    frame.isFocused = false
    frame.pendingChanges = pendingChanges
    frame.ordinal = index?.ordinal(of: story)
    return frame
  }
}

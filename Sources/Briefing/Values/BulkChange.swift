/// Something that the user changes on all stories of a listing, also those that nobody has loaded.
public struct BulkChange: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case mark(Mark)
    case remove(isRemoved: Bool)
  }

  /// Which stories; see `Query`.
  public var query: String
  public var action: Action
  /// The stories that stay as they are.
  public var exceptions: Set<StoryID>

  public init(_ action: Action, query: String, except exceptions: Set<StoryID> = []) {
    self.action = action
    self.query = query
    self.exceptions = exceptions
  }

  /// The same on stories that are known.
  public func change(on stories: [StoryID]) -> Change {
    switch action {
    case .mark(let mark): .mark(stories, mark)
    case .remove(let isRemoved): .remove(stories, isRemoved: isRemoved)
    }
  }
}

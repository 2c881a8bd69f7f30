/// How far a refresh has come.
public struct FetchProgress: Hashable, Sendable {
  /// How many feeds were fetched, one way or another, and how many there are in all.
  public var done = 0
  public var total: Int
  /// How many new stories came, and in how many feeds.
  public var new = 0
  public var feedsWithNew = 0
  /// How many stories came in another wording.
  public var changed = 0
  public var failed = 0
  /// How many pages were kept for reading offline, how many are still to come, and how many could not be.
  public var pages = 0
  public var pagesLeft = 0
  public var pagesFailed = 0

  public init(total: Int) {
    self.total = total
  }
}

/// What came of an exchange with the server of the account, or would come of it.
public struct SyncReport: Hashable, Sendable {
  /// Feeds that are followed since now, and that are no more.
  public var newFeeds = 0
  public var goneFeeds = 0
  /// New stories, and how many entries came in all.
  public var newStories = 0
  public var entries = 0
  /// Entries that the server lists and does not give.
  public var missing = 0
  /// How many marks of the user's the server has since now, and how many of the server's stories have here.
  public var sent = 0
  public var taken = 0
  /// How many marks stay in the outbox.
  public var left = 0
  /// Whether the server was found to take no labels, and that was not known before.
  public var refusesLabels = false
  /// Whether the catalog exchanged with another account before, whose marks that were yet to go there are gone; how many these were.
  public var isOtherAccount = false
  public var forgotten = 0
  /// Why not all was exchanged; nil where it was.
  public var failure: AccountFailure?
}

/// How far an exchange has come.
public struct SyncProgress: Hashable, Sendable {
  /// How many entries have come, of how many that the catalog lacked.
  public var done = 0
  public var total = 0
  public var newStories = 0
}

/// What users choose of how the reader works and looks; by default, as Courant comes.
public struct ReaderSettings: Hashable, Sendable {
  public var keymap = Keymap()
  /// How many columns of text stand side by side at most.
  public var measure = ReaderSettings.widest
  /// From how many columns on the list and the page stand side by side; nil for never.
  public var panes: Int? = ReaderSettings.wide
  public var folds = FoldStyle.closed
  public var dates = DateStyle.auto
  /// Whether the whole row of the cursor is drawn as its mark is.
  public var fillsCursorRow = false
  /// Whether there is what fetches feeds and pages; without it, citations lead to what the catalog holds.
  public var canFetch = false
  /// Whether the network is not to be used.
  public var isOffline = false
  /// How many seconds the clocks of the user's place are ahead of UTC.
  public var secondsAheadOfUTC: Int64 = 0

  public init() {}

  /// Longer lines are hard to find the next one from.
  public static let widest = 88
  /// A third of it is enough for a list, and the rest for a page.
  public static let wide = 140
}

/// How the answers of a story are when it is opened.
public enum FoldStyle: String, Hashable, Sendable, CaseIterable {
  /// Folded away under their questions, but for those that were left open.
  case closed
  /// All of them open.
  case open
}

/// How days are written.
public enum DateStyle: String, Hashable, Sendable, CaseIterable {
  /// As each place has it: `short` in the reader, `iso` in what is printed.
  case auto
  /// `28 Apr`, with the year where it is another one.
  case short
  /// `2026-04-28`.
  case iso
}

/// A search for the places where words stand.
public struct Search: Hashable, Sendable {
  /// In which order the places come.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Newest story first.
    case newest
    /// The stories first that have the most of the words, and the rarest.
    case best
  }

  /// What the user typed; see `Query`.
  public var query: String
  public var order: Order

  public init(_ query: String, order: Order = .newest) {
    self.query = query
    self.order = order
  }
}

/// Which stories the index shows, and in what order.
public struct Listing: Hashable, Sendable {
  /// By what the stories are sorted.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    case newest, oldest, headline
    /// By who publishes them, those that nobody does last; the newest first.
    case publisher
  }

  /// What the user typed; empty for every story. See `Query`.
  public var query: String
  public var order: Order

  public init(query: String = "", order: Order = .newest) {
    self.query = query
    self.order = order
  }
}

/// A run of rows to load, named by its neighbours so that it costs the same anywhere in the catalog.
public enum RowWindow: Hashable, Sendable {
  case first(Int)
  case last(Int)
  case after(Row, Int)
  case before(Row, Int)
}

/// How many stories there are for a listing.
public struct RowCount: Hashable, Sendable {
  /// How many stories there are.
  public var stories: Int
  /// How many of them are unread.
  public var unread: Int

  public init(stories: Int, unread: Int) {
    self.stories = stories
    self.unread = unread
  }
}

/// A listing's query that the user kept under a name.
public struct SavedQuery: Hashable, Sendable, Codable {
  public var name: String
  /// In the query language; see `Query`.
  public var query: String

  // As it lies in catalogs.
  enum CodingKeys: String, CodingKey {
    case name = "name"
    case query = "query"
  }

  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}

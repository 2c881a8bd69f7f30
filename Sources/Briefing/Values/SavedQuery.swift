/// A listing's query that the user kept under a name.
public struct SavedQuery: Hashable, Sendable, Codable {
  public var name: String
  /// In the query language; see `Query`.
  public var query: String

  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}

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

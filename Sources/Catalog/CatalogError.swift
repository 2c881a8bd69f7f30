/// What can go wrong with a catalog.
public enum CatalogError: Error, Hashable, Sendable {
  /// SQLite refused: its code and its own words.
  case storage(code: Int32, message: String)
  /// What is stored of a story cannot be read back.
  case damaged(story: String)
}

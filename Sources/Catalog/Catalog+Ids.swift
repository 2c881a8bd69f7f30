public import Briefing

/// Which stories are meant by what is typed.
extension Catalog {
  /// The whole id of the one story whose id is, or begins with, what was typed; nil if there is none, or several.
  public func resolve(_ typed: StoryID) throws(CatalogError) -> StoryID? {
    try row(typed)?.id
  }

  /// The same for many at once, each nil as it would be alone.
  public func resolve(_ typed: [StoryID]) throws(CatalogError) -> [StoryID?] {
    try storage.read { database in
      let whole = try StoryTable.ids(among: typed, in: database)
      return try typed.map { typed in
        if whole.contains(typed.text) { return typed }
        return try StoryTable.resolve(typed, in: database).flatMap { try StoryQueries.row($0, in: database)?.id }
      }
    }
  }

  /// The ids that begin with what was typed, in their order; none where nothing was typed.
  public func ids(beginningWith typed: StoryID, limit: Int) throws(CatalogError) -> [StoryID] {
    try storage.read { try StoryTable.ids(beginningWith: typed, limit: limit, in: $0) }
  }
}

public import Briefing

/// What the user changes.
extension Catalog {
  /// Makes a change, and keeps how to take it back; when this returns, the disk has it.
  ///
  /// Stories that the catalog does not hold are passed over.
  /// - Returns: false if nothing is different than before.
  public func apply(_ change: Change, at date: Moment) throws(CatalogError) -> Bool {
    try storage.write { database in
      guard let undo = try Changing.apply(change, at: date, in: database) else { return false }
      try Journal.add(undo, at: date, in: database)
      return true
    }
  }

  /// Takes the last change back that was not taken back yet, also one of another day or another program.
  public func undo(at date: Moment) throws(CatalogError) -> Undone {
    try storage.write { try Journal.undo(at: date, in: $0) }
  }

  /// Keeps where the user is in a story, without waiting for the disk.
  public func remember(_ bookmark: Bookmark, of id: StoryID) throws(CatalogError) {
    try storage.writeWithoutSync { database in
      guard let number = try StoryTable.number(of: id, in: database) else { return }
      try Bookmarks.set(bookmark, on: number, in: database)
    }
  }

  /// The queries that were kept, in the order of their names.
  public func savedQueries() throws(CatalogError) -> [SavedQuery] {
    try storage.read { try SavedQueries.all(in: $0) }
  }

  /// The tags that stories have, with how many stories have each, those that the most have first.
  public func tags() throws(CatalogError) -> [(name: String, stories: Int)] {
    try storage.read { try Tags.all(in: $0) }
  }
}

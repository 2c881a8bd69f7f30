public import Briefing

/// What the user changes.
extension Catalog {
  /// Makes a change, and keeps how to take it back; when this returns, the disk has it.
  ///
  /// Stories that the catalog does not hold are passed over.
  /// - Returns: false if nothing is different than before.
  /// - Parameter isUndoable: whether an undo takes it back, as what the user did on purpose.
  public func apply(_ change: Change, at date: Moment, isUndoable: Bool = true) throws(CatalogError) -> Bool {
    try storage.write { database in
      guard let undo = try Changing.apply(change, at: date, in: database) else { return false }
      if isUndoable { try Journal.add(undo, at: date, in: database) }
      return true
    }
  }

  /// Makes a change on all stories that a query finds, as one that is taken back at once; when this returns, the disk has it.
  ///
  /// Which stories these are is asked first: where another program puts one in meanwhile, that stays as it is.
  /// - Returns: how many stories are different than before.
  public func apply(_ bulk: BulkChange, at date: Moment) throws(CatalogError) -> Int {
    let query = RowQuery(Query(bulk.query), order: .newest, now: clock())
    let stories = try storage.count(finding: query.needsLookup) { try query.stories(lacking: bulk.action, in: $0) }
    let chosen = bulk.exceptions.isEmpty ? stories : stories.filter { !bulk.exceptions.contains($0) }
    guard !chosen.isEmpty else { return 0 }
    return try storage.write { database in
      guard let undo = try Changing.apply(bulk.change(on: chosen), at: date, in: database) else { return 0 }
      try Journal.add(undo, at: date, in: database)
      return undo.stories.count
    }
  }

  /// Takes the last change back that was not taken back yet, also one of another day or another program.
  ///
  /// - Parameter since: what was done before is left as it is, and `Undone.heldBack` says when that was.
  public func undo(at date: Moment, since: Moment? = nil) throws(CatalogError) -> Undone {
    try storage.write { try Journal.go(.back, at: date, since: since, in: $0) }
  }

  /// Makes the change again that was taken back last, unless something else was changed since.
  ///
  /// - Parameter since: what was taken back before is left as it is, and `Undone.heldBack` says when that was.
  public func redo(at date: Moment, since: Moment? = nil) throws(CatalogError) -> Undone {
    try storage.write { try Journal.go(.forward, at: date, since: since, in: $0) }
  }

  /// Keeps where the user is in a story, and how far that is, without waiting for the disk.
  public func remember(_ bookmark: Bookmark, of id: StoryID) throws(CatalogError) {
    try storage.writeWithoutSync { database in
      guard let number = try StoryTable.number(of: id, in: database) else { return }
      try Bookmarks.remember(bookmark, on: number, in: database)
    }
  }

  /// Has what was changed lately copied from the log to where it belongs, so that whoever closes the catalog need not wait for
  /// the disk. Nothing where nothing was changed, and a part of it where another program reads an older state.
  public func settle() throws(CatalogError) {
    try storage.settle()
  }

  /// The queries that were kept, in the order of their names.
  public func savedQueries() throws(CatalogError) -> [SavedQuery] {
    try storage.read { try SavedQueries.all(in: $0) }
  }

  /// The tags that stories have, with how many stories have each, those that the most have first.
  public func tags() throws(CatalogError) -> [TagCount] {
    try storage.read { try Tags.all(in: $0) }
  }

  /// Who publishes stories, with how many stories each has, those that have the most first. Names that differ in small and
  /// large letters alone are one.
  ///
  /// Each story that somebody publishes costs a tenth of a microsecond.
  public func publishers() throws(CatalogError) -> [(name: String, stories: Int)] {
    try storage.read { try StoryQueries.publishers(in: $0) }
  }

  /// The user's notes on the stories that a query finds, the newest story first, each in the order of its sections.
  ///
  /// Each story that has notes costs some 20 µs.
  public func notes(_ query: String = "") throws(CatalogError) -> [PlacedNote] {
    let listing = NoteListing(Query(query), now: clock())
    return try storage.read(finding: listing.needsLookup) { try listing.notes(in: $0) }
  }
}

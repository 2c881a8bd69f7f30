public import Briefing
import GRDB

/// The account at a server that keeps the user's feeds.
extension Catalog {
  /// Which account the catalog exchanged with last; nil where none.
  public func account() throws(CatalogError) -> ServerAccount? {
    try storage.read { try AccountRecord.current(in: $0) }
  }

  /// Writes down what was learned of the account.
  public func note(_ account: ServerAccount) throws(CatalogError) {
    try storage.writeWithoutSync { try AccountRecord.write(account, in: $0) }
  }

  /// Begins with an account from the start: what the server of another had is forgotten, and so is what that was to be told.
  /// Stories stay, with all that was set on them.
  public func begin(_ account: ServerAccount) throws(CatalogError) {
    try storage.write { database in
      try AccountRecord.forget(in: database)
      try AccountRecord.write(account, in: database)
    }
  }

  /// What the server is yet to be told, what was set first first.
  public func outbox() throws(CatalogError) -> [OutgoingMark] {
    try storage.read { try Outbox.all(in: $0) }
  }

  /// How much that is.
  public func outboxCount() throws(CatalogError) -> Int {
    try storage.read { try Outbox.count(in: $0) }
  }

  /// Says that the server has these marks now. One that was set otherwise meanwhile stays in the outbox.
  public func delivered(_ marks: [OutgoingMark]) throws(CatalogError) {
    guard !marks.isEmpty else { return }
    try storage.writeWithoutSync { database in
      for mark in marks {
        try AccountItems.note(mark.mark, of: mark.item, in: database)
        try Outbox.remove(mark, in: database)
      }
    }
  }

  /// Takes marks out of the outbox that the server cannot take at all.
  public func withdraw(_ marks: [OutgoingMark]) throws(CatalogError) {
    guard !marks.isEmpty else { return }
    try storage.writeWithoutSync { database in for mark in marks { try Outbox.remove(mark, in: database) } }
  }

  /// What the server had of its entries when it was looked at last: half a microsecond each.
  public func items() throws(CatalogError) -> [ItemID: ItemState] {
    try storage.read { try AccountItems.all(in: $0) }
  }

  /// The entries that had a label there, by the tag that stands for it; and the tags of all such labels.
  public func items(labelled tag: String) throws(CatalogError) -> Set<ItemID> {
    try storage.read { try AccountItems.labelled(tag, in: $0) }
  }

  public func labels() throws(CatalogError) -> [String] {
    try storage.read { try AccountItems.labels(in: $0) }
  }

  /// Takes what the server says of entries now, but for what it is yet to be told. None of it is a step of undo.
  /// - Returns: how many marks of stories are different then.
  public func take(_ marks: [ServerMark], at date: Moment) throws(CatalogError) -> Int {
    var (count, rest) = (0, marks[...])
    while !rest.isEmpty {
      let part = rest.prefix(Self.mostMarks)
      count += try storage.writeWithoutSync { database in
        try part.count { try AccountItems.take($0, at: date, in: database) }
      }
      rest = rest.dropFirst(part.count)
    }
    return count
  }

  /// So many at once, that others have their turn.
  private static let mostMarks = 256

  /// Puts entries in that the server has; each with its marks in one transaction with all of them.
  /// - Returns: how many stories are new.
  public func take(_ items: [ArrivingItem], at date: Moment) throws(CatalogError) -> Int {
    guard !items.isEmpty else { return 0 }
    do throws(CatalogError) {
      let new = try storage.writeWithoutSync {
        try Arriving.run(items, at: date, numbering: numbering, sketches: sketches, in: $0)
      }
      if isSearchable { try catchUp() }
      return new
    } catch {
      sketches.reset()
      throw error
    }
  }

  /// Follows what the server follows, with its folders as tags, and no more what it follows no more. No undo takes it back.
  /// - Returns: how many feeds are followed since now, and how many are no more.
  @discardableResult
  public func follow(_ feeds: [ServerFeed]) throws(CatalogError) -> (new: Int, gone: Int) {
    try storage.writeWithoutSync { try AccountSubscriptions.set(feeds, in: $0) }
  }

  /// Writes down with all feeds of the account how asking its server went.
  public func recordAccount(_ fetches: FetchRecord) throws(CatalogError) {
    try storage.writeWithoutSync { try AccountSubscriptions.record(fetches, in: $0) }
  }

  /// Takes apart entries that the server has no more: their stories stay, with all that is set on them, and nothing is said of
  /// them there.
  public func detach(_ items: [ItemID]) throws(CatalogError) {
    guard !items.isEmpty else { return }
    try storage.writeWithoutSync { database in
      for item in items { try AccountItems.remove(item, in: database) }
    }
  }

  /// What entries of a feed of the account are known by, by what the server calls the feed.
  public func keysOfStreams() throws(CatalogError) -> [String: String] {
    try storage.read { try AccountSubscriptions.keys(in: $0) }
  }

  /// Keeps other programs from exchanging for this catalog, until nothing holds what it gives; nil where one does already.
  public func beginExchange() throws(CatalogError) -> ExchangeLock? {
    guard let files = storage.files else { return ExchangeLock() }
    return try ExchangeLock.take(files.folder + "sync.lock")
  }
}

import GRDB
import System

/// How the lookup is found, made and looked at before anything is sought in it. The catalog beside it is sound.
///
/// All of it can be made again: so what is not as it should be is thrown away. That is done by one program at a time, which
/// looks once more before it does: a sound lookup that another has just made is left alone.
struct LookupOpener: Sendable {
  private let files: CatalogFiles
  private let catalog: CatalogOpener

  init(_ files: CatalogFiles, beside catalog: CatalogOpener) {
    (self.files, self.catalog) = (files, catalog)
  }

  /// A connection that reads both files. The lookup is made if it is not there, is not the user's, has another version, is
  /// damaged, or is of another catalog.
  ///
  /// Where the folder or the disk takes nothing, what is there is read all the same.
  func finding() throws -> OpenConnection {
    do {
      return try soundConnection() ?? RescueLock.taking(files.folder) { try openedOrMade() }
    } catch let error where CatalogOpener.isRefusal(error, of: files) {
      return try findingOnly([.onDisk, .empty], insteadOf: error)
    }
  }

  /// A connection that changes the lookup.
  func following() throws -> OpenConnection {
    try finding().close()
    return try followingAsItIs()
  }

  /// The same, whatever the lookup is like.
  func followingAsItIs() throws -> OpenConnection {
    try Connection.following(files, as: catalog.older())
  }

  /// A connection that reads both files as they are, and makes nothing.
  func looking() throws -> OpenConnection {
    do {
      let connection = try Connection.finding(files, as: catalog.older())
      guard try isSound(connection) else { throw CatalogError.corrupt(path: files.lookup) }
      return connection
    } catch let error where CatalogOpener.isRefusal(error, of: files) {
      return try findingOnly([.onDisk], insteadOf: error)
    }
  }

  /// Nil where the lookup has to be made anew.
  private func soundConnection() throws -> OpenConnection? {
    for path in CatalogFiles.companions(of: files.lookup) + [files.lookup] where Files.isPlanted(path) { return nil }
    if isOfAnotherUser { return nil }
    do {
      try CatalogOpener.rollBack(files.lookup)
      guard case .header(let header) = FileHeader.look(at: files.lookup), !header.isCutShort(at: files.lookup) else {
        return nil
      }
      let connection = try Connection.finding(files, as: catalog.older())
      if try isSound(connection) { return connection }
      connection.close()
    } catch let error as DatabaseError where error.isDamage {
      // The catalog was looked at before: the damage is the lookup's.
    }
    return nil
  }

  /// Whether it cannot be used, though the catalog can be: one that the superuser left, for example.
  private var isOfAnotherUser: Bool {
    Files.exists(files.lookup) && !Files.isWritable(files.lookup) && Files.isWritable(files.catalog)
      && Files.canCreate(in: files.folder)
  }

  private func connectionAnew() throws -> OpenConnection {
    if files.isNext { files.removePresentLookup() } else { files.removeLookup() }
    try create()
    return try Connection.finding(files, as: catalog.older())
  }

  private func create() throws {
    Files.create(files.lookup)
    let connection = try Connection.following(files)
    defer { connection.close() }
    try connection.queue.inDatabase { database in
      try database.execute(sql: "PRAGMA lookup.page_size = \(LookupSchema.pageSize)")
      // One that is still being made is read by nobody, and moved as one file.
      if !files.isNext { try LookupSchema.shareAsCatalog(in: database) }
      try database.inTransaction(.immediate) {
        try LookupSchema.create(in: database)
        return .commit
      }
    }
  }

  /// A connection that reads both files, the lookup made if it is not as it should be; for who has the lock.
  func openedOrMade() throws -> OpenConnection {
    try soundConnection() ?? connectionAnew()
  }

  /// Whether the lookup can be asked, and is not as this program makes it.
  func isOlder() throws -> Bool {
    guard let connection = try soundConnection() else { return false }
    defer { connection.close() }
    return try connection.use { queue in try queue.read { try !LookupSchema.isOfToday(in: $0) } }
  }

  /// Whether the lookup has the tables that it should have, and follows this catalog. One of another fold is asked all the
  /// same, but none is filled that is not of today.
  private func isSound(_ connection: OpenConnection) throws -> Bool {
    try connection.use { queue in
      try queue.read { database in
        let version = try database.version(of: "lookup")
        let isKnown =
          try files.isNext
          ? LookupSchema.isOfToday(in: database) : [LookupSchema.version, LookupSchema.versionBefore].contains(version)
        return try isKnown
          && CatalogSchema.isSound("lookup", in: database, tables: LookupSchema.tables)
          && LookupIndexer.isOfThisCatalog(in: database)
      }
    }
  }

  /// Without a lookup that can be read, nothing is found.
  private func findingOnly(
    _ lookups: [Connection.ReadOnlyLookup], insteadOf error: any Error
  ) throws -> OpenConnection {
    for lookup in lookups {
      for isAlone in [false, true] {
        let connection = try? Connection.readingOnly(files, lookup: lookup, alone: isAlone, as: catalog.older())
        if let connection, (try? isSound(connection)) ?? false { return connection }
        connection?.close()
      }
    }
    throw error
  }
}

import GRDB

/// How a catalog on disk is found, made and looked at before anything is read from it.
struct Opening {
  private let files: CatalogFiles
  private let forms: Forms

  init(_ files: CatalogFiles, forms: Forms = .current) {
    self.files = files
    self.forms = forms
  }

  /// A connection that reads. The lookup is made if it is not there, has another form or is damaged.
  ///
  /// Where the folder or the disk takes nothing, not even what SQLite keeps beside a file that it reads, what is there is
  /// read all the same.
  func reading() throws -> (queue: DatabaseQueue, upgrade: Upgrade?) {
    try Rescue.finish(files)
    try refusePlanted()
    try takeBackMaking()
    let upgrade = try upgradeIfOlder()
    do {
      return (try readingWithLookup(), upgrade)
    } catch let error where isRefusal(error) {
      return (try readingOnly(insteadOf: error), upgrade)
    }
  }

  private func readingWithLookup() throws -> DatabaseQueue {
    do {
      try rollBack(files.lookup)
      if case .header(let header) = FileHeader.look(at: files.lookup), header.isCutShort(at: files.lookup) {
        files.removeLookup()
      }
      if !Files.exists(files.lookup) { try createLookup() }
      let queue = try Connection.reading(files)
      if try check(queue) { return queue }
      try queue.close()
    } catch let error as DatabaseError where error.isDamage {
      try checkCatalogAlone()
    }
    files.removeLookup()
    try createLookup()
    return try Connection.reading(files)
  }

  /// Makes what is missing. Two programs may do so at once.
  func create(onNetwork: Bool) throws {
    try Rescue.finish(files)
    try refusePlanted()
    try takeBackMaking()
    Files.create(files.catalog)
    let header = FileHeader.look(at: files.catalog)
    if case .header(let header) = header {
      try refuse(header)
      if header.form != forms.current || header.isWAL != onNetwork { return }
    }
    if case .unreadable = header { throw CatalogError.cannotOpen(path: files.catalog) }
    let queue = try Connection.writing(files)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA page_size = \(CatalogSchema.pageSize)")
      try database.inTransaction(.immediate) {
        if try database.isEmpty { try CatalogSchema.create(in: database) }
        return .commit
      }
      // Where another program has it open, the next one does it.
      try? database.execute(sql: "PRAGMA journal_mode = \(onNetwork ? "DELETE" : "WAL")")
    }
    try queue.close()
  }

  /// What belongs to the lookup is simply taken away.
  private func refusePlanted() throws {
    for path in CatalogFiles.companions(of: files.catalog) where Files.isPlanted(path) {
      throw CatalogError.cannotOpen(path: path)
    }
    for path in CatalogFiles.companions(of: files.lookup) + [files.lookup] where Files.isPlanted(path) {
      Files.remove(path)
    }
  }

  /// Whether it is a catalog, and of which form; of one that is none, or newer than this program, nothing is touched.
  private func upgradeIfOlder() throws -> Upgrade? {
    switch FileHeader.look(at: files.catalog) {
    case .missing, .empty: throw CatalogError.missing(path: files.catalog)
    case .unreadable: throw CatalogError.cannotOpen(path: files.catalog)
    case .header(let header):
      try refuse(header)
      // Before it, the header may say what was never committed.
      if try rollBack(files.catalog) { return try upgradeIfOlder() }
      return try header.form < forms.current ? Migrating(files, forms: forms).run() : nil
    }
  }

  /// Takes back what a kill left half written, as its journal says: who only reads cannot.
  /// - Returns: whether there was a journal, and now is none.
  @discardableResult
  private func rollBack(_ path: String) throws -> Bool {
    guard RollbackJournal.isDue(path) else { return false }
    let queue = try Connection.rollingBack(path)
    try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
    try queue.close()
    return !RollbackJournal.isDue(path)
  }

  /// A power failure while the catalog was being made leaves a file that looks like none, and a journal that empties it.
  private func takeBackMaking() throws {
    guard case .header(let header) = FileHeader.look(at: files.catalog), !header.isDatabase else { return }
    try rollBack(files.catalog)
  }

  private func refuse(_ header: FileHeader) throws {
    guard header.isCatalog else {
      throw Remains.areStories(in: files.catalog)
        ? CatalogError.corrupt(path: files.catalog) : .foreign(path: files.catalog)
    }
    guard header.form <= forms.current else { throw CatalogError.newer(path: files.catalog, version: header.form) }
    guard header.form > 0, !header.isCutShort(at: files.catalog) else {
      throw CatalogError.corrupt(path: files.catalog)
    }
  }

  private func createLookup() throws {
    let queue = try Connection.following(files)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA lookup.page_size = \(LookupSchema.pageSize)")
      let mode = try String.fetchOne(database, sql: "PRAGMA main.journal_mode") ?? "wal"
      try? database.execute(sql: "PRAGMA lookup.journal_mode = \(mode == "wal" ? "WAL" : "DELETE")")
      try database.inTransaction(.immediate) {
        let form = try database.form(of: "lookup")
        if form != LookupSchema.version {
          if form != 0 { try LookupSchema.drop(in: database) }
          try LookupSchema.create(in: database)
        }
        return .commit
      }
    }
    try queue.close()
  }

  /// Says whether the lookup is as it should be; throws if the catalog is not.
  private func check(_ queue: DatabaseQueue) throws -> Bool {
    let isSound = try queue.read { database in
      guard try CatalogSchema.isSound("main", in: database, tables: forms.tables) else {
        throw CatalogError.corrupt(path: files.catalog)
      }
      return try database.form(of: "lookup") == LookupSchema.version
        && CatalogSchema.isSound("lookup", in: database, tables: LookupSchema.tables)
    }
    return try isSound && queue.read { try Following.isOfThisCatalog(in: $0) }
  }

  /// Whether it was the lookup that could not be read.
  private func checkCatalogAlone() throws {
    let queue = try Connection.readingCatalog(files)
    let isSound = try queue.read { try CatalogSchema.isSound("main", in: $0, tables: forms.tables) }
    try queue.close()
    guard isSound else { throw CatalogError.corrupt(path: files.catalog) }
  }

  private func isRefusal(_ error: any Error) -> Bool {
    let code = (error as? DatabaseError)?.resultCode
    return !Files.canCreate(in: files.folder) || [.SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR].contains(code)
  }

  private func readingOnly(insteadOf error: any Error) throws -> DatabaseQueue {
    for (hasLookup, isAlone) in [(true, false), (true, true), (false, false), (false, true)] {
      let queue = try? Connection.readingOnly(files, withLookup: hasLookup, alone: isAlone)
      if let queue, (try? check(queue)) ?? false { return queue }
    }
    throw error
  }
}

extension Database {
  fileprivate var isEmpty: Bool {
    get throws { try Int.fetchOne(self, sql: "SELECT count(*) FROM main.sqlite_schema") == 0 }
  }

  func form(of schema: String) throws -> Int {
    try Int.fetchOne(self, sql: "PRAGMA \(schema).user_version") ?? 0
  }
}

extension CatalogSchema {
  /// Whether the tables are there, and nothing that would run by itself or give other rows than were put in: triggers, views
  /// and tables that code makes up.
  static func isSound(_ schema: String, in database: Database, tables: Set<String>) throws -> Bool {
    let rows = try GRDB.Row.fetchAll(database, sql: "SELECT type, name, sql FROM \(schema).sqlite_schema")
    var missing = tables
    for row in rows {
      let (type, name): (String, String) = try (row[0], row[1])
      guard type == "table" || type == "index" else { return false }
      let sql: String? = try row[2]
      if sql?.hasPrefix("CREATE VIRTUAL") ?? false, name != LookupSchema.words { return false }
      if type == "table" { missing.remove(name) }
    }
    return missing.isEmpty
  }
}

extension DatabaseError {
  /// Whether a file is not what a database looks like.
  var isDamage: Bool { resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB }
}

import GRDB
import System

/// How a catalog on disk is found, made and looked at before anything is read from it.
struct Opening: Sendable {
  private let files: CatalogFiles
  private let forms: Migrations

  init(_ files: CatalogFiles, forms: Migrations = .current) {
    self.files = files
    self.forms = forms
  }

  /// A connection that reads.
  ///
  /// Where the folder or the disk takes nothing, not even what SQLite keeps beside a file that it reads, what is there is
  /// read all the same.
  func reading() throws -> (connection: OpenConnection, upgrade: Upgrade?) {
    try Rescue.finish(files)
    try refusePlanted()
    try takeBackMaking()
    let upgrade = try upgradeIfOlder()
    return (try connection(), upgrade)
  }

  /// A connection that reads a catalog as it is, and brings nothing into order.
  func looking() throws -> OpenConnection {
    try refusePlanted()
    let header = try header()
    try refuse(header)
    guard header.form == forms.current else {
      throw CatalogError.older(path: files.catalog, version: header.form)
    }
    return try connection()
  }

  /// One more connection to a catalog that was opened before.
  func connection() throws -> OpenConnection {
    do {
      let connection = try Connection.reading(files)
      guard try isSound(connection) else { throw CatalogError.corrupt(path: files.catalog) }
      return connection
    } catch let error where Self.isRefusal(error, of: files) {
      return try readingOnly(insteadOf: error)
    }
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
    let connection = try Connection.writing(files)
    defer { connection.close() }
    try connection.queue.inDatabase { database in
      try database.execute(sql: "PRAGMA page_size = \(CatalogSchema.pageSize)")
      try database.inTransaction(.immediate) {
        if try database.isEmpty { try CatalogSchema.create(in: database) }
        return .commit
      }
      // Where another program has it open, the next one does it.
      try? database.execute(sql: "PRAGMA journal_mode = \(onNetwork ? "DELETE" : "WAL")")
    }
  }

  private func refusePlanted() throws {
    for path in CatalogFiles.companions(of: files.catalog) where Files.isPlanted(path) {
      throw CatalogError.cannotOpen(path: path)
    }
  }

  private func header() throws -> FileHeader {
    switch FileHeader.look(at: files.catalog) {
    case .missing, .empty: throw CatalogError.missing(path: files.catalog)
    case .unreadable: throw CatalogError.cannotOpen(path: files.catalog)
    case .header(let header): return header
    }
  }

  /// Whether it is a catalog, and of which form; of one that is none, or newer than this program, nothing is touched.
  private func upgradeIfOlder() throws -> Upgrade? {
    let header = try header()
    try refuse(header)
    // Before it, the header may say what was never committed.
    if try Self.rollBack(files.catalog) { return try upgradeIfOlder() }
    return try header.form < forms.current ? Migrating(files, forms: forms).run() : nil
  }

  /// Takes back what a kill left half written, as its journal says: who only reads cannot.
  /// - Returns: whether there was a journal, and now is none.
  @discardableResult
  static func rollBack(_ path: String) throws -> Bool {
    guard RollbackJournal.isDue(path) else { return false }
    let connection = try Connection.rollingBack(path)
    defer { connection.close() }
    try connection.queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
    return !RollbackJournal.isDue(path)
  }

  /// A power failure while the catalog was being made leaves a file that looks like none, and a journal that empties it.
  private func takeBackMaking() throws {
    guard case .header(let header) = FileHeader.look(at: files.catalog), !header.isDatabase else { return }
    try Self.rollBack(files.catalog)
  }

  private func refuse(_ header: FileHeader) throws {
    guard header.isCatalog else {
      throw SalvagedRows.areStories(in: files.catalog)
        ? CatalogError.corrupt(path: files.catalog) : .foreign(path: files.catalog)
    }
    guard header.form <= forms.current else { throw CatalogError.newer(path: files.catalog, version: header.form) }
    guard header.form > 0, !header.isCutShort(at: files.catalog) else {
      throw CatalogError.corrupt(path: files.catalog)
    }
  }

  private func isSound(_ connection: OpenConnection) throws -> Bool {
    try connection.use { queue in
      try queue.read { try CatalogSchema.isSound("main", in: $0, tables: forms.tables) }
    }
  }

  /// Whether it is the place that refuses to be written, or to be read as usual.
  static func isRefusal(_ error: any Error, of files: CatalogFiles) -> Bool {
    if case CatalogError.cannotOpen = error { return true }
    let code = (error as? DatabaseError)?.resultCode
    return !Files.canCreate(in: files.folder)
      || [.SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_PERM].contains(code)
  }

  private func readingOnly(insteadOf error: any Error) throws -> OpenConnection {
    for isAlone in [false, true] {
      let connection = try? Connection.readingOnly(files, lookup: .none, alone: isAlone)
      if let connection, (try? isSound(connection)) ?? false { return connection }
      connection?.close()
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

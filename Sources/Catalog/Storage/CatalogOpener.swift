import GRDB
import System

/// How a catalog on disk is found, made and looked at before anything is read from it.
struct CatalogOpener: Sendable {
  private let files: CatalogFiles
  private let migrations: Migrations
  /// Whether what a kill left half written may be taken back.
  private let mayChange: Bool

  init(_ files: CatalogFiles, migrations: Migrations = .current, mayChange: Bool = true) {
    (self.files, self.migrations, self.mayChange) = (files, migrations, mayChange)
  }

  /// A connection that reads.
  ///
  /// Where the folder or the disk takes nothing, not even what SQLite keeps beside a file that it reads, what is there is
  /// read all the same.
  /// - Returns: also the upgrade, where the catalog could not be read as it was.
  func reading() throws -> (connection: OpenConnection, upgrade: Upgrade?) {
    try Rescue.finish(files)
    try refusePlanted()
    try rollBackCreation()
    let header = try settledHeader()
    let upgrade =
      header.version < migrations.current && migrations.readable[header.version] == nil ? try upgrade() : nil
    return (try connection(), upgrade)
  }

  /// A connection that reads a catalog as it is, and brings nothing into order.
  func looking() throws -> OpenConnection {
    try refusePlanted()
    let header = try header()
    try refuse(header)
    guard header.version == migrations.current else {
      throw CatalogError.older(path: files.catalog, version: header.version)
    }
    return try connection()
  }

  /// One more connection to a catalog that was opened before.
  func connection() throws -> OpenConnection {
    let older = try older()
    do {
      let connection = try Connection.reading(files, as: older)
      guard try isSound(connection, older) else { throw CatalogError.corrupt(path: files.catalog) }
      return connection
    } catch let error where Self.isRefusal(error, of: files) {
      return try readingOnly(as: older, insteadOf: error)
    }
  }

  /// How the catalog is read, where its schema version is an older one; nil where it is today's.
  func older() throws -> OlderTables? {
    guard mayChange, !migrations.readable.isEmpty else { return nil }
    // A kill in the midst of the steps leaves a header that may say what was never committed.
    _ = try? Self.rollBack(files.catalog)
    guard case .header(let header) = FileHeader.look(at: files.catalog),
      header.version < migrations.current
    else { return nil }
    return migrations.readable[header.version]
  }

  /// Brings the catalog to today's schema version; nil where it has that.
  func upgrade() throws -> Upgrade? {
    try settledHeader().version < migrations.current ? Migration(files, migrations).run() : nil
  }

  /// Makes what is missing. Two programs may do so at once.
  func create(onNetwork: Bool) throws {
    try Rescue.finish(files)
    try refusePlanted()
    try rollBackCreation()
    Files.create(files.catalog)
    let header = FileHeader.look(at: files.catalog)
    if case .header(let header) = header {
      try refuse(header)
      if header.version != migrations.current || header.isWAL != onNetwork { return }
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

  /// What the file says once nothing half written is left; of one that is no catalog, or newer than this program, nothing is
  /// touched.
  private func settledHeader() throws -> FileHeader {
    let header = try header()
    try refuse(header)
    // Before it, the header may say what was never committed.
    return try Self.rollBack(files.catalog) ? try settledHeader() : header
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
  private func rollBackCreation() throws {
    guard case .header(let header) = FileHeader.look(at: files.catalog), !header.isDatabase else { return }
    try Self.rollBack(files.catalog)
  }

  private func refuse(_ header: FileHeader) throws {
    guard header.isCatalog else {
      throw SalvagedRows.areStories(in: files.catalog)
        ? CatalogError.corrupt(path: files.catalog) : .foreign(path: files.catalog)
    }
    guard header.version <= migrations.current else {
      throw CatalogError.newer(path: files.catalog, version: header.version)
    }
    guard header.version > 0, !header.isCutShort(at: files.catalog) else {
      throw CatalogError.corrupt(path: files.catalog)
    }
  }

  private func isSound(_ connection: OpenConnection, _ older: OlderTables?) throws -> Bool {
    try connection.use { queue in
      try queue.read { try CatalogSchema.isSound("main", in: $0, tables: older?.tables ?? migrations.tables) }
    }
  }

  /// Whether it is the place that refuses to be written, or to be read as usual.
  static func isRefusal(_ error: any Error, of files: CatalogFiles) -> Bool {
    if case CatalogError.cannotOpen = error { return true }
    let code = (error as? DatabaseError)?.resultCode
    return !Files.canCreate(in: files.folder)
      || [.SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_PERM].contains(code)
  }

  private func readingOnly(as older: OlderTables?, insteadOf error: any Error) throws -> OpenConnection {
    for isAlone in [false, true] {
      let connection = try? Connection.readingOnly(files, lookup: .none, alone: isAlone, as: older)
      if let connection, (try? isSound(connection, older)) ?? false { return connection }
      connection?.close()
    }
    throw error
  }
}

extension Database {
  fileprivate var isEmpty: Bool {
    get throws { try Int.fetchOne(self, sql: "SELECT count(*) FROM main.sqlite_schema") == 0 }
  }

  /// The schema version of the catalog, or of the lookup beside it.
  func version(of schema: String = "main") throws -> Int {
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

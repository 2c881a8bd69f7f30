import CQueue
import Foundation
import GRDB
import System

/// How a catalog's files are opened: the catalog itself, and beside it the lookup, whose tables are in `lookup`.
///
/// SQLite makes no file here that is missing: it would be one that others can read.
enum Connection {
  /// One that is gone when it is let go, with all tables in place.
  static func inMemory() throws -> OpenConnection {
    let queue = try DatabaseQueue(configuration: configuration { try attach(":memory:", to: $0) })
    try queue.write { database in
      try CatalogSchema.create(in: database)
      try LookupSchema.create(in: database)
    }
    return OpenConnection(inMemory: queue)
  }

  /// One that reads the catalog alone. What it keeps of it is little: the system keeps it, too.
  static func reading(_ files: CatalogFiles, as older: OlderTables? = nil) throws -> OpenConnection {
    try OpenConnection(to: [files.catalog], isBrief: older != nil) {
      var configuration = configuration(as: older) { try $0.execute(sql: "PRAGMA main.cache_size = -512") }
      configuration.readonly = true
      return try DatabaseQueue(path: files.catalog, configuration: configuration)
    }
  }

  /// One that reads both files.
  static func finding(_ files: CatalogFiles, as older: OlderTables? = nil) throws -> OpenConnection {
    try OpenConnection(to: [files.catalog, files.lookup], isBrief: older != nil) {
      var configuration = configuration(as: older) { database in
        try attach(address(of: files.lookup) + "?mode=ro", to: database)
        try database.execute(sql: "PRAGMA main.cache_size = -512; PRAGMA lookup.cache_size = -512")
      }
      configuration.readonly = true
      return try DatabaseQueue(path: files.catalog, configuration: configuration)
    }
  }

  /// Whether every page of the catalog is as it should be, whatever the lookup is like: a second for a gigabyte.
  static func isSound(_ files: CatalogFiles) throws -> Bool {
    let connection = try reading(files)
    defer { connection.close() }
    return try connection.use { queue in
      try queue.read { try String.fetchAll($0, sql: "PRAGMA main.quick_check(1)") == ["ok"] }
    }
  }

  /// One that reads where nothing can be written, not even what SQLite keeps beside a file that it reads. Without a lookup,
  /// nothing is found.
  ///
  /// A file that nobody has open and that nobody can change is told to be immutable.
  /// - Parameter alone: whether a log that a kill left is read without the memory that programs share, which is a file too.
  ///   Others have to wait then.
  static func readingOnly(
    _ files: CatalogFiles, lookup: ReadOnlyLookup, alone: Bool, as older: OlderTables? = nil
  ) throws -> OpenConnection {
    try OpenConnection(to: lookup == .onDisk ? [files.catalog, files.lookup] : [files.catalog], isBrief: older != nil) {
      let configuration = configuration(as: older) { database in
        switch lookup {
        case .none: break
        case .onDisk: try attach(unchanging(files.lookup, alone: alone), to: database)
        case .empty:
          try attach(":memory:", to: database)
          try LookupSchema.create(in: database)
        }
        try database.execute(sql: "PRAGMA query_only = ON")
      }
      return try DatabaseQueue(path: unchanging(files.catalog, alone: alone), configuration: configuration)
    }
  }

  /// What a connection that only reads has for a lookup.
  enum ReadOnlyLookup {
    case none, onDisk, empty
  }

  /// One that may write what a journal beside a file says, and nothing else.
  static func rollingBack(_ path: String) throws -> OpenConnection {
    try OpenConnection(to: [path]) {
      try DatabaseQueue(path: existing(path), configuration: configuration { _ in })
    }
  }

  /// One that changes the catalog. It does not see the lookup, so that it never waits for who changes that.
  ///
  /// Of what the user did, nothing may be lost when the power fails.
  static func writing(_ files: CatalogFiles, foreignKeys: Bool = true) throws -> OpenConnection {
    guard Files.exists(files.catalog) else { throw CatalogError.missing(path: files.catalog) }
    return try OpenConnection(to: [files.catalog]) {
      var configuration = configuration { database in
        // Some ten megabytes are written before they are copied to where they belong: an `add` writes many. What it puts
        // in between two commits, and the orders that it puts it into, are held meanwhile.
        try database.execute(
          sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2500; PRAGMA cache_size = -12000")
      }
      configuration.foreignKeysEnabled = foreignKeys
      return try DatabaseQueue(path: existing(files.catalog), configuration: configuration)
    }
  }

  /// One that reads the catalog and changes the lookup, which can be made again if the power fails.
  static func following(_ files: CatalogFiles, as older: OlderTables? = nil) throws -> OpenConnection {
    try OpenConnection(to: [files.catalog, files.lookup], isBrief: older != nil) {
      let configuration = configuration(as: older) { database in
        try attach(existing(files.lookup), to: database)
        try database.execute(sql: "PRAGMA lookup.synchronous = NORMAL; PRAGMA lookup.cache_size = -8000")
      }
      return try DatabaseQueue(path: existing(files.catalog), configuration: configuration)
    }
  }

  /// For a file that nobody else knows yet.
  static var plain: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { _ in courant_keep_queue() }
    return configuration
  }

  /// A database as others may have left it may hold anything: nothing in it is run but what we ask.
  /// - Parameter older: what the catalog's tables are, where they are not those of this program.
  private static func configuration(
    as older: OlderTables? = nil, _ prepare: @escaping @Sendable (Database) throws -> Void
  ) -> Configuration {
    var configuration = Configuration()
    configuration.label = "catalog"
    let patience = BusyTimeout()
    configuration.busyMode = .callback(patience.wait)
    configuration.prepareDatabase { database in
      courant_keep_queue()
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      if let older { try database.execute(sql: "PRAGMA temp_store = MEMORY;" + older.views()) }
      try prepare(database)
    }
    return configuration
  }

  private static func attach(_ path: String, to database: Database) throws {
    try database.execute(sql: "ATTACH DATABASE ? AS lookup", arguments: [path])
  }

  private static func existing(_ path: String) -> String { address(of: path) + "?mode=rw" }

  private static func unchanging(_ path: String, alone: Bool) -> String {
    let isInUse = Files.size(of: path + "-wal") > 0
    let how = !isInUse ? "mode=ro&immutable=1" : alone ? "mode=rw&vfs=unix-excl" : "mode=ro"
    return address(of: path) + "?" + how
  }

  /// The name as SQLite takes it with words behind it (https://www.sqlite.org/uri.html).
  private static func address(of path: String) -> String { URL(fileURLWithPath: path).absoluteString }
}

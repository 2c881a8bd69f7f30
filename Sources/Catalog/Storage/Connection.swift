import GRDB

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a catalog's files are opened: the catalog itself, and beside it the lookup, whose tables are in `lookup`.
enum Connection {
  /// How long to wait for a lock that another program holds.
  static let patience = Duration.seconds(5)
  /// How long to wait between two tries: less than the gap that an `add` leaves between its batches.
  private static let interval: useconds_t = 500

  /// One that is gone when it is let go, with all tables in place.
  static func inMemory() throws -> DatabaseQueue {
    let queue = try DatabaseQueue(configuration: configuration { try attach(":memory:", to: $0) })
    try queue.write { database in
      try CatalogSchema.create(in: database)
      try LookupSchema.create(in: database)
    }
    return queue
  }

  /// One that reads both files.
  static func reading(_ files: CatalogFiles) throws -> DatabaseQueue {
    var configuration = configuration { try attach(files.lookup, to: $0) }
    configuration.readonly = true
    return try DatabaseQueue(path: files.catalog, configuration: configuration)
  }

  /// One that changes the catalog. It does not see the lookup, so that it never waits for who changes that.
  ///
  /// Of what the user did, nothing may be lost when the power fails.
  static func writing(_ files: CatalogFiles) throws -> DatabaseQueue {
    let configuration = configuration { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return try DatabaseQueue(path: files.catalog, configuration: configuration)
  }

  /// One that reads the catalog and changes the lookup, which can be made again if the power fails.
  static func following(_ files: CatalogFiles) throws -> DatabaseQueue {
    let configuration = configuration { database in
      try attach(files.lookup, to: database)
      try database.execute(sql: "PRAGMA lookup.synchronous = NORMAL; PRAGMA lookup.cache_size = -8000")
    }
    return try DatabaseQueue(path: files.catalog, configuration: configuration)
  }

  private static func configuration(_ prepare: @escaping @Sendable (Database) throws -> Void) -> Configuration {
    var configuration = Configuration()
    configuration.label = "catalog"
    configuration.busyMode = .callback { tries in
      usleep(interval)
      return Duration.microseconds(Int(interval)) * tries < patience
    }
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      try prepare(database)
    }
    return configuration
  }

  private static func attach(_ path: String, to database: Database) throws {
    try database.execute(sql: "ATTACH DATABASE ? AS lookup", arguments: [path])
  }
}

/// The files of a catalog on disk.
struct CatalogFiles: Hashable, Sendable {
  /// Everything that cannot be made again.
  let catalog: String

  /// What is found in the catalog's stories.
  var lookup: String {
    let folder = catalog.lastIndex(of: "/").map { catalog[...$0] } ?? ""
    return folder + "lookup.db"
  }
}

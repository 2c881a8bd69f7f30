import GRDB

/// The one connection to SQLite, and how its errors leave the module.
///
/// Everything waits for its turn, so whoever holds the connection keeps it short.
struct Storage: Sendable {
  private let queue: DatabaseQueue

  /// A database that is gone when it is let go, with the schema in place.
  static func inMemory() throws(CatalogError) -> Storage {
    try rethrowing {
      var configuration = Configuration()
      configuration.label = "catalog"
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      }
      let queue = try DatabaseQueue(configuration: configuration)
      try queue.write { try Schema.create(in: $0) }
      return Storage(queue: queue)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing { try queue.write(body) }
  }

  static func bytes(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
  }

  private static func rethrowing<Value>(_ body: () throws -> Value) throws(CatalogError) -> Value {
    do {
      return try body()
    } catch let error as CatalogError {
      throw error
    } catch let error as DatabaseError {
      throw .storage(code: error.extendedResultCode.rawValue, message: error.message ?? "")
    } catch {
      throw .storage(code: 1, message: String(describing: error))
    }
  }
}

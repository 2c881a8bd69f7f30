import Foundation
import GRDB

/// How a catalog on disk is found, made and looked at before anything is read from it.
struct Opening {
  private let files: CatalogFiles

  init(_ files: CatalogFiles) {
    self.files = files
  }

  /// A connection that reads. The lookup is made if it is not there or has another form.
  func reading() throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: files.catalog) else {
      throw CatalogError.missing(path: files.catalog)
    }
    if !FileManager.default.fileExists(atPath: files.lookup) { try createLookup() }
    let queue = try Connection.reading(files)
    let forms = try queue.read { try check($0) }
    guard forms.lookup != LookupSchema.version else { return queue }
    try queue.close()
    try createLookup()
    return try Connection.reading(files)
  }

  /// Makes what is missing. Two programs may do so at once.
  func create() throws {
    let queue = try Connection.writing(files)
    try queue.inDatabase { database in
      // Before anything is written: what is another program's stays as it is, byte for byte.
      if try !isEmpty(database) { _ = try check(database, lookup: false) }
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.inTransaction(.immediate) {
        if try version(of: "main", in: database) == 0 { try CatalogSchema.create(in: database) }
        return .commit
      }
    }
    try queue.close()
  }

  private func createLookup() throws {
    let queue = try Connection.following(files)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA lookup.journal_mode = WAL")
      try database.inTransaction(.immediate) {
        let form = try version(of: "lookup", in: database)
        if form != LookupSchema.version {
          if form != 0 { try LookupSchema.drop(in: database) }
          try LookupSchema.create(in: database)
        }
        return .commit
      }
    }
    try queue.close()
  }

  /// Refuses what is no catalog, and one that a later program made.
  private func check(_ database: Database, lookup: Bool = true) throws -> (catalog: Int, lookup: Int) {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let form = try version(of: "main", in: database)
    guard application == CatalogSchema.applicationID else { throw CatalogError.foreign(path: files.catalog) }
    guard form <= CatalogSchema.version else { throw CatalogError.newer(path: files.catalog, version: form) }
    return (form, lookup ? try version(of: "lookup", in: database) : 0)
  }

  /// Whether nothing was ever put into the file.
  private func isEmpty(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0 && version(of: "main", in: database) == 0
  }

  private func version(of schema: String, in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA \(schema).user_version") ?? 0
  }
}

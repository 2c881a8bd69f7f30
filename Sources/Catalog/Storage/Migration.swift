import GRDB
import System

/// Brings an older catalog to the schema version of this program, step by step.
///
/// Nobody else may have it open while the steps are taken: an older program would go on writing by its own schema. They are
/// taken with a rollback journal, so that the file's header always says which version it is, also to a program that only
/// looks at that.
struct Migration {
  private let files: CatalogFiles
  private let migrations: Migrations

  init(_ files: CatalogFiles, _ migrations: Migrations) {
    self.files = files
    self.migrations = migrations
  }

  /// - Returns: nil if another program has done it meanwhile.
  func run() throws -> Upgrade? {
    guard Files.canCreate(in: files.folder) else { throw CatalogError.readOnly }
    let connection = try Connection.writing(files, foreignKeys: false)
    defer { connection.close() }
    return try connection.queue.inDatabase { database in
      let version = try database.version()
      guard version < migrations.current else { return nil }
      return try run(from: version, in: database)
    }
  }

  private func run(from version: Int, in database: Database) throws -> Upgrade? {
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "wal"
    let before = try CommitsOfOthers.revision(in: database)
    // The copy is what takes long; others read and write meanwhile.
    var backup = try backUp(database, from: version)
    do {
      try beAlone(database)
      if try CommitsOfOthers.revision(in: database) != before {
        Files.remove(backup)
        guard try database.version() == version else { return nil }
        backup = try backUp(database, from: version)
      }
      for version in version..<migrations.current { try step(from: version, in: database) }
    } catch {
      // What is as it was needs no copy.
      if (try? database.version()) == version { Files.remove(backup) }
      throw error
    }
    try database.execute(sql: "PRAGMA locking_mode = NORMAL")
    // Where somebody reads already, the next one that opens it to add does it.
    try? database.execute(sql: "PRAGMA journal_mode = \(mode)")
    return Upgrade(from: version, to: migrations.current, backup: backup)
  }

  /// Whoever reads the older version lets go of it after each answer: so their turns are waited for.
  private func beAlone(_ database: Database) throws {
    try BusyTimeout.wait {
      (try? String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")) == "delete"
    }
    try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
  }

  private func step(from version: Int, in database: Database) throws {
    guard let step = migrations.steps[version] else { throw CatalogError.corrupt(path: files.catalog) }
    try database.inTransaction(.exclusive) {
      try step(database)
      try database.execute(sql: "PRAGMA user_version = \(version + 1)")
      return .commit
    }
  }

  private func backUp(_ database: Database, from version: Int) throws -> String {
    try DatabaseCopy.write(database, to: "\(files.catalog).before-\(version + 1)", in: files)
  }
}

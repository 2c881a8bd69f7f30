import GRDB
import System

/// Brings an older catalog into the form of this program, step by step.
///
/// Nobody else may have it open meanwhile: an older program would go on writing in its own form. It is done with a rollback
/// journal, so that the file's header always says which form it is, also to a program that only looks at that.
struct Migrating {
  private let files: CatalogFiles
  private let forms: Migrations

  init(_ files: CatalogFiles, forms: Migrations) {
    self.files = files
    self.forms = forms
  }

  /// - Returns: nil if another program has done it meanwhile.
  func run() throws -> Upgrade? {
    guard Files.canCreate(in: files.folder) else { throw CatalogError.readOnly }
    let connection = try Connection.writing(files, foreignKeys: false)
    defer { connection.close() }
    return try connection.queue.inDatabase { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "wal"
      try beAlone(database)
      let form = try database.form(of: "main")
      guard form < forms.current else { return nil as Upgrade? }
      let upgrade = Upgrade(from: form, to: forms.current, backup: try backUp(database, form: form))
      for form in form..<forms.current { try step(from: form, in: database) }
      try database.execute(sql: "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = \(mode)")
      return upgrade
    }
  }

  private func beAlone(_ database: Database) throws {
    guard try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE") == "delete" else {
      throw CatalogError.busy
    }
    try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
  }

  private func step(from form: Int, in database: Database) throws {
    guard let step = forms.steps[form] else { throw CatalogError.corrupt(path: files.catalog) }
    try database.inTransaction(.exclusive) {
      try step(database)
      try database.execute(sql: "PRAGMA user_version = \(form + 1)")
      return .commit
    }
  }

  private func backUp(_ database: Database, form: Int) throws -> String {
    try DatabaseCopy.write(database, to: "\(files.catalog).before-\(form + 1)", in: files)
  }
}

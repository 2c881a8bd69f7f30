import GRDB
import System

/// A copy of a whole database, which has its name only once it is whole and on the disk.
enum DatabaseCopy {
  /// Writes it beside the catalog, under the name or, where that is taken, the first with a number behind it.
  /// - Returns: the name that it got.
  static func write(_ database: Database, to name: String, in files: CatalogFiles) throws -> String {
    let unfinished = name + ".part"
    clear(unfinished)
    try copy(database, to: unfinished)
    try Files.sync(unfinished)
    let name = Files.free(name)
    try Files.move(unfinished, to: name)
    try Files.sync(files.folder)
    return name
  }

  /// Writes it into a file that is not there yet, and leaves nothing beside that.
  static func copy(_ database: Database, to path: String) throws {
    Files.create(path)
    guard Files.isWritable(path) else { throw CatalogError.cannotOpen(path: path) }
    let copy = try DatabaseQueue(path: path, configuration: Connection.plain)
    defer { try? copy.close() }
    try copy.inDatabase { target in
      try database.backup(to: target)
      try target.execute(sql: "PRAGMA journal_mode = DELETE")
    }
  }

  /// Takes away what a kill left of one.
  static func clear(_ path: String) {
    for path in CatalogFiles.companions(of: path) + [path] { Files.remove(path) }
  }
}

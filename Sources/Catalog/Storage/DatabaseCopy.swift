import GRDB

/// A copy of a whole database, which has its name only once it is whole and on the disk.
enum DatabaseCopy {
  /// Writes it beside the catalog, under the name or, where that is taken, the first with a number behind it.
  /// - Returns: the name that it got.
  static func write(_ database: Database, to name: String, in files: CatalogFiles) throws -> String {
    let unfinished = name + ".part"
    for path in CatalogFiles.companions(of: unfinished) + [unfinished] { Files.remove(path) }
    Files.create(unfinished)
    let copy = try DatabaseQueue(path: unfinished, configuration: Connection.plain)
    try copy.inDatabase { try database.backup(to: $0) }
    try copy.close()
    try Files.sync(unfinished)
    let name = Files.free(name)
    try Files.move(unfinished, to: name)
    try Files.sync(files.folder)
    return name
  }
}

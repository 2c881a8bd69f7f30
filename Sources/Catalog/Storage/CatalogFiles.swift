import System

/// The files of a catalog on disk.
struct CatalogFiles: Hashable, Sendable {
  /// Everything that cannot be made again.
  let catalog: String
  /// Whether the lookup is the one that is being made beside another.
  private(set) var isNext = false

  init(catalog: String) {
    self.catalog = catalog
  }

  /// With its slash at the end; empty for the folder that the process is in.
  var folder: String {
    catalog.lastIndex(of: "/").map { String(catalog[...$0]) } ?? ""
  }

  /// The same as the system takes it.
  var folderName: String { folder.isEmpty ? "." : folder }

  /// What is found in the catalog's stories.
  var lookup: String { folder + (isNext ? "lookup.db.next" : "lookup.db") }

  /// The same catalog with the lookup that will take the place of the present one.
  var next: CatalogFiles {
    var files = self
    files.isNext = true
    return files
  }

  /// A catalog put together from what is left of a damaged one, whole and on the disk, that has yet to take its place.
  var rescued: String { catalog + ".rescued" }

  /// Takes away what can be made again. Who has it open keeps what they have.
  func removeLookup() {
    next.removePresentLookup()
    removePresentLookup()
  }

  /// The same, but for the one that is being made.
  func removePresentLookup() {
    for path in Self.companions(of: lookup) + [lookup] { Files.remove(path) }
  }

  /// What SQLite keeps beside a database while it is in use, or after a kill.
  static func companions(of path: String) -> [String] {
    ["-wal", "-shm", "-journal"].map { path + $0 }
  }
}

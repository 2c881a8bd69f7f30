import GRDB
import System

/// The whole catalog as one file, and back.
extension Catalog {
  /// Writes everything that the user has into one file: originals, versions, marks, notes, tags, places, queries and what
  /// can be undone. Others go on reading and changing meanwhile; the file is the catalog of one moment.
  ///
  /// The file has its name once it is whole and on the disk, with access for the user alone.
  /// - Parameter replacing: whether a file of that name is replaced.
  /// - Returns: how many bytes it has.
  /// - Throws: `CatalogError.inTheWay` for a file that is there.
  public func backUp(to path: String, replacing: Bool) throws(CatalogError) -> Int {
    try Storage.rethrowing(CatalogFiles(catalog: path)) {
      if Files.exists(path), !replacing { throw CatalogError.inTheWay(path: path) }
      let unfinished = path + ".part"
      DatabaseCopy.clear(unfinished)
      do {
        try storage.read { try DatabaseCopy.copy($0, to: unfinished) }
        try BackupFile.seal(unfinished)
        try Files.move(unfinished, to: path)
        try Files.sync(CatalogFiles(catalog: path).folder)
      } catch {
        DatabaseCopy.clear(unfinished)
        throw error
      }
      return Files.size(of: path)
    }
  }

  /// Puts the catalog of a backup into the place of the one at a path, which is kept beside it as `….before-restore`. Nobody
  /// may have that open meanwhile.
  ///
  /// Nothing is changed before the backup is found to be whole, and a catalog that this program can read.
  /// - Parameter replacing: whether a catalog that holds anything is replaced.
  /// - Returns: where the catalog is that was there; nil if there was none.
  /// - Throws: `noBackup`, `notBackup` and `damagedBackup` for the file; `inTheWay` for a catalog that is there.
  public static func restore(_ backup: String, to path: String, replacing: Bool) throws(CatalogError) -> String? {
    let files = CatalogFiles(catalog: path)
    return try Storage.rethrowing(files) { try Restoring(files).run(backup, replacing: replacing) }
  }
}

/// Brings the catalog of a backup into its place.
struct Restoring {
  private let files: CatalogFiles
  private var unfinished: String { files.catalog + ".restored.part" }

  init(_ files: CatalogFiles) {
    self.files = files
  }

  func run(_ backup: String, replacing: Bool) throws -> String? {
    try RescueLock.taking(files.folder) {
      DatabaseCopy.clear(unfinished)
      defer { DatabaseCopy.clear(unfinished) }
      if Files.size(of: files.catalog) > 0, !replacing { throw CatalogError.inTheWay(path: files.catalog) }
      try BackupFile.unpack(backup, into: unfinished)
      try check(backup)
      let former = try setAside()
      files.removeLookup()
      try Files.move(unfinished, to: files.catalog)
      try Files.sync(files.folder)
      return former
    }
  }

  /// Looks at every page of it.
  private func check(_ backup: String) throws {
    do {
      let copy = CatalogFiles(catalog: unfinished)
      let connection = try CatalogOpener(copy).looking()
      defer { connection.close() }
      guard try Connection.isSound(copy) else { throw CatalogError.damagedBackup(path: backup) }
    } catch CatalogError.newer(_, let version) {
      throw CatalogError.newer(path: backup, version: version)
    } catch CatalogError.older {
      // The next command that changes it brings it forward.
    } catch CatalogError.corrupt {
      throw CatalogError.damagedBackup(path: backup)
    } catch CatalogError.foreign {
      throw CatalogError.notBackup(path: backup)
    }
  }

  /// Gives the catalog that is there a second name, under which it stays. A kill leaves it in its place.
  private func setAside() throws -> String? {
    guard Files.size(of: files.catalog) > 0 else { return nil }
    let connection = try Connection.writing(files)
    defer { connection.close() }
    return try connection.queue.inDatabase { database in
      // Nothing of it may stay in a log, which would be taken for the other one's.
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE") == "delete" else {
        throw CatalogError.busy
      }
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
      return try DatabaseCopy.write(database, to: files.catalog + ".before-restore", in: files)
    }
  }
}

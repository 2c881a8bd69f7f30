import GRDB

/// What can go wrong with a catalog.
public enum CatalogError: Error, Hashable, Sendable {
  /// There is none at the place.
  case missing(path: String)
  /// Another program kept it locked for longer than anyone should wait.
  case busy
  /// The same of the lookup: nothing can be found by its words meanwhile, and everything else goes on.
  case lookupBusy
  /// Another program put another catalog in its place, or took it away, while it was open.
  case replaced(path: String)
  /// Neither file nor folder may be written, so nothing can be added or marked.
  case readOnly
  /// The disk has no room.
  case full
  /// The file cannot be opened or made: a folder in its place, no permission, or no such folder.
  case cannotOpen(path: String)
  /// The file is something else than a catalog.
  case foreign(path: String)
  /// A later version of the program made it, of a schema version that this one does not know.
  case newer(path: String, version: Int)
  /// An earlier version of the program made it; it is brought forward when it is opened to be used.
  case older(path: String, version: Int)
  /// The file is garbled: the catalog, or the lookup beside it, which is then made again by the next opening.
  case corrupt(path: String)
  /// There is no file to restore from.
  case noBackup(path: String)
  /// The file is something else than a backup.
  case notBackup(path: String)
  /// The backup is not what it was when it was written.
  case damagedBackup(path: String)
  /// A file, or a catalog that holds something, is there, and is not to be replaced.
  case inTheWay(path: String)
  /// SQLite refused: its code and its own words.
  case storage(code: Int32, message: String)
  /// What is stored of a story cannot be read back.
  case damaged(story: String)
}

extension Storage {
  /// The one way out for errors: SQLite's become those that the rest of the program knows.
  static func rethrowing<Value>(
    _ files: CatalogFiles? = nil, _ body: () throws -> Value
  ) throws(CatalogError) -> Value {
    do {
      return try body()
    } catch {
      throw CatalogError(error, path: files?.catalog ?? "")
    }
  }
}

extension CatalogError {
  /// - Parameter path: the file that it is about, where the error does not say.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as CatalogError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    case is RowDecodingError, is GarbledValue: self = .corrupt(path: path)
    default: self = .storage(code: 1, message: String(describing: error))
    }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_FULL: self = .full
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(path: path)
    default: self = .storage(code: error.extendedResultCode.rawValue, message: error.message ?? "")
    }
  }
}

import GRDB

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
    case is RowDecodingError: self = .corrupt(path: path)
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

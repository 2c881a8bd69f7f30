#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps two programs from doing the same to a catalog's files.
enum RescueLock {
  /// Does something to the files of a folder while no other program does so.
  static func taking<Value>(_ folder: String, _ body: () throws -> Value) throws -> Value {
    let path = folder.isEmpty ? "." : folder
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CatalogError.cannotOpen(path: path) }
    defer { close(descriptor) }
    try BusyTimeout.wait { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
    return try body()
  }

  /// Locks everyone out who opens a database through SQLite, as SQLite does itself, until the descriptor is closed.
  static func beAlone(_ descriptor: Int32) throws {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = SQLiteLock.range
    try BusyTimeout.wait { fcntl(descriptor, F_SETLK, &lock) == 0 }
  }
}

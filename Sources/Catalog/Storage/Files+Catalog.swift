import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a catalog does with files as such, without SQLite.
extension Files {
  /// Makes an empty file that is the user's alone, whatever the umask says, unless there is one.
  ///
  /// SQLite gives what it keeps beside a database the same mode, and the same owner. Nothing is made through a link that
  /// leads nowhere. What the superuser makes in a folder of somebody else's is theirs.
  static func create(_ path: String) {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    fchmod(file, 0o600)
    var folder = stat()
    if geteuid() == 0, stat(CatalogFiles(catalog: path).folderName, &folder) == 0, folder.st_uid != 0 {
      fchown(file, folder.st_uid, folder.st_gid)
    }
    close(file)
  }

  /// Sees that a file, or what stands in a folder, is on the disk.
  static func sync(_ path: String) throws {
    let file = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw CatalogError.cannotOpen(path: path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(path) }
  }

  /// Gives a file another name. Nothing has that name yet.
  static func move(_ path: String, to other: String) throws {
    guard rename(path, other) == 0 else { throw failure(path) }
  }

  /// The name, or the first of it with a number behind it that no file has.
  static func free(_ path: String) -> String {
    var name = path
    var count = 2
    while exists(name) || CatalogFiles.companions(of: name).contains(where: exists) {
      name = "\(path)-\(count)"
      count += 1
    }
    return name
  }

  /// What the system says of a call that failed just now.
  static func failure(_ path: String) -> CatalogError {
    switch errno {
    case ENOSPC, EDQUOT: .full
    case EROFS, EACCES, EPERM: .readOnly
    case let code: .storage(code: code, message: String(cString: strerror(code)))
    }
  }
}

extension HeldFile {
  /// Whether another program has it open through SQLite, which locks a range of bytes for that
  /// (https://www.sqlite.org/lockingv3.html).
  var isOpenElsewhere: Bool {
    isLockedElsewhere(from: Int(SQLiteLock.range.start), count: Int(SQLiteLock.range.length))
  }
}

/// The bytes of a database file that SQLite locks: one for who is about to write, one for who writes, 510 for readers.
enum SQLiteLock {
  static let range: (start: off_t, length: off_t) = (0x4000_0000, 512)
}

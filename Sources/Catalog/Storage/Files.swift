#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is done with files as such, without SQLite.
enum Files {
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether something stands there that someone planted: a link, a pipe, a device. SQLite would write through it.
  static func isPlanted(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

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

  /// Whether it is there, and may be read and written by this user.
  static func isWritable(_ path: String) -> Bool {
    access(path, R_OK | W_OK) == 0
  }

  /// Whether files can be made in a folder.
  static func canCreate(in folder: String) -> Bool {
    access(folder.isEmpty ? "." : folder, W_OK | X_OK) == 0
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

  static func remove(_ path: String) {
    unlink(path)
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

  /// When a file was changed last, in seconds.
  static func changed(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? changed(status) : 0
  }

  static func changed(_ status: stat) -> Int {
    #if canImport(Darwin)
      status.st_mtimespec.tv_sec
    #else
      status.st_mtim.tv_sec
    #endif
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

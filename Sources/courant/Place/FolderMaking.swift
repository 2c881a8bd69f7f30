#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes folders of mode 0700, as the XDG Base Directory Specification wants it; those that are there stay as they are.
enum FolderMaking {
  static func make(_ folder: String) throws(PlaceError) {
    var code = makeOne(folder)
    if code == ENOENT, let parent = parent(of: folder) {
      try make(parent)
      code = makeOne(folder)
    }
    switch code {
    case 0: return
    case EEXIST where isFolder(folder): return
    case EEXIST, ENOTDIR: throw .isNoFolder(obstacle(above: folder) ?? folder)
    default: throw .cannotCreate(folder, code)
    }
  }

  static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && errno == ENOENT
  }

  /// The part of a path that is there and no folder, though it ought to be one.
  static func obstacle(above path: String) -> String? {
    var rest: String? = path
    while let part = rest {
      if access(part, F_OK) == 0 { return isFolder(part) ? nil : part }
      rest = parent(of: part)
    }
    return nil
  }

  /// The system's error, or 0.
  private static func makeOne(_ folder: String) -> Int32 {
    guard mkdir(folder, 0o700) == 0 else { return errno }
    // The umask may have taken something away.
    chmod(folder, 0o700)
    sync(parent(of: folder))
    return 0
  }

  /// What is kept in a folder is lost with its name when the power fails before the disk has that.
  private static func sync(_ folder: String?) {
    let descriptor = open(folder ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func parent(of folder: String) -> String? {
    let trimmed = folder.reversed().drop { $0 == "/" }
    let parent = String(trimmed.drop { $0 != "/" }.reversed())
    return parent.isEmpty || parent == folder ? nil : parent
  }
}

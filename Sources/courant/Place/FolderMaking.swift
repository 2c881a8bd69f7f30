#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes folders of mode 0700, as the XDG Base Directory Specification wants it; those that are there stay as they are.
enum FolderMaking {
  static func make(_ folder: String) throws(PlaceError) {
    if mkdir(folder, 0o700) == 0 {
      // The umask may have taken something away.
      chmod(folder, 0o700)
      return
    }
    switch errno {
    case ENOENT:
      guard let parent = parent(of: folder) else { throw .cannotCreate(folder, ENOENT) }
      try make(parent)
      try make(folder)
    case EEXIST:
      guard isFolder(folder) else { throw .isNoFolder(folder) }
    case let code: throw .cannotCreate(folder, code)
    }
  }

  static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && errno == ENOENT
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

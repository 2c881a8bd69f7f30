#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes folders and files that are for the user's eyes alone, whatever the umask says.
public enum PrivateFiles {
  /// Makes a folder and those above it that are missing, of mode 0700, as the XDG Base Directory Specification wants it;
  /// those that are there stay as they are.
  /// - Throws: `SystemError.notFolder` or `refused`.
  public static func makeFolder(_ folder: String) throws(SystemError) {
    var code = makeOne(folder)
    if code == ENOENT, let parent = parent(of: folder) {
      try makeFolder(parent)
      code = makeOne(folder)
    }
    switch code {
    case 0: return
    case EEXIST where Files.isFolder(folder): return
    case EEXIST, ENOTDIR: throw .notFolder(path: obstacle(above: folder) ?? folder)
    default: throw .refused(code)
    }
  }

  /// Makes a folder of mode 0700 for what is needed for a while, where the user wants such (`$TMPDIR`), or else in `/tmp`.
  /// - Throws: `SystemError.refused`.
  public static func makeTemporaryFolder() throws(SystemError) -> String {
    let given = Environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    var name = Array("\(given ?? "/tmp")/courant-XXXXXX".utf8CString)
    let isMade = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw .refused(errno) }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes a file of mode 0600 that is not there yet.
  /// - Throws: `SystemError.refused`.
  public static func make(_ file: String, holding bytes: [UInt8]) throws(SystemError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .refused(errno) }
    defer { close(descriptor) }
    try Descriptor(descriptor).write(bytes)
  }

  /// Files that are made meanwhile have mode 0600. The mask is the whole process's, so this is for its beginning, before
  /// other threads make files of their own.
  public static func making<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let former = umask(0o077)
    defer { umask(former) }
    return try body()
  }

  /// The part of a path that is there and no folder, though it ought to be one.
  public static func obstacle(above path: String) -> String? {
    var rest: String? = path
    while let part = rest {
      if access(part, F_OK) == 0 { return Files.isFolder(part) ? nil : part }
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

  private static func parent(of folder: String) -> String? {
    let parent = folder.reversed().drop { $0 == "/" }.drop { $0 != "/" }
    let name = parent.drop { $0 == "/" }
    return parent.isEmpty ? nil : name.isEmpty ? "/" : String(name.reversed())
  }
}

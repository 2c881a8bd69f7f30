import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder that stories are exported into.
///
/// Everything in it is named from the folder itself, so that nothing leads out of it whatever happens to its path
/// meanwhile, and links in it are not followed. A file is written under another name and gets its own when it is whole.
struct ExportFolder: ~Copyable {
  enum Written {
    case new
    /// It was there already, byte for byte.
    case same
    /// Another file was there, and was replaced as the user asked.
    case replaced
  }

  let path: Path
  private let descriptor: Int32
  private let replaces: Bool
  private var count = 0

  /// Makes the folder if it is not there; the one above it has to be.
  init(_ path: Path, replacing: Bool) throws(CommandError) {
    if path.withSystemName({ mkdir($0, 0o777) }) != 0, errno != EEXIST { throw .noExportFolder(path, errno) }
    let descriptor = path.withSystemName { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    if descriptor < 0 { throw .noExportFolder(path, errno) }
    // A limit on the size of files is then an error as a full disk is, and not a death by signal.
    signal(SIGXFSZ, SIG_IGN)
    (self.path, self.descriptor, replaces) = (path, descriptor, replacing)
    Self.clear(descriptor)
  }

  deinit { close(descriptor) }

  /// Writes a file. One of that name with other bytes is an error and stays as it is, unless files are to be replaced.
  mutating func write(_ bytes: [UInt8], as name: String) throws(CommandError) -> Written {
    switch state(of: name, wanting: bytes) {
    case .same: return .same
    case .other where !replaces: throw .exportIsThere(file(name))
    case .other:
      try put(bytes, name, replacing: true)
      return .replaced
    case .none: return try putNew(bytes, name)
    }
  }

  /// Another export may be at work in the same folder, and have come first with the same story.
  private mutating func putNew(_ bytes: [UInt8], _ name: String) throws(CommandError) -> Written {
    do throws(CommandError) {
      try put(bytes, name, replacing: false)
      return .new
    } catch {
      guard case .exportIsThere = error, state(of: name, wanting: bytes) == .same else { throw error }
      return .same
    }
  }

  /// Waits until what was written is on the disk.
  func sync() throws(CommandError) {
    if fsync(descriptor) != 0, errno != EINVAL { throw .exportNotWritten(path, errno) }
  }

  private func file(_ name: String) -> Path { path.appending(Array(name.utf8)) }
}

extension ExportFolder {
  private enum State {
    case none, same, other
  }

  /// Opens nothing but files, and waits for no one's pipe.
  private func state(of name: String, wanting bytes: [UInt8]) -> State {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .none }
    guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else { return .other }
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .other }
    defer { close(file) }
    return Self.content(of: file, count: bytes.count) == bytes ? .same : .other
  }

  /// The first bytes of a file, as many as there are.
  private static func content(of file: Int32, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(file, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(filled))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
    }
  }

  /// Writes the bytes beside the file, and has them named by `name`; leaves nothing behind if that fails.
  private mutating func put(_ bytes: [UInt8], _ name: String, replacing: Bool) throws(CommandError) {
    let (temporary, handle) = try openTemporary(for: name)
    var code: Int32 = 0
    do throws(SystemError) {
      try Descriptor(handle).write(bytes)
    } catch {
      code = error.number
    }
    // What the disk had no room for may be said only now.
    if close(handle) != 0, code == 0 { code = errno }
    if code != 0 {
      unlinkat(descriptor, temporary, 0)
      throw .exportNotWritten(file(name), code)
    }
    let named =
      replacing
      ? renameat(descriptor, temporary, descriptor, name) : Self.give(name, to: temporary, in: descriptor)
    if named != 0 {
      let code = errno
      unlinkat(descriptor, temporary, 0)
      switch code {
      case EEXIST: throw .exportIsThere(file(name))
      case EISDIR: throw .exportIsFolder(file(name))
      default: throw .exportNotWritten(file(name), code)
      }
    }
  }

  /// Takes away what an export that was killed left behind.
  private static func clear(_ folder: Int32) {
    let handle = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0, let listing = fdopendir(handle) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let parts = name.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == ".courant", let process = pid_t(parts[1]), process > 0, Int(parts[2]) != nil
      else { continue }
      // Another export may be at work here; its process is there then.
      if kill(process, 0) != 0, errno == ESRCH { unlinkat(folder, name, 0) }
    }
  }

  /// A name that is no one's yet, hidden so that no half file is ever taken for a story.
  private mutating func openTemporary(for name: String) throws(CommandError) -> (name: String, handle: Int32) {
    for _ in 0..<1000 {
      count += 1
      let temporary = ".courant-\(getpid())-\(count)"
      let handle = openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if handle >= 0 { return (temporary, handle) }
      if errno != EEXIST { throw .exportNotCreated(file(name), errno) }
    }
    throw .exportNotCreated(file(name), EEXIST)
  }

  /// Names a file without ever taking the name from another one. File systems without links can only be asked first.
  private static func give(_ name: String, to temporary: String, in folder: Int32) -> Int32 {
    if linkat(folder, temporary, folder, name, 0) == 0 {
      unlinkat(folder, temporary, 0)
      return 0
    }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { return -1 }
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      errno = EEXIST
      return -1
    }
    return renameat(folder, temporary, folder, name)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What kind of thing a name stands for.
enum FileKind: Hashable, Sendable {
  case file, folder, pipe, socket, device
}

/// What the system tells about a file without its content.
struct FileStatus: Hashable, Sendable {
  var kind: FileKind
  var size: Int
  /// Seconds since 1970-01-01 00:00:00 UTC.
  var modified: Int64
  /// What names the file whatever path leads to it.
  var identity: Identity
  private var nanoseconds: Int

  struct Identity: Hashable, Sendable {
    var device: UInt64
    var node: UInt64
  }

  /// Follows links.
  init(of path: Path) throws(InputError) {
    var status = stat()
    let failed = path.withSystemName { stat($0, &status) } != 0
    if failed { throw InputError(errno: errno, of: .file(path)) }
    self.init(status)
  }

  init(descriptor: Int32, input: Input) throws(InputError) {
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw InputError(errno: errno, of: input) }
    self.init(status)
  }

  private init(_ status: stat) {
    kind = FileKind(mode: status.st_mode)
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int64(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
    identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), node: UInt64(status.st_ino))
  }
}

extension FileKind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }
}

extension InputError {
  init(errno code: Int32, of input: Input) {
    self.init(input: input, reason: code == ENOENT || code == ENOTDIR ? .missing : .refused(code))
  }
}

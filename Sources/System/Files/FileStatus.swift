#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What kind of thing a name stands for.
public enum FileKind: Hashable, Sendable {
  case file, folder, pipe, socket, device
  /// Told only where links are not followed.
  case link
}

/// What the system tells about a file without its content.
public struct FileStatus: Hashable, Sendable {
  public let kind: FileKind
  /// In bytes.
  public let size: Int
  /// When its content was changed last, in seconds since 1970-01-01 00:00:00 UTC.
  public let modified: Int64
  private let nanoseconds: Int
  public let identity: FileIdentity
  /// The bits that chmod sets.
  public let permissions: UInt32
  /// The number of the user that it belongs to.
  public let owner: UInt32

  /// - Parameter followsLinks: whether what a link leads to is asked about, and not the link.
  /// - Throws: `SystemError.refused`.
  public init(of path: Path, followsLinks: Bool = true) throws(SystemError) {
    var status = stat()
    let failed = path.withSystemName { followsLinks ? stat($0, &status) : lstat($0, &status) } != 0
    if failed { throw .refused(errno) }
    self.init(status)
  }

  /// The status of an open file.
  /// - Throws: `SystemError.refused`.
  public init(descriptor: Int32) throws(SystemError) {
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw .refused(errno) }
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
    identity = FileIdentity(status)
    permissions = UInt32(status.st_mode & 0o7777)
    owner = UInt32(status.st_uid)
  }

  /// Whether nothing was written between two looks at a file.
  public func hasSameContent(as other: FileStatus) -> Bool {
    (kind, size, modified, nanoseconds) == (other.kind, other.size, other.modified, other.nanoseconds)
      && identity == other.identity
  }
}

/// Which file a name stands for, whatever path leads to it: another one that is renamed over it has another identity.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let node: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(status.st_ino)
  }

  /// Nil if there is no such file.
  public init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

extension FileKind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFLNK: self = .link
    default: self = .device
    }
  }
}

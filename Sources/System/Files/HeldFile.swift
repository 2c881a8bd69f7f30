import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that others in this process may have locks on, open to look at its bytes and to know it again.
///
/// Whoever closes a file gives up all locks that the process has on it (POSIX), also those of a library such as SQLite. So
/// one descriptor serves all who look at a file through here, and it stays open as long as one of them holds on to it.
public final class HeldFile: Sendable {
  private static let held = Mutex<[FileIdentity: (descriptor: Int32, holders: Int)]>([:])

  /// For reading only.
  public let descriptor: Int32
  public let identity: FileIdentity

  /// Nil if it is no plain file, or cannot be read.
  public init?(_ path: String) {
    guard let file = Self.hold(path) else { return nil }
    (descriptor, identity) = file
  }

  /// What is held already is not opened again. A name that comes to stand for another file meanwhile is taken at its word.
  private static func hold(_ path: String) -> (Int32, FileIdentity)? {
    held.withLock { held in
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      if let held = hold(FileIdentity(status), in: &held) { return held }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { return nil }
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        return nil
      }
      let identity = FileIdentity(status)
      // Closing this one would give up locks on the file, so it stays open.
      if let held = hold(identity, in: &held) { return held }
      held[identity] = (descriptor, 1)
      return (descriptor, identity)
    }
  }

  private static func hold(
    _ identity: FileIdentity, in held: inout [FileIdentity: (descriptor: Int32, holders: Int)]
  ) -> (Int32, FileIdentity)? {
    guard let file = held[identity] else { return nil }
    held[identity] = (file.descriptor, file.holders + 1)
    return (file.descriptor, identity)
  }

  deinit {
    Self.held.withLock { held in
      guard let file = held[identity] else { return }
      held[identity] = file.holders > 1 ? (file.descriptor, file.holders - 1) : nil
      if file.holders == 1 { close(file.descriptor) }
    }
  }

  /// Whether the name still stands for this file, and not for another one, or none.
  public func isAt(_ path: String) -> Bool {
    FileIdentity(of: path) == identity
  }

  /// Whether no name stands for it any more, so that it is gone once it is closed.
  public var isNameless: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink == 0
  }

  /// When it was changed last, in seconds since 1970-01-01 00:00:00 UTC.
  public var changed: Int {
    (try? FileStatus(descriptor: descriptor)).map { Int($0.modified) } ?? 0
  }

  /// Whether another process has a lock on some of these bytes.
  public func isLockedElsewhere(from start: Int, count: Int) -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = (off_t(start), off_t(count))
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}

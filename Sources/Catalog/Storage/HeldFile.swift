import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which file a name stands for: another one that is renamed over it has another identity.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
  }

  /// Nil if there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// A database's file, open to look at its bytes and to know it again.
///
/// Whoever closes a file gives up all locks that the process has on it (POSIX), also SQLite's. So no database file is opened
/// but through here: one descriptor serves all who look at a file, and it stays open as long as one of them, or a
/// connection, holds on to it.
final class HeldFile: Sendable {
  private static let held = Mutex<[FileIdentity: (descriptor: Int32, holders: Int)]>([:])

  let descriptor: Int32
  let identity: FileIdentity

  /// Nil if it is no plain file, or cannot be read.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let identity = FileIdentity(status)
    let descriptor = Self.held.withLock { held in
      if let file = held[identity] {
        held[identity] = (file.descriptor, file.holders + 1)
        return file.descriptor
      }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      if descriptor >= 0 { held[identity] = (descriptor, 1) }
      return descriptor
    }
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.identity = identity
  }

  deinit {
    Self.held.withLock { held in
      guard let file = held[identity] else { return }
      held[identity] = file.holders > 1 ? (file.descriptor, file.holders - 1) : nil
      if file.holders == 1 { close(file.descriptor) }
    }
  }

  /// Whether the name still stands for this file, and not for another one, or none.
  func isAt(_ path: String) -> Bool {
    FileIdentity(of: path) == identity
  }

  /// Whether no name stands for it any more, so that it is gone once it is closed.
  var isNameless: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink == 0
  }

  /// When it was changed last, in seconds.
  var changed: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Files.changed(status) : 0
  }

  /// Whether another program has it open through SQLite, which locks a range of bytes for that
  /// (https://www.sqlite.org/lockingv3.html).
  var isOpenElsewhere: Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = SQLiteLock.range
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}

/// The bytes of a database file that SQLite locks: one for who is about to write, one for who writes, 510 for readers.
enum SQLiteLock {
  static let range: (start: off_t, length: off_t) = (0x4000_0000, 512)
}

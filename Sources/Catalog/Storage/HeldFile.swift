import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A database's file, open to look at its bytes.
///
/// Whoever closes a file gives up all locks that the process has on it (POSIX), also SQLite's: so one descriptor serves all
/// who look at a file, and it stays open as long as one of them, or a catalog, holds on to it.
final class HeldFile: Sendable {
  private struct Name: Hashable {
    var device: UInt64
    var file: UInt64
  }

  private static let held = Mutex<[Name: (descriptor: Int32, holders: Int)]>([:])

  let descriptor: Int32
  private let name: Name

  /// Nil if it is no plain file, or cannot be read.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let name = Name(device: UInt64(truncatingIfNeeded: status.st_dev), file: UInt64(status.st_ino))
    let descriptor = Self.held.withLock { held in
      if let file = held[name] {
        held[name] = (file.descriptor, file.holders + 1)
        return file.descriptor
      }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      if descriptor >= 0 { held[name] = (descriptor, 1) }
      return descriptor
    }
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.name = name
  }

  deinit {
    Self.held.withLock { held in
      guard let file = held[name] else { return }
      held[name] = file.holders > 1 ? (file.descriptor, file.holders - 1) : nil
      if file.holders == 1 { close(file.descriptor) }
    }
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps two programs from exchanging with one server for one catalog at once: each would take what the other has just said
/// for news. It holds as long as it is held, and what a kill leaves locks nobody out.
public final class ExchangeLock: Sendable {
  private let descriptor: Int32

  /// One that keeps nobody out.
  init() { descriptor = -1 }

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Nil where another has it.
  static func take(_ path: String) throws(CatalogError) -> ExchangeLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw [EACCES, EROFS].contains(errno) ? .readOnly : .cannotOpen(path: path) }
    let lock = ExchangeLock(descriptor)
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? lock : nil
  }
}

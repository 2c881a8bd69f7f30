import Synchronization
import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file beside a database (`-shm`) that the programs which have it open share as memory.
///
/// Where another program cuts it short, the system ends whoever looks behind its end (SIGBUS). So it is looked at before
/// each use, and given its length back: SQLite makes its content anew when it finds zeros there
/// (https://www.sqlite.org/walformat.html, 2.2 and 2.5).
final class SharedMemory: Sendable {
  private struct Known {
    var identity: FileIdentity?
    var size = 0
  }

  private let path: String
  private let known = Mutex(Known())

  init(beside database: String) {
    path = database + "-shm"
  }

  /// Gives the file back what was cut off since it was looked at last. Costs a microsecond.
  func mend() {
    guard let status = try? FileStatus(of: Path(path)) else { return }
    known.withLock { known in
      if known.identity == status.identity, status.size < known.size {
        // What is left of it would be taken for true: it has to be zeros from its beginning.
        truncate(path, 0)
        truncate(path, off_t(known.size))
      } else {
        known = Known(identity: status.identity, size: status.size)
      }
    }
  }

  /// Whether what lies beside a database still is the memory that was looked at last, and not that of another one.
  func isBeside(_ database: String) -> Bool {
    path == database + "-shm" && known.withLock { $0.identity != nil && $0.identity == FileIdentity(of: path) }
  }
}

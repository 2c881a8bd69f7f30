import GRDB
import Synchronization

/// Says whether another program committed something since it was asked last.
///
/// A connection is told of all commits but its own: so the one that writes is asked, once there is one.
final class CommitsOfOthers: Sendable {
  /// Which connection says so.
  enum Witness: Hashable {
    case reading, writing
  }

  private struct Seen {
    var revisions: [Witness: Int] = [:]
    /// Whether something was written while no connection was asked.
    var isMissed = false
  }

  private let seen = Mutex(Seen())

  /// What a connection calls the state that it sees: another number after each commit of others, and where the catalog was
  /// brought to another schema version.
  static func revision(of queue: DatabaseQueue) throws -> Int {
    try queue.inDatabase(revision(in:))
  }

  static func revision(in database: Database) throws -> Int {
    try (Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0) << 8 | database.version()
  }

  /// Whether the revision is another than the last one of the same witness.
  func haveCome(_ revision: Int, by witness: Witness) -> Bool {
    seen.withLock { seen in
      defer { (seen.revisions[witness], seen.isMissed) = (revision, false) }
      return seen.isMissed || seen.revisions[witness] != revision
    }
  }

  /// Before the first commit of our own, the connection that writes becomes the witness.
  func handOver(left: Int, taken: Int) {
    seen.withLock { seen in
      seen.isMissed = seen.isMissed || seen.revisions[.reading].map { $0 != left } ?? false
      seen.revisions[.writing] = taken
    }
  }

  /// All connections are new ones.
  func startAnew() {
    seen.withLock { $0 = Seen(isMissed: true) }
  }
}

import System

/// The file beside a database that says how a transaction that was broken off is taken back.
enum RollbackJournal {
  /// Whether there is one, be it of a transaction that is still going on.
  ///
  /// SQLite looks at the first byte alone (https://www.sqlite.org/lockingv3.html, 4.0), so that a beginning that was half
  /// written keeps out whoever only reads, too.
  static func isDue(_ path: String) -> Bool {
    guard let file = HeldFile(path + "-journal") else { return false }
    return RawBytes.read(file.descriptor, at: 0, count: 1)?.first.map { $0 != 0 } ?? false
  }
}

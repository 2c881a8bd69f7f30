import Briefing
import GRDB
import Synchronization
import System

/// That another program put another catalog in the place of the one that was open, as a tool that syncs or restores does.
public struct Replacement: Hashable, Sendable {
  /// The file that holds the catalog as it was; nil where it still has a name of its own elsewhere, or could not be kept.
  public var kept: String?
}

extension Storage {
  /// Whether the catalog that is open lies in its place no more.
  var isReplaced: Bool {
    guard let files else { return false }
    return present.withLock { !($0?.isAt(files.catalog) ?? true) }
  }

  func requireInPlace() throws(CatalogError) {
    if let files, isReplaced { throw .replaced(path: files.catalog) }
  }

  /// Opens what lies in the catalog's place now, where that is another one. The one that was open is kept beside it under
  /// another name if it has none any more.
  ///
  /// - Returns: nil if it is still the same.
  /// - Throws: why the other one cannot be opened. What was open stays open, to be read.
  func reopen() throws(CatalogError) -> Replacement? {
    guard let files, isReplaced else { return nil }
    return try Self.rethrowing(files) {
      try RescueLock.taking(files.folder) {
        keepAside(files)
        removeStaleLog(files)
      }
      let (connection, _) = try CatalogOpener(files).reading()
      for slot in [slots.counting, slots.finding, slots.countingFound, slots.following, slots.writing] {
        slot.replace()
      }
      slots.reading.replace(by: connection)
      present.withLock { $0 = connection.catalog }
      others.startAnew()
      return Replacement(kept: kept.withLock { kept in kept.take() })
    }
  }

  /// Copies what was open, unless it can be found under another name, or another program has copied it.
  private func keepAside(_ files: CatalogFiles) {
    guard let file = present.withLock(\.self), file.isNameless, kept.withLock({ $0 == nil }) else { return }
    let time = Moment(seconds: Int64(file.changed)).iso8601.filter { $0.isNumber || $0 == "T" }
    let name = "\(files.catalog).replaced-\(time)"
    let copy = Files.exists(name) ? name : try? read { try DatabaseCopy.write($0, to: name, in: files) }
    kept.withLock { $0 = copy }
  }

  /// The log of the catalog that was open would garble the one that lies there now, where it stayed behind: SQLite takes it
  /// for that one's. Once another program has opened that one, it is too late.
  private func removeStaleLog(_ files: CatalogFiles) {
    guard let successor = HeldFile(files.catalog), !successor.isOpenElsewhere, slots.reading.isLogOf(files.catalog)
    else {
      return
    }
    for path in CatalogFiles.companions(of: files.catalog) { Files.remove(path) }
  }
}

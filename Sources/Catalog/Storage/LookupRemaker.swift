import GRDB
import System

/// Makes a lookup of today beside one that an earlier program made with another fold, and puts it in its place once it is
/// whole: until then the earlier one answers.
///
/// Two programs may do so at once: each part is taken in by one of them, and what was broken off goes on where it ended. All
/// of it is done under the lock of who makes lookups.
struct LookupRemaker: Sendable {
  private let files: CatalogFiles
  private let present: LookupOpener
  private let next: LookupOpener

  init(_ files: CatalogFiles, beside catalog: CatalogOpener) {
    self.files = files
    present = LookupOpener(files, beside: catalog)
    next = LookupOpener(files.next, beside: catalog)
  }

  /// Takes a batch into the next lookup, or none.
  /// - Returns: whether it was taken in here, and up to which bundle the next lookup has come; nil where there is none to be
  ///   made, because the one in its place is of today.
  func take(_ batch: IndexBatch?) throws -> (isTaken: Bool, reached: Int64)? {
    try RescueLock.taking(files.folder) {
      guard try present.isOlder() else { return nil }
      try next.openedOrMade().close()
      let connection = try next.followingAsItIs()
      defer { connection.close() }
      return try connection.use { queue in
        try queue.inDatabase { database in
          try Storage.transaction(.deferred, in: database) { database in
            let isTaken = try batch.map { try LookupIndexer.index($0, in: database) } ?? false
            return (isTaken, try LookupIndexer.reached(in: database))
          }
        }
      }
    }
  }

  /// Puts the next lookup in the place of the present one. Who has that open keeps it until they ask again.
  func finish() throws {
    try RescueLock.taking(files.folder) {
      guard try present.isOlder() else { return }
      let connection = try next.followingAsItIs()
      do {
        defer { connection.close() }
        try connection.use { queue in try queue.inDatabase(LookupSchema.shareAsCatalog) }
      }
      // With a log beside it, it would not be whole without that.
      guard !CatalogFiles.companions(of: files.next.lookup).contains(where: Files.exists) else {
        throw CatalogError.lookupBusy
      }
      try Files.sync(files.next.lookup)
      files.removePresentLookup()
      try Files.move(files.next.lookup, to: files.lookup)
    }
  }
}

import Briefing
import GRDB
import System

/// That a damaged catalog was set aside, and what of it is in the new one.
public struct Rescue: Hashable, Sendable {
  /// How many stories are in the new catalog.
  public var saved: Int
  /// How many of these are not word for word what they were.
  public var garbled: Int
  /// How many the damaged one had that are not in the new one, as far as it still says.
  public var lost: Int
  /// The file that holds the damaged catalog. It is never deleted, and none is written over.
  public var damaged: String
}

extension Catalog {
  /// Sets a damaged catalog aside and puts everything of it that can be read into a new one in its place.
  ///
  /// Nobody may have it open meanwhile, this process included. Costs some tenths of a millisecond a story. It can be broken
  /// off at any moment: the catalog is then as it was, or the next opening brings it to its end.
  /// - Returns: nil if there is nothing to rescue: the catalog is sound.
  public static func rescue(at path: String) throws(CatalogError) -> Rescue? {
    let files = CatalogFiles(catalog: path)
    return try Storage.rethrowing(files) { try Rescue.run(files) }
  }

  /// Whether a kill came just when the catalog had been set aside, and the new one had not taken its place: the next opening
  /// brings that to its end.
  public static func isBeingRescued(at path: String) -> Bool {
    Files.exists(CatalogFiles(catalog: path).rescued)
  }

  /// Throws away what is found in the stories of a catalog: the next search makes it again.
  public static func forgetLookup(at path: String) throws(CatalogError) {
    let files = CatalogFiles(catalog: path)
    try Storage.rethrowing(files) { try RescueLock.taking(files.folder) { files.removeLookup() } }
  }
}

extension Rescue {
  static func run(_ files: CatalogFiles) throws -> Rescue? {
    try RescueLock.taking(files.folder) {
      try place(files)
      guard try isDamaged(files) else { return nil }
      let unfinished = files.rescued + ".part"
      for path in CatalogFiles.companions(of: unfinished) + [unfinished] { Files.remove(path) }
      var rescue: Rescue
      do {
        guard let file = PageFile(files.catalog, alone: true) else {
          throw CatalogError.cannotOpen(path: files.catalog)
        }
        try RescueLock.beAlone(file.file)
        rescue = try CatalogRebuilder.rebuild(from: file, at: unfinished)
        for path in CatalogFiles.companions(of: unfinished) { Files.remove(path) }
        try Files.sync(unfinished)
        try Files.move(unfinished, to: files.rescued)
        try Files.sync(files.folder)
      }
      rescue.damaged = try place(files) ?? files.catalog
      return rescue
    }
  }

  /// Brings a rescue to its end that was broken off after the new catalog was whole.
  static func finish(_ files: CatalogFiles) throws {
    guard Files.exists(files.rescued) else { return }
    _ = try RescueLock.taking(files.folder) { try place(files) }
  }

  /// Moves the damaged catalog aside, and the new one into its place.
  /// - Returns: where the damaged one is; nil if there is no new one.
  @discardableResult
  private static func place(_ files: CatalogFiles) throws -> String? {
    guard Files.exists(files.rescued) else { return nil }
    // The same name whenever it is tried again, so that what belongs together stays together.
    let time = Moment(seconds: Int64(Files.changed(files.rescued))).iso8601.filter { $0.isNumber || $0 == "T" }
    var damaged = "\(files.catalog).damaged-\(time)"
    if Files.exists(files.catalog) {
      if Files.exists(damaged) { damaged = Files.free(damaged) }
      for ending in ["-wal", "-journal"] {
        if Files.size(of: files.catalog + ending) > 0 {
          try Files.move(files.catalog + ending, to: damaged + ending)
        } else {
          Files.remove(files.catalog + ending)
        }
      }
      Files.remove(files.catalog + "-shm")
      try Files.move(files.catalog, to: damaged)
    }
    files.removeLookup()
    try Files.move(files.rescued, to: files.catalog)
    try Files.sync(files.folder)
    return damaged
  }

  private static func isDamaged(_ files: CatalogFiles) throws(CatalogError) -> Bool {
    do throws(CatalogError) {
      return try !Catalog(Storage.onDisk(files)).flaws(in: .catalog).isEmpty
    } catch .corrupt {
      return true
    }
  }
}

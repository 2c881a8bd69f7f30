import Catalog

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the user's catalog lies: `$XDG_DATA_HOME/courant`, or else `~/.local/share/courant`.
///
/// The XDG Base Directory Specification says that a relative or empty `XDG_DATA_HOME` is to be ignored.
struct CatalogPlace {
  /// The folder of the user's that Courant's own is made in.
  let base: String
  /// Whether the base is the home folder's; then the home folder has to be there already.
  private let home: String?

  init() throws(PlaceError) {
    let given = [try Self.value(of: "XDG_DATA_HOME"), try Self.value(of: "HOME")]
    try self.init { $0 == "HOME" ? given[1] : given[0] }
  }

  init(environment: (String) -> String?) throws(PlaceError) {
    if let given = environment("XDG_DATA_HOME"), given.hasPrefix("/") {
      (base, home) = (given, nil)
    } else if let given = environment("HOME"), !given.isEmpty {
      (base, home) = (given + "/.local/share", given)
    } else {
      throw .noHome
    }
  }

  var folder: String { base + "/courant" }
  var catalog: String { folder + "/catalog.db" }
  var lookup: String { folder + "/lookup.db" }

  /// Opens the catalog for reading; there has to be one.
  /// - Parameter upgraded: told when a change brought it to the schema version of this program.
  func openToRead(
    upgraded: @escaping @Sendable (Upgrade) -> Void = { StandardError.say($0.sentence) }
  ) throws -> Catalog {
    try requireFile()
    guard try exists else { throw RequestError.noCatalog }
    return try opened { () throws(CatalogError) in try Catalog.open(at: catalog, upgraded: upgraded) }
  }

  /// Opens the catalog to look at it, and leaves it as it is.
  func openToInspect() throws -> Catalog {
    try requireFile()
    guard try exists else { throw RequestError.noCatalog }
    return try Private.making { () throws(CatalogError) in try Catalog.openToInspect(at: catalog) }
  }

  /// Opens the catalog for writing, and makes it and the folders that are missing.
  func openToWrite() throws -> Catalog {
    try makeFolder()
    let onNetwork = NetworkDisk.kind(of: folder) != nil
    return try opened { () throws(CatalogError) in
      try Catalog.openOrCreate(at: catalog, onNetwork: onNetwork) { StandardError.say($0.sentence) }
    }
  }

  /// Makes the folder of the catalog, if it is missing, and sees that nothing but a catalog is in its place.
  func makeFolder() throws {
    if let home, FolderMaking.isMissing(home) { throw PlaceError.missingHome(home) }
    try FolderMaking.make(folder)
    try requireFile()
  }

  /// Opens the catalog; one that turns out to be damaged is set aside, and what could be saved of it opened instead.
  private func opened(_ open: () throws(CatalogError) -> Catalog) throws -> Catalog {
    do throws(CatalogError) {
      return try Private.making(open)
    } catch .corrupt {
      if let rescue = try Catalog.rescue(at: catalog) { StandardError.say(rescue.sentence) }
      return try Private.making(open)
    }
  }

  var exists: Bool {
    get throws(PlaceError) {
      var status = stat()
      if lstat(catalog, &status) == 0 { return true }
      switch errno {
      case ENOENT: return Catalog.isBeingRescued(at: catalog)
      case ENOTDIR: throw .isNoFolder(FolderMaking.obstacle(above: folder) ?? folder)
      case let code: throw .unreachable(catalog, code)
      }
    }
  }

  /// Nothing but a file of its own is opened: whoever put a link or a pipe there meant another program, or harm.
  private func requireFile() throws(PlaceError) {
    var status = stat()
    guard lstat(catalog, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFLNK: throw .isLink(catalog)
    default: throw .isNoFile(catalog)
    }
  }

  /// Whether an open file is one of the catalog's, which are no stories.
  static func isPart(_ descriptor: Int32) -> Bool {
    guard let place = try? CatalogPlace(), let file = try? FileStatus(descriptor: descriptor, input: .standardInput)
    else {
      return false
    }
    let names = [place.catalog, place.lookup].flatMap { [$0, $0 + "-wal", $0 + "-shm"] }
    return names.contains { (try? FileStatus(of: Path(bytes: Array($0.utf8))))?.identity == file.identity }
  }

  private static func value(of name: String) throws(PlaceError) -> String? {
    guard let value = getenv(name) else { return nil }
    guard let text = String(validatingCString: value) else { throw .notText(name) }
    return text
  }
}

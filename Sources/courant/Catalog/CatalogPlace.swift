import Catalog
import System

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

  init() throws(CommandError) {
    let given = [try Self.value(of: "XDG_DATA_HOME"), try Self.value(of: "HOME")]
    try self.init { $0 == "HOME" ? given[1] : given[0] }
  }

  init(environment: (String) -> String?) throws(CommandError) {
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
  /// - Parameter upgraded: told when a change brings it to the schema version of this program.
  func openToRead(
    upgraded: @escaping @Sendable (UpgradeStage) -> Void = { StandardError.say($0.sentence) }
  ) throws -> Catalog {
    try requireFile()
    guard try exists else { throw CommandError.noCatalog }
    return try opened { () throws(CatalogError) in try Catalog.open(at: catalog, upgraded: upgraded) }
  }

  /// Opens the catalog to look at it, and leaves it as it is.
  func openToInspect() throws -> Catalog {
    try requireFile()
    guard try exists else { throw CommandError.noCatalog }
    return try PrivateFiles.making { () throws(CatalogError) in try Catalog.openToInspect(at: catalog) }
  }

  /// Opens the catalog for writing, and makes it and the folders that are missing.
  func openToWrite() throws -> Catalog {
    try makeFolder()
    let onNetwork = Disk.networkKind(of: folder) != nil
    return try opened { () throws(CatalogError) in
      try Catalog.openOrCreate(at: catalog, onNetwork: onNetwork) { StandardError.say($0.sentence) }
    }
  }

  /// Makes the folder of the catalog, if it is missing, and sees that nothing but a catalog is in its place.
  func makeFolder() throws {
    if let home, Files.isMissing(home) { throw CommandError.missingHome(home) }
    do throws(SystemError) {
      try PrivateFiles.makeFolder(folder)
    } catch .notFolder(let path) {
      throw CommandError.notFolder(path)
    } catch {
      throw CommandError.noFolder(folder, error.number)
    }
    try requireFile()
  }

  /// Opens the catalog; one that turns out to be damaged is set aside, and what could be saved of it opened instead.
  private func opened(_ open: () throws(CatalogError) -> Catalog) throws -> Catalog {
    do throws(CatalogError) {
      return try PrivateFiles.making(open)
    } catch .corrupt {
      if let rescue = try Catalog.rescue(at: catalog) { StandardError.say(rescue.sentence) }
      return try PrivateFiles.making(open)
    }
  }

  var exists: Bool {
    get throws(CommandError) {
      do throws(SystemError) {
        _ = try FileStatus(of: Path(catalog), followsLinks: false)
        return true
      } catch .refused(ENOENT) {
        return Catalog.isBeingRescued(at: catalog)
      } catch .refused(ENOTDIR) {
        throw .notFolder(PrivateFiles.obstacle(above: folder) ?? folder)
      } catch {
        throw .unreachable(catalog, error.number)
      }
    }
  }

  /// Nothing but a file of its own is opened: whoever put a link or a pipe there meant another program, or harm.
  private func requireFile() throws(CommandError) {
    guard let status = try? FileStatus(of: Path(catalog), followsLinks: false) else { return }
    switch status.kind {
    case .file: return
    case .link: throw .catalogIsLink(catalog)
    default: throw .catalogIsNoFile(catalog)
    }
  }

  /// Whether an open file is one of the catalog's, which are no stories.
  static func isPart(_ file: FileIdentity) -> Bool {
    guard let place = try? CatalogPlace() else { return false }
    let names = [place.catalog, place.lookup].flatMap { [$0, $0 + "-wal", $0 + "-shm"] }
    return names.contains { FileIdentity(of: $0) == file }
  }

  private static func value(of name: String) throws(CommandError) -> String? {
    guard let value = Environment.bytes(of: name) else { return nil }
    guard let text = String(validating: value, as: UTF8.self) else { throw .notUTF8(variable: name) }
    return text
  }
}

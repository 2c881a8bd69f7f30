import System

/// Whether the catalog's folder and files are where, whose and what they should be.
enum PlaceChecks {
  static func all(_ place: CatalogPlace) -> [Check] {
    var checks: [Check] = []
    if let folder = status(of: place.folder) { checks.append(privacy(place.folder, folder, allowed: 0o700)) }
    checks += own.compactMap { name in
      let path = place.folder + "/" + name
      return status(of: path).flatMap { file(path, $0) }
    }
    return checks + leftovers(in: place)
  }

  /// SQLite keeps what is under way beside a file: `-wal` and `-shm` while the catalog is in use.
  private static let own =
    ["catalog.db", "catalog.db-wal", "catalog.db-shm"]
    + ["lookup.db", "lookup.db-wal", "lookup.db-shm", "sync.lock"]

  private static func file(_ path: String, _ status: FileStatus) -> Check? {
    let check = privacy(path, status, allowed: 0o600)
    // Files that are as they should be are told of by their sizes.
    return check.verdict == .ok ? nil : check
  }

  private static func privacy(_ path: String, _ status: FileStatus, allowed: UInt32) -> Check {
    let mode = status.permissions & 0o777
    let octal = String(allowed, radix: 8)
    if status.owner != CurrentProcess.user {
      return .note("\(quoted(path)) belongs to another user (number \(status.owner))", "marks may not be kept")
    }
    if !Files.mayWrite(path) { return .wrong("\(quoted(path)) cannot be written", "chmod \(octal) makes it so") }
    if mode & ~allowed != 0 {
      return .wrong("\(quoted(path)) is open to others (mode \(String(mode, radix: 8)))", "chmod \(octal) closes it")
    }
    return .ok("\(quoted(path)) is yours alone")
  }

  /// What lies beside the catalog: backups, and what was set aside as damaged.
  private static func leftovers(in place: CatalogPlace) -> [Check] {
    Files.names(in: place.folder).filter { !own.contains($0) }.map { name in
      let size = status(of: place.folder + "/" + name).map { " (\($0.size.inBytes))" } ?? ""
      return .note(
        "beside the catalog lies \(quoted(name))\(size)", "delete it once you are sure that nothing is missing")
    }
  }

  private static func status(of path: String) -> FileStatus? {
    try? FileStatus(of: Path(path), followsLinks: false)
  }
}

/// Whether the disk has room, and is one that a catalog can be trusted to.
enum DiskChecks {
  private static let scarce = 100_000_000

  static func all(_ place: CatalogPlace) -> [Check] {
    // Where nothing is there yet, what the catalog would lie on is what its nearest folder lies on.
    var folder = place.folder
    while !Files.isFolder(folder), let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = String(folder[..<slash])
    }
    return [room(folder), system(folder)].compactMap { $0 }
  }

  private static func room(_ folder: String) -> Check? {
    guard let free = Disk.freeSpace(at: folder) else { return nil }
    guard free < scarce else { return .ok("\(free.inBytes) free on the disk") }
    return .wrong("only \(free.inBytes) free on the disk", "make room: a story takes some 8 kB")
  }

  private static func system(_ folder: String) -> Check? {
    guard let network = Disk.networkKind(of: folder) else { return nil }
    return .wrong(
      "the catalog lies on a network file system (\(network)), where two programs at once can damage it",
      "set XDG_DATA_HOME to a folder on a disk of this machine")
  }
}

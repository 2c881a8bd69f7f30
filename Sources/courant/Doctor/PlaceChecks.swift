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
    + ["lookup.db", "lookup.db-wal", "lookup.db-shm"]

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

extension Int {
  /// `820 bytes`, `4.2 MB`: in thousands, as disks are sold.
  var inBytes: String {
    guard self >= 1000 else { return "\(self) bytes" }
    var (value, unit) = (Double(self) / 1000, "kB")
    for larger in ["MB", "GB", "TB"] where value >= 999.5 { (value, unit) = (value / 1000, larger) }
    let tenths = Int((value * 10).rounded())
    return value < 9.95 ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\(Int(value.rounded())) \(unit)"
  }
}

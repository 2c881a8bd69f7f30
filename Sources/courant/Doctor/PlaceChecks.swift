#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether the catalog's folder and files are where, whose and what they should be.
enum PlaceChecks {
  static func all(_ place: CatalogPlace) -> [Check] {
    var checks: [Check] = []
    if let folder = mode(of: place.folder) { checks.append(privacy(place.folder, folder, allowed: 0o700)) }
    checks += files(in: place).flatMap { name in
      mode(of: place.folder + "/" + name).map { [file(place.folder + "/" + name, $0)] } ?? []
    }.compactMap { $0 }
    return checks + leftovers(in: place)
  }

  /// SQLite keeps what is under way beside a file: `-wal` and `-shm` while the catalog is in use.
  private static let own =
    ["catalog.db", "catalog.db-wal", "catalog.db-shm"]
    + ["lookup.db", "lookup.db-wal", "lookup.db-shm"]

  private static func files(in place: CatalogPlace) -> [String] {
    own.filter { mode(of: place.folder + "/" + $0) != nil }
  }

  private static func file(_ path: String, _ status: stat) -> Check? {
    let check = privacy(path, status, allowed: 0o600)
    // Files that are as they should be are told of by their sizes.
    return check.verdict == .ok ? nil : check
  }

  private static func privacy(_ path: String, _ status: stat, allowed: mode_t) -> Check {
    let mode = status.st_mode & 0o777
    let octal = String(allowed, radix: 8)
    if status.st_uid != geteuid() {
      return .note("\(quoted(path)) belongs to another user (number \(status.st_uid))", "marks may not be kept")
    }
    if access(path, W_OK) != 0 { return .wrong("\(quoted(path)) cannot be written", "chmod \(octal) makes it so") }
    if mode & ~allowed != 0 {
      return .wrong("\(quoted(path)) is open to others (mode \(String(mode, radix: 8)))", "chmod \(octal) closes it")
    }
    return .ok("\(quoted(path)) is yours alone")
  }

  /// What lies beside the catalog: backups, and what was set aside as damaged.
  private static func leftovers(in place: CatalogPlace) -> [Check] {
    guard let handle = opendir(place.folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = String(cString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
      if !own.contains(name), name != ".", name != ".." { names.append(name) }
    }
    return names.sorted().map { name in
      let size = mode(of: place.folder + "/" + name).map { " (\(Int($0.st_size).inBytes))" } ?? ""
      return .note(
        "beside the catalog lies \(quoted(name))\(size)", "delete it once you are sure that nothing is missing")
    }
  }

  private static func mode(of path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
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

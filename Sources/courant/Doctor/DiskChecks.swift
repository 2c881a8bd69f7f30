import System

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

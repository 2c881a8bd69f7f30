import Briefing
import Reader
import System

/// A path as one types it into a prompt, `~` standing for the home folder.
enum TypedPath {
  static func path(_ typed: String) -> Path {
    guard typed == "~" || typed.hasPrefix("~/"), let home = Environment["HOME"], !home.isEmpty else {
      return Path(typed)
    }
    return Path(home + typed.dropFirst())
  }

  /// What lies in a folder and can be typed, in the order of the names; of very many, the first. Nothing where the folder
  /// cannot be read.
  static func entries(of typed: String) -> [FolderEntry] {
    guard let folder = try? Folder(path(typed.isEmpty ? "." : typed), where: { _ in true }) else { return [] }
    return (0..<min(folder.count, most)).compactMap { index in
      let bytes = folder.name(index)
      let name = String(decoding: bytes, as: UTF8.self)
      guard name.utf8.elementsEqual(bytes), Gate.text(of: name) == name else { return nil }
      return FolderEntry(name: name, isFolder: isFolder(index, of: folder))
    }
  }

  private static func isFolder(_ index: Int, of folder: Folder) -> Bool {
    switch folder.kind(index) {
    case .folder: true
    case .unknown: (try? FileStatus(of: folder.path(index)))?.kind == .folder
    case .file, .special: false
    }
  }

  private static let most = 10_000
}

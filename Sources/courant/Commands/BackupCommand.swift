import ArgumentParser
import Briefing
import Catalog

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write the whole catalog into one file.", usage: "courant backup FILE [--force]",
    discussion: """
      The file holds everything: originals, versions, marks, notes, tags, places, queries, and what can be undone; courant \
      restore FILE brings it back, and tells if it is damaged. Other programs may use the catalog meanwhile. Settings are in \
      config.toml, and are not part of it.
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
  var file: Input
  @Flag(help: "Replace a file of that name.")
  var force = false

  func run() throws {
    let path = try BackupPath.of(file)
    let catalog = try CatalogPlace().openToRead()
    let bytes = try catalog.backUp(to: path, replacing: force)
    let stories = try catalog.count(Listing()).stories
    Talk.say(
      "\(stories.counted("story", "stories")) in \(quoted(path)) (\(bytes.inBytes)), with everything that you set")
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring the catalog of a backup back.", usage: "courant restore FILE [--force]",
    discussion: """
      Nothing is changed unless the backup is whole. Where there is a catalog already, --force puts the backup in its place, \
      and keeps that one beside it.
      """)

  @Argument(help: ArgumentHelp("A file that courant backup wrote.", valueName: "file"))
  var file: Input
  @Flag(help: "Put it in the place of the catalog that is there.")
  var force = false

  func run() throws {
    let path = try BackupPath.of(file)
    let place = try CatalogPlace()
    try place.makeFolder()
    let former = try Catalog.restore(path, to: place.catalog, replacing: force)
    let stories = try place.openToWrite().count(Listing()).stories
    let kept = former.map { "; the catalog that was there is kept as \(quoted($0))" } ?? ""
    Talk.say("\(stories.counted("story", "stories")) restored from \(quoted(path))\(kept)")
  }
}

/// The file that a backup is written into, or read from.
private enum BackupPath {
  /// SQLite opens files by names that are text.
  static func of(_ input: Input) throws -> String {
    guard case .file(let path) = input else {
      throw ValidationError("A backup is a file; - does not stand for one here.")
    }
    guard let text = String(validating: path.absolute.bytes, as: UTF8.self) else {
      throw ValidationError("The name of the file is not UTF-8; name another one.")
    }
    return text
  }
}

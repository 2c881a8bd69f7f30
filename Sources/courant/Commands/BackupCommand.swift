import ArgumentParser
import Briefing
import Catalog
import System

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
    StandardError.say(
      "\(stories.counted("story", "stories")) in \(quoted(path)) (\(bytes.inBytes)), with everything that you set")
  }
}

/// The file that a backup is written into, or read from.
enum BackupPath {
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

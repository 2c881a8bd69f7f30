import ArgumentParser
import Briefing
import Catalog
import System

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring removed stories back, or the catalog of a backup.",
    usage: "courant restore ID…|-\ncourant restore FILE [--force]",
    discussion: """
      courant list is:removed | courant restore - brings all removed stories back. A name with a dot or a slash in it, or of \
      a file that is there, is a backup's: nothing is changed unless that is whole, and where there is a catalog already, \
      --force puts the backup in its place, and keeps that one beside it.
      """)

  @OptionGroup var stories: StoryNames
  @Flag(help: "Put a backup in the place of the catalog that is there.")
  var force = false

  func run() throws {
    guard let file = stories.names.lazy.compactMap(Self.file).first else {
      return try Removing.set(false, on: stories)
    }
    guard stories.names.count == 1 else {
      throw ValidationError("A backup is restored by itself, without ids of stories.")
    }
    try restore(BackupPath.of(file))
  }

  /// The file that a name stands for; nil for what is an id.
  private static func file(_ name: String) -> Input? {
    guard case .file(let path) = Input(argument: name) else { return nil }
    let isFile = name.contains { "./".contains($0) } || (try? FileStatus(of: path)) != nil
    return isFile ? .file(path) : nil
  }

  private func restore(_ path: String) throws {
    let place = try CatalogPlace()
    try place.makeFolder()
    let former = try Catalog.restore(path, to: place.catalog, replacing: force)
    let stories = try place.openToWrite().count(Listing()).stories
    let kept = former.map { "; the catalog that was there is kept as \(quoted($0))" } ?? ""
    StandardError.say("\(stories.counted("story", "stories")) restored from \(quoted(path))\(kept)")
  }
}

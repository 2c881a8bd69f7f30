import ArgumentParser
import Briefing
import Catalog
import System

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Put stories out of sight.", usage: "courant remove ID…|-",
    discussion: """
      They leave lists, counts, searches, questions and sources, and stay away when they are added again. \
      courant list is:removed shows them; courant restore brings them back with all that was set on them, and so do \
      courant undo and U in the reader. courant purge forgets them for good.
      """)

  @OptionGroup var stories: StoryNames

  func run() throws {
    try Removing.set(true, on: stories)
  }
}

/// Removes the stories that a command line names, or brings them back, all at once.
enum Removing {
  /// Up to how many stories leave the search before the command ends; of more, the next search takes care.
  private static let mostAtOnce = 500

  static func set(_ isRemoved: Bool, on names: StoryNames) throws {
    var errors = ErrorReporter()
    let catalog = try CatalogPlace().openToRead()
    let stories = try names.stories(in: catalog, &errors)
    if !stories.isEmpty {
      let change = Change.remove(stories, isRemoved: isRemoved)
      let isDifferent = try catalog.apply(change, at: .now)
      StandardError.say(isDifferent ? change.sentence : "\(change.sentence) already")
      // Worth no failure, nor a wait until all of an older lookup is made again: whoever searches next makes up for it.
      let isQuick = stories.count <= mostAtOnce && (try? catalog.isLookupOlder()) == false
      if isDifferent, isQuick { try? catalog.catchUp() }
    }
    try errors.finish()
  }
}

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

struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Forget removed stories for good, and make the catalog smaller.",
    usage: "courant purge [--older AGE]",
    discussion: """
      What was removed, or taken out by undoing an add, is gone with everything that was set on it. Nothing brings it back \
      but adding it anew.
      """)

  @Option(
    help: ArgumentHelp(
      "Only what was removed at least so long ago, as 30d, 12h or 8w.", valueName: "age"))
  var older: Age?

  func run() throws {
    let catalog = try CatalogPlace().openToRead()
    let now = Moment.now
    let purged = try catalog.purge(removedUpTo: Moment(seconds: now.seconds - (older?.seconds ?? 0)))
    StandardError.say(purged.sentence)
  }
}

/// A length of time as one types it: `30d`.
struct Age: ExpressibleByArgument, Hashable {
  let seconds: Int64

  init?(argument: String) {
    let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    guard let last = argument.last, let unit = units[last], let count = Int64(argument.dropLast()), count >= 0,
      case (let seconds, let isTooMuch) = count.multipliedReportingOverflow(by: unit), !isTooMuch, seconds < 1 << 40
    else { return nil }
    self.seconds = seconds
  }
}

extension Purged {
  var sentence: String {
    let gone =
      stories == 0 ? "nothing was removed that long ago" : "\(stories.counted("story is", "stories are")) gone for good"
    guard isShrunk else { return gone + "; the file becomes smaller once no other program has it open" }
    return bytes > 0 ? gone + ", and the catalog is \(bytes.inBytes) smaller" : gone
  }
}

import ArgumentParser
import Briefing
import Catalog

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
    let units: [Character: Int64] = ["h": 3600, "d": 86_400, "w": 604_800]
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

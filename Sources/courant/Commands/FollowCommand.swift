import ArgumentParser
import Briefing
import Catalog
import Newsdesk
import System

struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Follow feeds: their stories come with each refresh.",
    usage: "courant follow URL… [--tag T] [--every 2h] [--full] [--keep 30d] [--feed N]",
    discussion: """
      An address is that of a feed (RSS, Atom, JSON Feed), of a page that names one, of a list of feeds (OPML), or \
      kagi:world for a category of Kagi News. Where a page names several feeds they are listed, and --feed takes one. Following a feed again \
      changes what is chosen for it. courant feeds lists what is followed, courant unfollow ends it, courant refresh fetches.
      """)

  @Argument(help: ArgumentHelp("Addresses of feeds or pages, or kagi:CATEGORY.", valueName: "url"))
  var addresses: [String]
  @Option(
    name: .customLong("tag"), help: ArgumentHelp("Tag its stories when they come (again and again).", valueName: "tag"))
  var tags: [String] = []
  @Option(help: ArgumentHelp("What lists call it.", valueName: "title"))
  var title: String?
  @Option(help: ArgumentHelp("How often to fetch it at most, as 30m, 2h or 1d.", valueName: "time"))
  var every: Age?
  @Flag(
    inversion: .prefixedNo,
    help: "Fetch the page of each entry as well; without either, where entries are only openings.")
  var full: Bool?
  @Option(help: ArgumentHelp("How long entries stay that were read, as 30d, or forever.", valueName: "age|forever"))
  var keep: KeptTime?
  @Option(
    name: .customLong("feed"),
    help: ArgumentHelp("Which of several feeds that a page names (again and again).", valueName: "n"))
  var choices: [Int] = []
  @OptionGroup var network: NetworkOptions

  func run() throws {
    var errors = ErrorReporter()
    let catalog = try CatalogPlace().openToWrite()
    let desk = Newsdesk(for: catalog, isOffline: network.offline)
    let stop = FetchStop()
    let interruption = Interruption()
    interruption.watch { stop.stop() }
    for (address, choice) in named where !stop.isStopped {
      do {
        say(try desk.follow(address, choice: choice, settings: settings, stop: stop), address)
      } catch let failure as FetchFailure {
        errors.tell(NamedFailure(name: address, failure: failure))
      }
    }
    try catalog.makeSearchable { _ in !stop.isStopped }
    if let signal = interruption.signal { throw ExitCode(128 + signal) }
    try errors.finish()
  }

  /// What is to be followed: of a page with several feeds, each that was chosen.
  private var named: [(address: String, choice: Int?)] {
    addresses.flatMap { address in choices.isEmpty ? [(address, nil)] : choices.map { (address, $0) } }
  }

  /// Nil where nothing was chosen, so that a feed that is followed keeps what was chosen before.
  private var settings: FeedSettings? {
    guard !tags.isEmpty || title != nil || every != nil || full != nil || keep != nil else { return nil }
    return FeedSettings(
      tags: tags.compactMap { Tag.name($0) }, title: title, interval: every.map { Int(clamping: $0.seconds) },
      isFullText: full, keep: keep?.keep ?? .days(90))
  }

  private func say(_ followed: Followed, _ address: String) {
    guard followed.feeds.count == 1, let feed = followed.feeds.first else {
      let known = followed.feeds.count - followed.new
      return StandardError.say(
        "\(followed.new.counted("feed")) followed" + (known > 0 ? ", \(known.grouped) already" : "")
          + "; courant refresh fetches them")
    }
    let stories = followed.stories.counted("new story", "new stories")
    StandardError.say("\(followed.new > 0 ? "following" : "following already:") \(quoted(feed.name)), \(stories)")
  }
}

/// How long entries stay that were read.
struct KeptTime: ExpressibleByArgument {
  let keep: FeedSettings.Keep

  init?(argument: String) {
    if argument == "forever" {
      keep = .forever
    } else if let age = Age(argument: argument), age.seconds >= 86_400 {
      keep = .days(Int(clamping: age.seconds / 86_400))
    } else {
      return nil
    }
  }
}

/// Why something that the user named was not fetched.
struct NamedFailure: UserFacingError {
  let name: String
  let failure: FetchFailure

  var sentence: String {
    guard case .severalFeeds(let feeds) = failure else { return "\(quoted(name)): \(failure.words)" }
    let list = feeds.enumerated().map { index, feed in
      let title = feed.title.map { displayable($0) + "  " } ?? ""
      return "\n  \(index + 1)  \(title)\(feed.address.shown)"
    }
    return "\(quoted(name)) names \(feeds.count) feeds; choose one with --feed N:" + list.joined()
  }

  var code: ExitCode { failure.code }
}

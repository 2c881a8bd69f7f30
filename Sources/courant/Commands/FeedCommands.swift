import ArgumentParser
import Briefing
import Catalog
import Formats
import System

struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "The feeds that you follow, with what is unread.", usage: "courant feeds [--json]",
    discussion: """
      A line each, in the order of their names: how many stories are unread and how many there are, when it was fetched last, \
      and what is wrong with it. courant list feed:NAME lists the stories of one.
      """)

  @OptionGroup var list: ListOptions

  func run() throws {
    var output = Output()
    let feeds = try CatalogPlace().openToRead().subscriptions().sortedByName
    let days = ListDates.printed
    for feed in feeds { try output.line(list.json ? feed.json.line : feed.line(days)) }
    try output.flush()
    if feeds.isEmpty { StandardError.say("no feed is followed yet; courant follow URL follows one") }
  }
}

struct UnfollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unfollow", abstract: "Follow feeds no more.", usage: "courant unfollow NAME…",
    discussion: """
      Their stories stay. A name is what courant feeds prints, or its beginning or a word of it as long as only one feed is meant, \
      or the feed’s address. courant undo and U in the reader follow it again, with all that was known of it.
      """)

  @Argument(help: ArgumentHelp("Names or addresses of feeds.", valueName: "name"))
  var names: [String]

  func run() throws {
    var errors = ErrorReporter()
    let catalog = try CatalogPlace().openToRead()
    let feeds = NamedFeeds(try catalog.subscriptions())
    for feed in names.compactMap({ feeds.feed(named: $0, &errors) }) {
      guard feed.stream == nil else {
        errors.tell(CommandError.feedOfAccount(feed.name))
        continue
      }
      let isDifferent = try catalog.apply(.follow(feed.key, isFollowed: false), at: .now)
      StandardError.say("\(quoted(feed.name)) is followed no more\(isDifferent ? "" : " already")")
    }
    try errors.finish()
  }
}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Follow the feeds of a list: OPML, or newsboat’s urls.",
    usage: "courant import FILE…|-",
    discussion: """
      Folders and categories of OPML become tags, and so do the tags of newsboat. What newsboat would run (exec:, filter:) is \
      named and left out. Nothing is fetched; courant refresh does that.
      """)

  @Argument(help: ArgumentHelp("Lists of feeds, or - for standard input.", valueName: "file|-"))
  var files: [Input]

  func run() throws {
    var errors = ErrorReporter()
    var list = FollowedList()
    for file in files {
      do throws(InputError) {
        try list.read(file)
      } catch {
        errors.tell(error)
      }
    }
    for left in list.left { StandardError.say("\(quoted(left)) is no address of the web, and is left out") }
    if !list.feeds.isEmpty {
      let catalog = try CatalogPlace().openToWrite()
      let followed = try catalog.follow(list.feeds, at: .now, isUndoable: false)
      StandardError.say(list.sentence(new: followed.count(where: \.isNew)))
    }
    try errors.finish()
  }
}

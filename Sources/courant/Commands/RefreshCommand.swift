import ArgumentParser
import Briefing
import Catalog
import Newsdesk
import System

struct RefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Fetch what is new in the feeds that are followed, and the pages that are wanted offline.",
    usage: "courant refresh [NAME…] [--force]",
    discussion: """
      Only feeds that are due are fetched, as they or your settings say, and all that are named; --force takes every one. What fails is \
      told, and courant feeds says since when; the stories that are there stay. Where the settings name an account, courant sync is a part of this.
      """)

  @Argument(
    help: ArgumentHelp(
      "Feeds by their name, a word of it, or their address; all where none is named.", valueName: "name"))
  var names: [String] = []
  @Flag(help: "Fetch also what is not due.")
  var force = false
  @OptionGroup var network: NetworkOptions

  func run() throws {
    var errors = ErrorReporter()
    let hasAccount = Config.current.settings.account.isWhole
    let catalog = try hasAccount ? CatalogPlace().openToWrite() : CatalogPlace().openToRead()
    let feeds = names.isEmpty ? nil : try named(in: catalog, &errors)
    if feeds?.isEmpty == true { return try errors.finish() }
    guard !network.isOffline else { throw FetchFailure.http(.offline) }
    let desk = Newsdesk(for: catalog, isOffline: false)
    let stop = FetchStop()
    let interruption = Interruption()
    interruption.watch { stop.stop() }
    let syncing = feeds?.contains { $0.stream != nil } ?? true ? Self.syncing(&errors) : nil
    syncing?.run(desk, stop, &errors)
    try refresh(feeds, desk, stop, isAlone: syncing == nil, &errors)
    try catalog.makeSearchable { _ in !stop.isStopped }
    if let signal = interruption.signal { throw ExitCode(128 + signal) }
    try errors.finish()
  }

  /// Nil where there is no account; one that is not right is told, and the rest goes on.
  private static func syncing(_ errors: inout ErrorReporter) -> AccountSyncing? {
    do throws(AccountMissing) {
      return try AccountSyncing.ofSettings()
    } catch {
      errors.tell(error)
      return nil
    }
  }

  /// Fetches the feeds that are followed from here, and the pages that are wanted.
  /// - Parameter isAlone: whether nothing was said before, so that also that nothing was to be fetched is said.
  private func refresh(
    _ feeds: [Subscription]?, _ desk: Newsdesk, _ stop: FetchStop, isAlone: Bool, _ errors: inout ErrorReporter
  ) throws {
    let catalog = desk.catalog
    var line = ProgressLine("refreshing")
    let before = Moment.now
    let end = try desk.refresh(feeds, isForced: force || feeds != nil, stop: stop) { progress in
      line.show(done: progress.done + progress.pages, of: progress.total + progress.pages + progress.pagesLeft)
    }
    line.clear()
    for failure in try RefreshFailure.since(before, in: catalog) { errors.tell(failure) }
    if !isAlone, end == FetchProgress(total: 0) { return }
    StandardError.say(end.total == 0 && names.isEmpty ? try Self.nothingDue(in: catalog) : end.summary)
  }

  /// The feeds that were named; a name that none has is told, and the rest goes on.
  private func named(in catalog: Catalog, _ errors: inout ErrorReporter) throws(CatalogError) -> [Subscription] {
    let feeds = NamedFeeds(try catalog.subscriptions())
    var found: [Subscription] = []
    for name in names {
      do throws(CommandError) {
        found.append(try feeds.feed(named: name))
      } catch {
        errors.tell(error)
      }
    }
    return found
  }

  private static func nothingDue(in catalog: Catalog) throws -> String {
    let feeds = try catalog.subscriptions().filter { $0.stream == nil }
    if feeds.isEmpty { return "no feed is followed yet; courant follow takes an address" }
    return "no feed is due; courant refresh --force fetches all \(feeds.count.grouped)"
  }
}

/// A feed that could not be fetched.
private struct RefreshFailure: UserFacingError {
  let feed: Subscription

  var sentence: String { "\(quoted(feed.name)): \(feed.fetches.failure ?? "it could not be fetched")" }
  var code: ExitCode { .tryAgain }

  /// Those whose last fetch since then failed.
  static func since(_ moment: Moment, in catalog: Catalog) throws(CatalogError) -> [RefreshFailure] {
    try catalog.subscriptions().filter { feed in
      feed.fetches.failures > 0 && feed.fetches.attempted.map { $0 >= moment } ?? false
    }.map(RefreshFailure.init)
  }
}

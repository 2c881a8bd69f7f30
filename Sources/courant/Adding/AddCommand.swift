import ArgumentParser
import Briefing
import Catalog
import System
import Terminal

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put stories into the catalog.",
    usage: "courant add PATH…|URL…|- [--verbose] [--offline]",
    discussion: """
      The catalog is $XDG_DATA_HOME/courant/catalog.db (~/.local/share/courant/catalog.db); it is made when it is not \
      there. Files that are in it already change nothing, so a folder can be added again and again; a story that changed \
      becomes a newer version of itself. A text may hold several stories, one after another: how many is told. The page at an address is fetched, and its article added. What cannot be read is told on standard error, and the rest is added.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders, addresses of pages, or - for standard input.", valueName: "path|url|-"))
  var paths: [Input]
  @Flag(help: "Name every file of a folder that is skipped, and not only the first.")
  var verbose = false
  @OptionGroup var network: NetworkOptions

  func run() throws {
    let (addresses, others) = paths.divided
    if !addresses.isEmpty { try add(addresses) }
    guard !others.isEmpty else { return }
    var run = AddRun(others, namingSkipped: verbose ? .max : 3)
    try run.run()
  }

  /// Adds the pages at addresses, each as an add of its own.
  private func add(_ addresses: [String]) throws {
    var errors = ErrorReporter()
    let catalog = try CatalogPlace().openToWrite()
    let fetching = PageFetching(into: catalog, isOffline: network.offline)
    var summary = AddSummary()
    for address in addresses {
      if let added = try fetching.add(address, &errors) { summary.note(added) }
    }
    try catalog.sync()
    try catalog.makeSearchable { _ in true }
    if summary.stories > 0 { for sentence in summary.sentences { StandardError.say(sentence) } }
    try errors.finish()
  }
}

/// Puts what the user named into the catalog: first all of it readable, then all of it searchable.
///
/// What could not be read is told, and the rest goes in. Asked to end, it ends after the batch under way.
struct AddRun: ~Copyable {
  private static let batch = 768

  private let intake: Intake
  private let interruption: Interruption
  private let begin = ContinuousClock.now
  private var catalog: Catalog?
  private var summary = AddSummary()
  private var errors = ErrorReporter()
  /// How many stories an interrupt left that no search finds.
  private var missing = 0

  init(_ inputs: [Input], namingSkipped mostNamed: Int = 3) {
    interruption = Interruption()
    let intake = Intake(inputs, namingSkipped: mostNamed)
    interruption.watch {
      intake.stop()
      TypedText.giveBack()
    }
    self.intake = intake
  }

  /// Ends with the first thing that went wrong.
  mutating func run() throws {
    defer { intake.stop() }
    do {
      try read()
      try makeSearchable()
    } catch {
      // What is in stays in, and is told before what went wrong.
      try? catalog?.sync()
      if summary.stories > 0 { say(summary) }
      throw error
    }
    say(summary)
    if let signal = interruption.signal { throw ExitCode(128 + signal) }
    try errors.finish()
  }

  private mutating func read() throws {
    var progress = ProgressLine("reading")
    defer { progress.clear() }
    let interruption = interruption
    var (catalog, summary, errors) = (catalog, summary, errors)
    defer { (self.catalog, self.summary, self.errors) = (catalog, summary, errors) }
    // Opened when there is something to put in, so that a mistyped name makes no catalog.
    func opened() throws -> Catalog {
      let opened = try catalog ?? CatalogPlace().openToWrite()
      catalog = opened
      return opened
    }
    try intake.deliver(limit: Self.batch, into: try opened(), as: Addition(at: .now)) { delivery in
      if !delivery.remarks.isEmpty { progress.clear() }
      delivery.tell(&errors)
      summary.note(delivery.added)
      summary.failed += delivery.failures
      progress.show(done: summary.stories + summary.failed, of: intake.total)
      return interruption.signal == nil
    }
    try catalog?.sync()
    if interruption.signal == nil, catalog != nil { summary.readable = ContinuousClock.now - begin }
  }

  private mutating func makeSearchable() throws {
    guard let catalog, interruption.signal == nil else { return }
    let interruption = interruption
    try catalog.makeSearchable { _ in interruption.signal == nil }
    // What another program adds meanwhile is its own to make searchable.
    if interruption.signal == nil { summary.searchable = ContinuousClock.now - begin }
    if interruption.signal != nil { missing = try catalog.lag() }
    try catalog.readPublishers { interruption.signal == nil }
    try catalog.sketchOlder { interruption.signal == nil }
  }

  private func say(_ summary: AddSummary) {
    if let skipped = intake.skipped.sentence { StandardError.say(skipped) }
    if let several = intake.several.sentence { StandardError.say(several) }
    for sentence in summary.sentences { StandardError.say(sentence) }
    guard interruption.signal != nil else { return }
    StandardError.say(
      missing > 0
        ? UnsearchableStories(count: missing).sentence
        : "interrupted; what is in stays in, and the same courant add goes on with the rest")
  }
}

extension AddSummary {
  mutating func note(_ added: Added) {
    only = stories == 0 ? added.ids.first : nil
    new += added.new
    known += added.known
    versions += added.versions
    removed += added.removed
    shortened += added.shortened
  }
}

import ArgumentParser
import Briefing
import Catalog
import Newsdesk
import System

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchange marks and stories with the server of your account.",
    usage: "courant sync [--dry-run]",
    discussion: """
      [account] in config.toml says which server that is. What you marked here goes there first, then what the server has comes \
      here: feeds with their folders as tags, stories, and whether they were read and starred. What could not go stays in \
      an outbox for the next time, and is told. Briefings from files stay here. courant refresh does the same, and fetches the feeds \
      that are followed from here.
      """)

  @Flag(help: "Say what would go and what would come, and change nothing on either side.")
  var dryRun = false
  @Flag(help: "Forget what was exchanged before and begin from the start, as for a server that was set up anew.")
  var anew = false
  @OptionGroup var network: NetworkOptions

  func run() throws {
    let syncing = try AccountSyncing()
    guard !network.isOffline else { throw FetchFailure.http(.offline) }
    var errors = ErrorReporter()
    let catalog = try dryRun ? catalogToRead() : CatalogPlace().openToWrite()
    let stop = FetchStop()
    let interruption = Interruption()
    interruption.watch { stop.stop() }
    syncing.run(
      Newsdesk(for: catalog, isOffline: false), isTrial: dryRun, isAnew: anew, stop, &errors)
    if !dryRun { try catalog.makeSearchable { _ in !stop.isStopped } }
    if let signal = interruption.signal { throw ExitCode(128 + signal) }
    try errors.finish()
  }

  /// Where there is no catalog yet, none is made.
  private func catalogToRead() throws -> Catalog {
    do {
      return try CatalogPlace().openToRead()
    } catch CommandError.noCatalog {
      return try Catalog.inMemory()
    }
  }
}

import ArgumentParser
import Briefing
import Catalog
import Newsdesk
import System

struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Keep copies of cited pages, to be read offline.",
    usage: "courant fetch ID…|URL…|QUERY",
    discussion: """
      Of stories, by their ids or by a query, the pages that they cite or lead to by whole addresses are fetched; of addresses, those \
      pages. Each is kept once, and Enter on a citation opens it. What is kept already is not fetched again.
      """)

  @Argument(help: ArgumentHelp("Ids of stories, addresses, or a query.", valueName: "id|url|query"))
  var words: [String]
  @OptionGroup var network: NetworkOptions

  func run() throws {
    let catalog = try CatalogPlace().openToRead()
    let pages = try pages(in: catalog)
    guard !pages.isEmpty else { return StandardError.say("there is no page to fetch that is not kept already") }
    let desk = Newsdesk(for: catalog, isOffline: network.offline)
    let stop = FetchStop()
    let interruption = Interruption()
    interruption.watch { stop.stop() }
    var line = ProgressLine("fetching pages")
    let end = try desk.fetch(pages, stop: stop) { progress in
      line.show(
        done: progress.pages + progress.pagesFailed, of: progress.pages + progress.pagesFailed + progress.pagesLeft)
    }
    line.clear()
    for (url, failure) in end.failures { StandardError.say("\(quoted(url)): \(failure.words)") }
    StandardError.say(
      "\(end.kept.counted("page")) kept" + (end.failures.isEmpty ? "" : ", \(end.failures.count.grouped) not"))
    if let signal = interruption.signal { throw ExitCode(128 + signal) }
    if let first = end.failures.first { throw end.kept == 0 ? first.failure.code : ExitCode.tryAgain }
  }

  /// Those that are not kept yet.
  private func pages(in catalog: Catalog) throws -> [WantedPage] {
    let addresses = words.filter { $0.lowercased().hasPrefix("http://") || $0.lowercased().hasPrefix("https://") }
    if addresses.count == words.count {
      return addresses.map { WantedPage(url: $0, isAskedFor: true) }
    }
    let ids = try catalog.resolve(words.map { StoryID($0) })
    let cited =
      try ids.allSatisfy { $0 != nil }
      ? catalog.citedPages(of: ids.compactMap(\.self), withLinks: true, limit: .max)
      : cited(by: words.joined(separator: " "), in: catalog)
    return cited.map { WantedPage(url: $0.url, story: $0.story, isAskedFor: true) }
  }

  private func cited(by query: String, in catalog: Catalog) throws -> [CitedPage] {
    if Query(query).needsLookup { try catalog.catchUpOrTell() }
    return try catalog.citedPages(of: query, withLinks: true, limit: .max)
  }
}

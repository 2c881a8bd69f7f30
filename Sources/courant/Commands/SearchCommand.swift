import ArgumentParser
import Briefing
import Catalog

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Where words stand, with the question each place stands under.",
    usage: "courant search QUERY [--best] [--in PATH] [--json]",
    discussion: """
      The newest story comes first. The query takes words, "phrases", -without, OR, and fields such as is:unread, \
      tag:port, source:example.org, after:2026-04 and asks:why.
      """)

  @Argument(help: "What to look for.")
  var query: [String]
  /// How many places are ranked: what comes after them is no longer the best of anything.
  private static let ranked = 200

  @Flag(
    help: ArgumentHelp(
      "The stories first that have most of the words, and the rarest, instead of the newest; the best \(ranked) places."
    ))
  var best = false
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var complaints = ErrorReporter()
    var output = Output()
    let catalog = try input.searchableCatalog(&complaints)
    let search = Search(query.joined(separator: " "), order: best ? .best : .newest)
    let count = try output.hits(of: search, in: catalog, startingWith: best ? Self.ranked : 20, json: list.json)
    try output.flush()
    if best, count >= Self.ranked {
      StandardError.say("these are the best \(count) places; without --best, all are printed")
    }
    try complaints.finish()
  }
}

extension Output {
  /// Prints the hits, and gives how many there were; the first few come at once.
  fileprivate mutating func hits(
    of search: Search, in catalog: Catalog, startingWith first: Int, json: Bool
  ) throws -> Int {
    var groups = Groups()
    let batches = catalog.hitBatches(search)
    var (limit, count) = (first, 0)
    while case let hits = try batches.next(limit), !hits.isEmpty {
      for hit in hits {
        for text in json ? [hit.json.line] : groups.lines(for: hit) { try line(text) }
      }
      limit = 200
      count += hits.count
    }
    return count
  }
}

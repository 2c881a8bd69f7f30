import ArgumentParser
import Briefing
import Catalog

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The index, one story a line, newest first.",
    usage: "courant list [QUERY] [--in PATH] [--json]",
    discussion: """
      A line has the story's id, its date, • if it is unread or * if it is starred, its headline, how many questions and \
      sources it has, and its tags. The query takes words, "phrases", -without, OR, and fields such as is:unread, \
      tag:port, source:example.org, after:2026-04 and asks:why.
      """)

  @Argument(help: "Only stories that match.")
  var query: [String] = []
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var complaints = ErrorReporter()
    var output = Output()
    let listing = Listing(query: query.joined(separator: " "))
    let catalog = try input.catalog(answering: listing.query, &complaints)
    try output.index(of: catalog, listing, json: list.json)
    try output.flush()
    try complaints.finish()
  }
}

extension Output {
  /// Prints a listing a page at a time, so that its length costs no memory, and the first page is there at once.
  mutating func index(of catalog: Catalog, _ listing: Listing, json: Bool) throws {
    let days = Days.printed
    let batches = catalog.rowBatches(listing)
    var limit = 100
    while case let rows = try batches.next(limit), !rows.isEmpty {
      for row in rows { try line(json ? row.json.line : row.line(days)) }
      limit = 500
    }
  }
}

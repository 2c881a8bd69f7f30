import ArgumentParser
import Briefing
import Catalog

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The index, one story a line, newest first.")

  @Argument(help: "Only stories that match.")
  var query: [String] = []
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var complaints = Complaints()
    var output = Output()
    let catalog = try input.catalog(&complaints)
    let listing = Listing(query: query.joined(separator: " "))
    try output.index(of: catalog, listing, json: list.json)
    try output.flush()
    try complaints.finish()
  }
}

extension Output {
  /// Prints a listing a page at a time, so that its length costs no memory.
  mutating func index(of catalog: Catalog, _ listing: Listing, json: Bool) throws {
    var window = RowWindow.first(500)
    while case let rows = try catalog.rows(listing, window), let last = rows.last {
      for row in rows { try line(json ? row.json.line : row.line) }
      window = .after(last, 500)
    }
  }
}

import ArgumentParser
import Briefing
import Catalog

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Where words stand, with the question each place stands under.")

  @Argument(help: "What to look for.")
  var query: [String]
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var complaints = Complaints()
    var output = Output()
    let catalog = try input.catalog(&complaints)
    try output.hits(in: catalog, query.joined(separator: " "), json: list.json)
    try output.flush()
    try complaints.finish()
  }
}

extension Output {
  fileprivate mutating func hits(in catalog: Catalog, _ query: String, json: Bool) throws {
    var groups = Groups()
    var last: Hit?
    while true {
      let part = try catalog.hits(Search(query), after: last, limit: 200)
      for hit in part.hits {
        for text in json ? [hit.json.line] : groups.lines(for: hit) { try line(text) }
      }
      last = part.hits.last ?? last
      if part.isComplete || part.hits.isEmpty { return }
    }
  }
}

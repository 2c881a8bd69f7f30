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
  @Flag(help: "The stories first that have most of the words, and the rarest, instead of the newest.")
  var best = false
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var complaints = Complaints()
    var output = Output()
    let catalog = try input.searchableCatalog(&complaints)
    let search = Search(query.joined(separator: " "), order: best ? .best : .newest)
    try output.hits(of: search, in: catalog, json: list.json)
    try output.flush()
    try complaints.finish()
  }
}

extension Output {
  fileprivate mutating func hits(of search: Search, in catalog: Catalog, json: Bool) throws {
    var groups = Groups()
    var last: Hit?
    var limit = 20
    while true {
      let part = try catalog.hits(search, after: last, limit: limit)
      for hit in part.hits {
        for text in json ? [hit.json.line] : groups.lines(for: hit) { try line(text) }
      }
      last = part.hits.last ?? last
      limit = 200
      if part.isComplete || part.hits.isEmpty { return }
    }
  }
}

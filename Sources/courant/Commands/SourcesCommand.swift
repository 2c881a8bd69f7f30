import ArgumentParser
import Briefing
import Catalog

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "The sources by how much rests on them, or every claim that rests on one.",
    usage: "courant sources [HOST] [--in PATH] [--json]")

  @Argument(help: "A host, such as wire.example.org: print the claims that rest on it.")
  var host: String?
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var complaints = ErrorReporter()
    var output = Output()
    let catalog = try input.searchableCatalog(&complaints)
    if let host {
      try output.claims(in: catalog, on: host, json: list.json)
    } else {
      for source in try catalog.sources() { try output.line(list.json ? source.json.line : source.line) }
    }
    try output.flush()
    try complaints.finish()
  }
}

extension Output {
  fileprivate mutating func claims(in catalog: Catalog, on host: String, json: Bool) throws {
    var groups = Groups()
    let batches = catalog.claimBatches(host: host)
    var isCited = false
    while case let claims = try batches.next(200), !claims.isEmpty {
      for claim in claims {
        for text in json ? [claim.json.line] : groups.lines(for: claim) { try line(text) }
      }
      isCited = true
    }
    if !isCited { StandardError.say("no story cites \(quoted(host)); courant sources shows what is cited") }
  }
}

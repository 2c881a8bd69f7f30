import ArgumentParser
import Briefing
import Catalog
import Formats
import Reader

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The index, one story a line, newest first.",
    usage: "courant list [QUERY] [--in PATH] [--json]",
    discussion: """
      A line has the story's id, its date, • if it is unread or * if it is starred, its headline, how many questions and \
      sources it has, and its tags. The query takes words, "phrases", -without, OR, and fields such as is:unread, \
      is:begun, tag:port, publisher:"Port News", source:example.org, after:7d, on:2026-04-28, before:2026-04 and asks:why. \
      One that begins with a hyphen goes behind --: courant list -- -without.
      """)

  @Argument(help: "Only stories that match.")
  var query: [String] = []
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var errors = ErrorReporter()
    var output = Output()
    let listing = Listing(query: query.joined(separator: " "))
    let catalog = try input.catalog(answering: listing.query, &errors)
    let count = try output.index(of: catalog, listing, json: list.json)
    try output.flush()
    QueryTold.say(of: listing.query, found: count, in: input)
    try errors.finish()
  }
}

extension Output {
  /// Prints a listing a page at a time, so that its length costs no memory, and the first page is there at once.
  /// - Returns: how many stories there were.
  @discardableResult
  mutating func index(of catalog: Catalog, _ listing: Listing, json: Bool) throws -> Int {
    let days = ListDates.printed
    let batches = catalog.rowBatches(listing)
    var (limit, count) = (100, 0)
    while case let rows = try batches.next(limit), !rows.isEmpty {
      for row in rows { try line(json ? row.json.line : row.line(days)) }
      limit = 500
      count += rows.count
    }
    return count
  }
}

/// What is said of a query on standard error, beside what it finds.
enum QueryTold {
  /// Says what in it may not be meant so, and that nothing matches.
  static func say(of query: String, found count: Int, in input: InputOptions) {
    sayDoubts(in: query)
    guard count == 0 else { return }
    if !query.isEmpty {
      StandardError.say("no story matches \(quoted(query))")
    } else if input.inputs.isEmpty {
      StandardError.say("the catalog holds no story; courant add PATH puts some in")
    }
  }

  /// Says what in it may not be meant so.
  static func sayDoubts(in query: String) {
    for doubt in Query.doubts(in: query) { StandardError.say(displayable(doubt.sentence)) }
  }
}

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Where words stand, with the question each place stands under.",
    usage: "courant search QUERY [--best] [--in PATH] [--json]",
    discussion: """
      The newest story comes first. The query takes words, "phrases", -without, OR, and fields such as is:unread, \
      tag:port, publisher:"Port News", source:example.org, after:7d and asks:why; courant list --help names more. One that \
      begins with a hyphen goes behind --: courant search -- -without.
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
    var errors = ErrorReporter()
    var output = Output()
    let catalog = try input.searchableCatalog(&errors)
    let search = Search(query.joined(separator: " "), order: best ? .best : .newest)
    let count = try output.hits(of: search, in: catalog, startingWith: best ? Self.ranked : 20, json: list.json)
    try output.flush()
    if best, count >= Self.ranked {
      StandardError.say("these are the best \(count) places; without --best, all are printed")
    }
    QueryTold.say(of: search.query, found: count, in: input)
    try errors.finish()
  }
}

extension Output {
  /// Prints the hits, and gives how many there were; the first few come at once.
  fileprivate mutating func hits(
    of search: Search, in catalog: Catalog, startingWith first: Int, json: Bool
  ) throws -> Int {
    var groups = GroupedLines()
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

struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Every question, with the stories that ask it.",
    usage: "courant questions [QUERY] [--in PATH] [--json]")

  @Argument(help: ArgumentHelp("Only questions with these words.", valueName: "words"))
  var query: [String] = []
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var errors = ErrorReporter()
    var output = Output()
    let catalog = try input.searchableCatalog(&errors)
    let days = ListDates.printed
    let batches = catalog.questionBatches(matching: query.joined(separator: " "))
    var count = 0
    while case let part = try batches.next(100), !part.isEmpty {
      for question in part {
        for text in list.json ? [question.json.line] : question.lines(days) { try output.line(text) }
      }
      count += part.count
    }
    try output.flush()
    if count == 0, !query.isEmpty { StandardError.say("no question has \(quoted(query.joined(separator: " ")))") }
    try errors.finish()
  }
}

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
    var errors = ErrorReporter()
    var output = Output()
    let catalog = try input.searchableCatalog(&errors)
    if let host {
      try output.claims(in: catalog, on: host, json: list.json)
    } else {
      for source in try catalog.sources() { try output.line(list.json ? source.json.line : source.line) }
    }
    try output.flush()
    try errors.finish()
  }
}

extension Output {
  fileprivate mutating func claims(in catalog: Catalog, on host: String, json: Bool) throws {
    var groups = GroupedLines()
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

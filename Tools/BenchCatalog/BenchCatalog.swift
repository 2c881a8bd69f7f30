import Briefing
import Catalog
import Foundation
import Synchronization

/// How fast a catalog takes stories in and answers.
///
///     bench-catalog FOLDER               a catalog in memory of a folder's stories
///     bench-catalog FOLDER --into PATH   one on disk, made anew
///     bench-catalog --at PATH            one that is there
///     bench-catalog --feeds PATH [N]     one on disk, made anew, of a thousand feeds with N entries (100 000)
///
/// While stories go in, another thread asks for the first page every few milliseconds, as the reader does.
@main
enum BenchCatalog {
  private static let clock = ContinuousClock()
  private static let batch = 256

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if let path = take("--feeds", from: &arguments) {
      var bench = try FeedBench(at: path, stories: arguments.first.flatMap { Int($0) } ?? 100_000)
      try bench.run()
      return print(peakMemory)
    }
    let isThere = take("--at", from: &arguments)
    let into = take("--into", from: &arguments)
    let catalog: Catalog
    if let isThere {
      catalog = try Catalog.open(at: isThere)
      print("searchable after", (try clock.measure { try catalog.catchUp() } / .milliseconds(1)).inMilliseconds)
    } else if let folder = arguments.first {
      catalog = try into.map { try Catalog.openOrCreate(at: $0) } ?? Catalog.inMemory()
      try fill(catalog, from: folder)
    } else {
      print("usage: bench-catalog FOLDER [--into PATH], or: bench-catalog --at PATH, or: bench-catalog --feeds PATH")
      return
    }
    try askForRows(catalog)
    try askForWords(catalog)
    try askForTheRest(catalog)
    print("\(try catalog.bytes()) bytes in the catalog, \(peakMemory)")
  }

  /// The value behind an option, which is taken out.
  private static func take(_ option: String, from arguments: inout [String]) -> String? {
    guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else { return nil }
    defer { arguments.removeSubrange(place...(place + 1)) }
    return arguments[place + 1]
  }

  private static func fill(_ catalog: Catalog, from folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let asker = Asker(catalog)
    asker.start()
    var adding = Duration.zero
    let whole = try clock.measure {
      for start in stride(from: 0, to: names.count, by: batch) {
        let incomingStories = try names[start..<min(start + batch, names.count)].map { try incoming(folder + "/" + $0) }
        adding += try clock.measure { _ = try catalog.add(incomingStories) }
      }
    }
    let catchingUp = try clock.measure { try catalog.catchUp() }
    asker.stop()
    print(
      names.count, "stories,", rate(names.count, adding), "added a second,", rate(names.count, whole), "with parsing")
    print("searchable after another", (catchingUp / .milliseconds(1)).inMilliseconds)
    print("first page meanwhile:", asker.summary)
  }

  private static func rate(_ count: Int, _ time: Duration) -> Int {
    Int(Double(count) / (time / .seconds(1)))
  }

  private static func incoming(_ path: String) throws -> IncomingStory {
    let url = URL(fileURLWithPath: path)
    let bytes = [UInt8](try Data(contentsOf: url))
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date ?? .distantPast
    return IncomingStory(
      reading: StoryParser.parse(bytes), original: bytes, name: url.lastPathComponent,
      date: Moment(seconds: Int64(date.timeIntervalSince1970)))
  }

  private static var peakMemory: String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? "peak memory unknown"
  }

  /// Prints the middle one of a few runs.
  private static func time(_ what: String, runs: Int = 5, _ body: () throws -> Void) rethrows {
    var times: [Double] = []
    for _ in 0..<runs { times.append(try clock.measure(body) / .milliseconds(1)) }
    print(what.padding(toLength: 32, withPad: " ", startingAt: 0), times.sorted()[runs / 2].inMilliseconds)
  }
}

extension BenchCatalog {
  private static func askForRows(_ catalog: Catalog) throws {
    let last = try catalog.rows(Listing(), .last(1000))
    try time("first page") { _ = try catalog.rows(Listing(), .first(60)) }
    if let row = last.first { try time("page near the end") { _ = try catalog.rows(Listing(), .after(row, 60)) } }
    try time("first page by headline") { _ = try catalog.rows(Listing(order: .headline), .first(60)) }
    try time("count of all") { _ = try catalog.count(Listing()) }
    if let row = last.first {
      try time("a story") { _ = try catalog.detail(row.id) }
      try time("next story") { _ = try catalog.neighbour(of: row.id, in: Listing(), forward: true) }
      let some = Listing(query: "market")
      try timeRelated(in: catalog)
      try time("next story in a query") { _ = try catalog.neighbour(of: row.id, in: some, forward: true) }
    }
  }

  /// What is related to a story depends on what it says: that of many stories, and the slowest of them.
  private static func timeRelated(in catalog: Catalog) throws {
    let rows = try catalog.rows(Listing(), .first(200))
    let times = try rows.map { row in
      try clock.measure { _ = try catalog.related(to: row.id, limit: 20) } / .milliseconds(1)
    }.sorted()
    guard let slowest = times.last else { return }
    print(
      "related stories, of \(rows.count)".padding(toLength: 32, withPad: " ", startingAt: 0),
      times[times.count / 2].inMilliseconds, "slowest", slowest.inMilliseconds)
  }

  /// Words from the most common to none, and everything else that a query knows.
  private static let queries = [
    "the", "market", "sallowgrove", "brontovexing", "quillonade", "zzzz", "mark*", "\"of the\"", "the -market",
    "市", "東京", "asks:happens", "source:com", "is:unread", "after:2026-06",
  ]

  private static func askForWords(_ catalog: Catalog) throws {
    for query in queries {
      let listing = Listing(query: query)
      try time("rows  \(query)") { _ = try catalog.rows(listing, .first(60)) }
      try time("hits  \(query)") { _ = try catalog.hits(Search(query), limit: 60) }
      try time("count \(query)") { _ = try catalog.count(listing) }
    }
  }

  private static func askForTheRest(_ catalog: Catalog) throws {
    try time("sources") { _ = try catalog.sources() }
    if let host = try catalog.sources().first?.host {
      try time("rows  source:\(host)") { _ = try catalog.rows(Listing(query: "source:\(host)"), .first(60)) }
      try time("claims of \(host), 200") { _ = try catalog.claims(host: host, limit: 200) }
    }
    try time("questions, 100") { _ = try catalog.questions(limit: 100, askings: 50) }
    try time("questions with a word") { _ = try catalog.questions(matching: "court", limit: 100, askings: 50) }
  }
}

/// Asks for the first page again and again, and keeps how long each answer took.
private final class Asker: Sendable {
  private let catalog: Catalog
  private let times = Mutex<[Double]>([])
  private let isDone = Mutex(false)

  init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  func start() {
    Thread.detachNewThread { self.ask() }
  }

  func stop() {
    isDone.withLock { $0 = true }
  }

  private func ask() {
    let clock = ContinuousClock()
    while !isDone.withLock({ $0 }) {
      let time = clock.measure { _ = try? catalog.rows(Listing(), .first(60)) }
      times.withLock { $0.append(time / .milliseconds(1)) }
      usleep(5000)
    }
  }

  var summary: String {
    let sorted = times.withLock { $0.sorted() }
    guard let longest = sorted.last else { return "never asked" }
    let middle = sorted[sorted.count / 2].inMilliseconds
    return
      "middle \(middle), 99 % within \(sorted[sorted.count * 99 / 100].inMilliseconds), longest \(longest.inMilliseconds)"
  }
}

extension Double {
  fileprivate var inMilliseconds: String { String(format: "%.2f ms", self) }
}

import Briefing
import Catalog
import Foundation

/// How fast a catalog keeps what following feeds takes: a thousand feeds, and stories made up for them.
struct FeedBench {
  private static let feeds = 1_000
  private let catalog: Catalog
  private let stories: Int
  private let clock = ContinuousClock()
  private let now = Moment(seconds: 1_790_000_000)
  private var random = SameRandom()
  private let words: [String]

  /// - Parameter stories: how many of the feeds there are before anything is measured.
  init(at path: String, stories: Int) throws {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    catalog = try Catalog.openOrCreate(at: path)
    self.stories = stories
    var random = SameRandom()
    words = (0..<20_000).map { _ in random.word() }
  }

  mutating func run() throws {
    let addresses = (0..<Self.feeds).map { "https://feed\($0).example/rss.xml" }
    let followed = try catalog.follow(addresses.map { ($0, FeedSettings(tags: ["bench"])) }, at: now, isUndoable: false)
    for start in stride(from: 0, to: stories, by: 1_000) {
      let batch = (start..<min(start + 1_000, stories)).map { entry($0, of: addresses[$0 % Self.feeds]) }
      _ = try catalog.add(batch)
    }
    try catalog.sync()
    try catalog.catchUp()
    try refresh(addresses)
    let fetches = followed.map {
      FeedFetch(of: $0.subscription.id, FetchRecord(etag: "a", attempted: now, succeeded: now))
    }
    try report("1 000 feeds that are as before", median(5) { try catalog.record(fetches) })
    try report("all feeds with their figures", median(5) { _ = try catalog.subscriptions() })
    try report(
      "the first page of one feed", median(20) { _ = try catalog.rows(Listing(query: "feed:feed7"), .first(50)) })
    try openPages()
    try expire(addresses)
  }

  private mutating func refresh(_ addresses: [String]) throws {
    let batch = (0..<1_000).map { entry(stories + $0, of: addresses[$0 % 100]) }
    try report("1 000 entries of 100 feeds", clock.measure { _ = try catalog.add(batch) })
    try report("searchable after", clock.measure { try catalog.catchUp() })
    try report("the same entries again", clock.measure { _ = try catalog.add(batch) })
  }

  /// A page that is kept against a story that says the same.
  private mutating func openPages() throws {
    var urls: [String] = []
    var ids: [StoryID] = []
    for number in 0..<200 {
      let url = "https://page.example/\(number)"
      let page = entry(1_000_000 + number, of: "https://feed0.example/rss.xml", words: 900)
      ids += try catalog.add([page]).ids
      let kept = IncomingStory(
        reading: page.reading, original: page.original, provenance: .page(url: url), date: page.date)
      try report(
        "a page kept", clock.measure { _ = try catalog.keep(kept, url: url, fetched: now) }, isShown: number == 199)
      urls.append(url)
    }
    try catalog.catchUp()
    var times: (story: [Duration], page: [Duration]) = ([], [])
    for (id, url) in zip(ids, urls) {
      times.story.append(try clock.measure { _ = try catalog.detail(id) })
      times.page.append(try clock.measure { if let id = try catalog.page(at: url) { _ = try catalog.detail(id) } })
    }
    report("a story opened", times.story.sorted()[100])
    report("a kept page opened by its address", times.page.sorted()[100])
  }

  private func expire(_ addresses: [String]) throws {
    let ids = try catalog.rows(Listing(query: "is:entry", order: .oldest), .first(1_000)).map(\.id)
    _ = try catalog.apply(.mark(ids, .unread(false)), at: now)
    var count = 0
    let later = Moment(seconds: now.seconds + 400 * 86_400)
    try report("entries that go", clock.measure { count = try catalog.expire(now: later) })
    print("  of them", count)
  }

  private mutating func entry(_ number: Int, of feed: String, words count: Int = 180) -> IncomingStory {
    var text = ""
    for place in 0..<count {
      text += words[random.below(words.count)] + (place % 12 == 11 ? ". " : " ")
    }
    let host = "source\(number % 400).example"
    let citation = Citation(place: text.utf8.count, host: host, url: "https://\(host)/\(number % 7_000)")
    let story = Story(headline: "Entry \(number) of a feed", lede: [Block(text: text, citations: [citation])])
    return IncomingStory(
      reading: Reading(story: story), original: Array(text.utf8),
      provenance: .entry(feed: feed, guid: "\(number)", url: "https://site.example/\(number)"),
      date: Moment(seconds: now.seconds - 8_000_000 + Int64(number) * 60))
  }

  private func median(_ times: Int, _ body: () throws -> Void) throws -> Duration {
    try (0..<times).map { _ in try clock.measure(body) }.sorted()[times / 2]
  }

  private func report(_ what: String, _ time: Duration, isShown: Bool = true) {
    if isShown { print("\(what): \(String(format: "%.2f", time / .milliseconds(1))) ms") }
  }
}

/// The same numbers each time (xorshift).
private struct SameRandom {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func below(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }

  mutating func word() -> String {
    String(decoding: (0..<(3 + below(7))).map { _ in UInt8(0x61 + below(26)) }, as: UTF8.self)
  }
}

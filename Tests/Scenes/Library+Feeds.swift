public import Briefing

extension Library {
  /// Feeds that are followed: two with news, one that is quiet, one that fails.
  public static let feeds: [Subscription] = [
    feed(4, "Harbour council", "https://council.example/feed", unread: 0, failing: true),
    feed(3, "Notes of a miller", "https://miller.example/atom.xml", fetched: "2026-04-28T09:00:00Z", unread: 0),
    feed(2, "The Port Gazette", "https://gazette.example/rss", fetched: "2026-05-01T07:10:00Z", unread: 29),
    feed(1, "World — Kagi News", "https://kite.example/world.xml", fetched: "2026-05-01T07:10:00Z", unread: 12),
  ]

  private static func feed(
    _ id: Int64, _ title: String, _ url: String, fetched: String? = nil, unread: Int, failing: Bool = false
  ) -> Subscription {
    var record = FetchRecord(succeeded: fetched.flatMap { Moment(iso8601: $0) })
    record.attempted = record.succeeded
    if failing {
      record.attempted = Moment(iso8601: "2026-05-01T10:00:00Z")
      record.due = Moment(iso8601: "2026-05-01T14:00:00Z")
      record.failures = 5
      record.failingSince = Moment(iso8601: "2026-04-28T10:00:00Z")
      record.failure = "no answer"
    }
    return Subscription(id: id, url: url, title: title, fetches: record, stories: unread + 3, unread: unread)
  }

  /// An entry of a feed, of which the feed has only the beginning.
  public static let teaser = entry(
    Story(
      headline: "The mill turns again", lede: [Block(text: "After nine years the wheel moved on Tuesday.")],
      sections: [Section(heading: "Who paid", isQuestion: false, blocks: [Block(text: "The village did.")])],
      publisher: "Notes of a miller", url: "https://miller.example/2026/wheel", published: Moment(iso8601: "2026-04-29")
    ))

  /// The page of the same.
  public static let wheel = page(
    StoryID("p1"),
    Story(
      headline: "The mill turns again",
      lede: [
        Block(
          text: "After nine years the wheel moved, and all stood on the bridge.",
          spans: [Block.Span(51..<61, .link(url: "https://county.example.ie/bridge"))])
      ],
      sections: [
        Section(
          heading: "Who paid", isQuestion: false, blocks: [Block(text: "The village did, with a sale of cakes.")]),
        Section(heading: "Why now?", blocks: [Block(text: "Because the last miller wanted to see it.")]),
      ],
      publisher: "Notes of a miller", authors: ["Ada Quay"], url: "https://miller.example/2026/wheel",
      published: Moment(iso8601: "2026-04-28")))

  private static func entry(_ story: Story) -> StoryDetail {
    var detail = detail(of: story)
    detail.row.id = StoryID("e1")
    (detail.kind, detail.feed, detail.row.feed) = (.entry, story.publisher, story.publisher)
    return detail
  }

  /// A copy of a page, as it is kept.
  public static func page(_ id: StoryID, _ story: Story) -> StoryDetail {
    var detail = detail(of: story)
    (detail.row.id, detail.row.isPage, detail.row.isUnread) = (id, true, false)
    (detail.kind, detail.kept) = (.page, Moment(iso8601: "2026-05-03"))
    return detail
  }

  /// A story that cites pages by their addresses, on one line each.
  public static let citing = Story(
    headline: "What turns and what stands",
    lede: [
      cited("The wheel moved.", "https://miller.example/2026/wheel"),
      cited("The bridge held.", "https://county.example.ie/bridge"), cited("Nobody said why.", nil),
      cited("It may be a trap.", "https://user@рaypal.example/x"),
    ], publisher: "Lantern", published: Moment(iso8601: "2026-04-30"))

  private static func cited(_ text: String, _ url: String?) -> Block {
    let host = url.flatMap { try? WebAddress($0) }?.host.shown ?? "wire.example.org"
    return Block(text: text, citations: [Citation(place: text.utf8.count, host: host, url: url)])
  }
}

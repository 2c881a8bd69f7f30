import Briefing
import Catalog
import Reader
import Scenes
import Testing

@testable import courant

/// The catalog of values that the reader's tests are made on answers as the real one does.
struct CatalogContractTests {
  @Test("Both catalogs answer every request alike, whatever was changed before", arguments: Stage.all)
  func everyRequest(stage: Stage) throws {
    var both = try BothCatalogs()
    try stage.change(&both)
    let ids = both.ids
    for id in ids + [StoryID("zzzz")] {
      try both.expectAlike(.row(id))
      try both.expectAlike(.story(id))
      try both.expectAlike(.story(id, version: 1))
      try both.expectAlike(.story(id, version: 2))
    }
    for request in Self.acrossStories { try both.expectAlike(request) }
    try both.expectAlike(.stories([ids[3], StoryID("zzzz"), ids[0]]))
    for listing in Self.listings { try both.expectAlike(listing, around: [0, 3, ids.count - 1]) }
  }

  @Test("Both give a source's claims in parts that tear no story apart", arguments: 1...6)
  func claimsInParts(limit: Int) throws {
    let both = try BothCatalogs()
    var last: Claim?
    for _ in 0..<8 {
      let request = Request.claims(host: "wire.example.org", after: last, limit: limit)
      try both.expectAlike(request)
      guard case .claims(let claims, _, _) = both.fake.answer(to: request), let next = claims.last else { break }
      last = next
    }
  }

  @Test("Both come as far as a date with a source's claims; how much further is not promised")
  func claimsReaching() throws {
    let both = try BothCatalogs()
    let date = try #require(Moment(iso8601: "2026-04-26"))
    let request = Request.claims(host: "wire.example.org", reaching: date, limit: 1)
    guard case .claims(let real, _, _) = try both.real.answer(request),
      case .claims(let fake, _, _) = both.fake.answer(to: request)
    else { return #expect(Bool(false), "claims are answered with claims") }
    #expect(real.starts(with: fake) && fake.last?.date == date)
  }

  @Test(
    "Both find the same places of words as they are, not of their other forms; the fake shows each whole block, of which the real one gives an excerpt"
  )
  func search() throws {
    let both = try BothCatalogs()
    for words in [
      "first", "partner first", "\"the first\"", "launch*", "nothing", "nowhere", "tag:x first", "short note",
      "daily", "axle",
    ] {
      for limit in [1, 4, 500] {
        var last: Hit?
        for _ in 0..<3 {
          let request = Request.search(Search(words), after: last, limit: limit)
          guard case .hits(let real, let isComplete) = try both.real.answer(request),
            case .hits(let fake, let isFakeComplete) = both.fake.answer(to: request)
          else { return #expect(Bool(false), "a search is answered with hits") }
          #expect(
            real.map(\.found) == fake.map(\.found) && isComplete == isFakeComplete,
            "\(words), \(limit): \(real.map(\.found)) is not \(fake.map(\.found))")
          guard let next = fake.last else { break }
          last = next
        }
      }
    }
  }

  @Test("What the real one names as shared, the fake names too, which counts what is shared and weighs nothing")
  func related() throws {
    let both = try BothCatalogs()
    for id in both.ids {
      let request = Request.related(id, limit: 500)
      guard case .related(let real) = try both.real.answer(request),
        case .related(let fake) = both.fake.answer(to: request)
      else { return #expect(Bool(false), "related stories are answered with such") }
      for story in real where !story.sources.isEmpty || !story.questions.isEmpty {
        let other = try #require(fake.first { $0.row == story.row }, "\(story.row.headline)")
        #expect(
          Set(other.sources).isSuperset(of: story.sources) && Set(other.questions).isSuperset(of: story.questions))
      }
    }
  }

  private static let acrossStories: [Request] =
    ["", "wire", "www.Rails", "example", "nowhere"].flatMap { text in
      [2, 500].map { Request.sources(matching: text, limit: $0) }
    }
    + ["", "what", "what is mis", "WHO PAYS", "nowhere"].flatMap { words in
      [Request.questions(matching: words, limit: 3, askings: 2), .questions(matching: words, limit: 500, askings: 50)]
    }
    + ["wire.example.org", "notes.example.com", "nowhere.example"].map { Request.claims(host: $0, limit: 500) }
    + [
      .page(url: "https://rails.example.eu/sleepers"), .page(url: "https://nowhere.example/"), .queries, .tags, .notes,
      .subscriptions, .citing(url: "https://rails.example.eu/sleepers?utm_source=x"),
      .citing(url: "https://nowhere.example/"),
    ]
    + [QueryField.Values.tags, .hosts, .publishers, .days].flatMap { kind in
      ["", "e", "wire", "AXLE"].map { .offered(kind, matching: $0, limit: 5) }
    }

  private static let listings: [Listing] = [
    "", "is:unread", "is:read", "is:starred", "is:begun", "-is:begun", "is:removed", "is:tagged", "is:noted", "is:page",
    "is:entry", "-is:page", "feed:port",
    "tag:ports", "-tag:ports", "first",
    "source:wire.example.org", "source:axle", "asks:missing", "is:unread OR is:starred", "before:2026-04-20",
    "after:2026-04-24 -is:starred", "nowhere", "publisher:lantern", "publisher:axle OR is:starred", "daily",
    "on:2026-04-24",
    "on:yesterday", "after:5d", "before:1w",
  ].flatMap { query in Listing.Order.allCases.map { Listing(query: query, order: $0) } }

  /// What was changed before the catalogs are asked.
  struct Stage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout BothCatalogs) throws -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout BothCatalogs) throws -> Void) {
      (testDescription, self.change) = (name, change)
    }

    static let all = [
      Stage("nothing") { _ in },
      Stage("marks") { both in
        let ids = both.ids
        try both.apply(.mark([ids[0], ids[3], ids[4]], .unread(false)), .mark([ids[1], ids[3]], .starred(true)))
        try both.apply(.mark([ids[0]], .unread(false)), .mark([ids[0], ids[1]], .unread(false)))
      },
      Stage("tags") { both in
        let ids = both.ids
        try both.apply(.mark([ids[2], ids[3]], .tagged("ports", true)), .mark([ids[3]], .tagged("energy", true)))
        try both.apply(.mark([ids[3]], .tagged("ports", false)), .mark([ids[5]], .tagged("a", true)))
      },
      Stage("several tags at once") { both in
        let ids = both.ids
        try both.apply(.mark([ids[0]], .tagged("ports", true)))
        try both.apply(
          .marks([
            Marking([ids[0], ids[2]], .tagged("ports", true)), Marking([ids[2], ids[3]], .tagged("energy", true)),
            Marking([ids[0]], .tagged("none", false)),
          ]))
        try both.apply(.marks([Marking([ids[0]], .tagged("ports", true))]), .marks([Marking(ids, .starred(true))]))
        for _ in 0..<2 { try both.undo() }
      },
      Stage("notes") { both in
        let id = both.ids[1]
        try both.apply(.note(id, section: 1, text: "ask them"), .note(id, section: nil, text: "read again"))
        try both.apply(.note(id, section: 0, text: "so"), .note(id, section: 0, text: ""))
      },
      Stage("places in stories") { both in
        try both.remember(Bookmark(place: Place(.lede(0))), of: both.ids[1])
        try both.remember(Bookmark(place: Place(.heading(section: 1)), open: [1], progress: .finished), of: both.ids[2])
        try both.remember(Bookmark(place: Place(.headline), progress: .none), of: both.ids[4])
        for progress in [Row.Progress.finished, .begun] {
          try both.remember(Bookmark(place: Place(.headline), progress: progress), of: both.ids[5])
        }
      },
      Stage("what is done to all") { both in
        try both.apply(BulkChange(.mark(.unread(false)), query: "first", except: [both.ids[0]]))
        try both.apply(BulkChange(.mark(.tagged("ports", true)), query: "-is:starred"))
        try both.apply(BulkChange(.remove(isRemoved: true), query: "before:2026-04-15"))
        try both.undo()
        try both.apply(BulkChange(.mark(.starred(true)), query: "nowhere"))
      },
      Stage("edits") { both in
        let (ids, date, other) = (both.ids, Moment(seconds: 1_776_000_000), Moment(seconds: 1_776_500_000))
        try both.apply(.edit(ids[1], [.headline("Night trains"), .date(date)]), .edit(ids[3], [.headline("A port")]))
        try both.apply(.edit(ids[3], [.headline(nil)]), .edit(ids[3], [.date(other)]), .edit(ids[0], [.date(nil)]))
        try both.apply(.edit(ids[5], [.headline("x")]), .edit(ids[5], [.headline("y"), .date(other)]))
        for _ in 0..<2 { try both.undo() }
      },
      Stage("queries") { both in
        try both.apply(.keep(SavedQuery(name: "ports", query: "port")), .keep(SavedQuery(name: "all", query: "")))
        try both.apply(.keep(SavedQuery(name: "ports", query: "tag:ports")), .forget("nothing"))
      },
      Stage("removed stories") { both in
        let ids = both.ids
        try both.apply(.mark([ids[0]], .tagged("ports", true)), .remove([ids[0], ids[4]], isRemoved: true))
        try both.apply(.remove([ids[4]], isRemoved: false), .remove([ids[7]], isRemoved: true))
      },
      Stage("what was taken back") { both in
        let ids = both.ids
        try both.apply(.mark([ids[0], ids[1]], .starred(true)), .mark([ids[1], ids[2]], .starred(true)))
        try both.apply(.note(ids[1], section: 0, text: "so"), .note(ids[1], section: 0, text: "not so"))
        try both.apply(.keep(SavedQuery(name: "q", query: "x")), .remove([ids[2], ids[4]], isRemoved: true))
        for _ in 0..<5 { try both.undo() }
        for _ in 0..<2 { try both.redo() }
        try both.undo()
      },
      Stage("all that can be taken back") { both in
        let id = both.ids[0]
        try both.apply(.forget("none"), .mark([id], .unread(true)), .mark([id], .tagged("x", true)))
        for _ in 0..<3 { try both.undo() }
        for _ in 0..<3 { try both.redo() }
        try both.undo()
        try both.apply(.mark([id], .tagged("y", true)))
        try both.redo()
      },
    ]
  }
}

/// The same stories in a catalog of each kind.
struct BothCatalogs {
  let real: Catalog
  var fake: FakeCatalog
  /// Newest first.
  let ids: [StoryID]

  init() throws {
    var stories = Library.stories
    stories[1].url = "https://rails.example.eu/sleepers"
    for (index, name) in [(0, "Axle Daily"), (3, nil), (4, "axle daily"), (6, "Post")] {
      stories[index].publisher = name
    }
    let now = Moment(iso8601: "2026-04-29T10:00Z") ?? Moment(seconds: 0)
    real = try Catalog.inMemory(clock: { now })
    // Of the same date, what came last stands first.
    let incoming = stories.reversed().map { story in
      IncomingStory(
        reading: Reading(story: story), original: Array(story.headline.utf8), date: Moment(seconds: 0))
    }
    ids = try real.add(incoming).ids.reversed()
    fake = FakeCatalog(Array(zip(ids, stories)).map { (id: $0, story: $1) })
    fake.now = now
  }

  mutating func apply(_ changes: Change...) throws {
    for change in changes {
      _ = try real.apply(change, at: Moment(seconds: 0))
      fake.apply(change)
    }
    try real.catchUp()
  }

  mutating func apply(_ bulk: BulkChange, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (count, fakeCount) = (try real.apply(bulk, at: Moment(seconds: 0)), fake.apply(bulk))
    #expect(count == fakeCount, sourceLocation: sourceLocation)
    try real.catchUp()
  }

  mutating func remember(_ bookmark: Bookmark, of id: StoryID) throws {
    try real.remember(bookmark, of: id)
    fake.remember(bookmark, of: id)
  }

  mutating func undo(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectAlike(real.undo(at: Moment(seconds: 0)), fake.undo(), sourceLocation)
  }

  mutating func redo(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectAlike(real.redo(at: Moment(seconds: 0)), fake.redo(), sourceLocation)
  }

  private func expectAlike(_ undone: Undone, _ fakeUndone: Undone, _ sourceLocation: SourceLocation) throws {
    // In which order the stories of one change are told is nothing to anybody.
    #expect(undone.changes.map(\.sorted) == fakeUndone.changes.map(\.sorted), sourceLocation: sourceLocation)
    #expect(undone.withdrawn == fakeUndone.withdrawn, sourceLocation: sourceLocation)
    #expect(undone.headline == fakeUndone.headline, sourceLocation: sourceLocation)
    try real.catchUp()
  }

  func expectAlike(_ request: Request, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (answer, fakeAnswer) = (try real.answer(request), fake.answer(to: request))
    #expect(answer == fakeAnswer, "\(request)", sourceLocation: sourceLocation)
  }

  /// Everything about a listing, from some of the stories on, be they in it or not.
  func expectAlike(_ listing: Listing, around places: [Int]) throws {
    try expectAlike(.count(listing))
    try expectAlike(.nextUnread(after: nil, listing))
    for limit in [3, 500] {
      try expectAlike(.rows(listing, .first(limit)))
      try expectAlike(.rows(listing, .last(limit)))
    }
    for place in places {
      let id = ids[place]
      guard case .row(let row?) = try real.answer(.row(id)) else { continue }
      try expectAlike(.position(id, listing))
      try expectAlike(.rows(listing, .after(row, 3)))
      try expectAlike(.rows(listing, .before(row, 3)))
      try expectAlike(.neighbour(id, listing, forward: true))
      try expectAlike(.neighbour(id, listing, forward: false))
      try expectAlike(.nextUnread(after: id, listing))
    }
  }
}

extension Change {
  fileprivate var sorted: Change {
    switch self {
    case .mark(let stories, let mark): .mark(stories.sorted { $0.text < $1.text }, mark)
    case .remove(let stories, let isRemoved): .remove(stories.sorted { $0.text < $1.text }, isRemoved: isRemoved)
    default: self
    }
  }
}

extension Hit {
  /// Where it is, without the piece of the text around it.
  fileprivate var found: [AnyHashable] { [story, headline, date, heading, place] }
}

import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

@Suite struct `A page that is kept` {
  private let now = Moment(seconds: 1_790_000_000)
  private let url = "https://sea.example/tide"

  private func page(_ headline: String, _ text: String, cites host: String = "b.example", bytes: Int = 0)
    -> IncomingStory
  {
    let story = incoming(headline, at: 1_000, lede: text, cites: [host], asks: [("Who pays?", "Nobody.")])
    return IncomingStory(
      reading: story.reading, original: story.original + Array(repeating: 0x20, count: bytes),
      provenance: .page(url: url), date: Moment(seconds: 1_000))
  }

  private func citing(_ headline: String, at seconds: Int64, _ urls: [String]) -> IncomingStory {
    let text = "It rises, as everybody in \(headline) says."
    let story = Story(
      headline: headline,
      lede: [
        Block(
          text: text,
          citations: urls.map { Citation(place: text.utf8.count, host: Citation.host(named: "sea.example"), url: $0) })
      ])
    return IncomingStory(reading: Reading(story: story), original: Array(text.utf8), date: Moment(seconds: seconds))
  }

  @Test func `is in no list, count, source or search but its own`() throws {
    let catalog = try Catalog.holding(incoming("Port", at: 2_000, lede: "Rain on the quay.", cites: ["a.example"]))
    let before = try (catalog.count(Listing()), catalog.sources(), catalog.tags())
    let kept = try catalog.keep(page("High tide", "Rain over the bay."), url: url, fetched: now)
    #expect(kept.isNew && !kept.isChanged)
    try catalog.catchUp()
    for query in [
      "", "rain", "is:unread", "source:b.example", "asks:who", "-fog", "is:removed", "is:read", "before:2026",
    ] {
      #expect(try !catalog.headlines(query).contains("High tide"), "\(query)")
      #expect(try catalog.count(Listing(query: query)).stories == catalog.headlines(query).count, "\(query)")
    }
    #expect(try catalog.hits(Search("bay"), limit: 9).hits.isEmpty && catalog.questions().isEmpty)
    #expect(try (catalog.count(Listing()), catalog.sources(), catalog.tags()) == before)
    #expect(try catalog.lag() == 0)
    for query in ["is:page", "is:page bay", "is:page before:2026", "is:page tide -fog"] {
      #expect(try catalog.headlines(query) == ["High tide"], "\(query)")
    }
    #expect(try catalog.headlines("is:page quay").isEmpty && catalog.headlines("is:page after:2026").isEmpty)
    #expect(try catalog.hits(Search("bay is:page"), limit: 9).hits.map(\.headline) == ["High tide"])
  }

  @Test func `is opened by its address in any spelling, and by the one that led there`() throws {
    let catalog = try Catalog.inMemory()
    let id = try catalog.keep(page("High tide", "It rises."), url: "https://s.example/1", final: url, fetched: now).id
    for way in [url, "http://www.sea.example/tide/?utm_source=x", "https://s.example/1#top"] {
      #expect(try catalog.page(at: way) == id && catalog.keptPage(at: way)?.fetched == now, "\(way)")
    }
    #expect(try catalog.page(at: "https://sea.example/") == nil)
    let detail = try #require(try catalog.detail(id))
    #expect(
      detail.kind == .page && detail.kept == now && !detail.row.isRemoved && detail.story.sources == ["b.example"])
    let shown = try catalog.add([page("High tide", "It rises.")])
    #expect(shown.new == 1 && shown.ids[0] != id)
    #expect(try catalog.page(at: url) == shown.ids[0] && catalog.detail(shown.ids[0])?.kept == nil)
    #expect(try catalog.keptPage(at: url)?.id == id)
  }

  @Test func `has one copy, whose versions are what it said before`() throws {
    let catalog = try Catalog.inMemory()
    let first = try catalog.keep(page("High tide", "It rises."), url: url, fetched: now)
    try catalog.remember(Bookmark(place: Place(.heading(section: 0)), open: [0]), of: first.id)
    _ = try catalog.apply(.note(first.id, section: 0, text: "Ask"), at: now)
    let later = Moment(seconds: now.seconds + 60)
    let same = try catalog.keep(page("High tide", "It rises."), url: url, fetched: later)
    #expect(same == KeptPage(id: first.id, isNew: false, isChanged: false))
    #expect(try catalog.detail(first.id)?.kept == later && catalog.detail(first.id)?.versions == 1)
    let changed = try catalog.keep(page("Low tide", "It falls."), url: url, fetched: later)
    #expect(changed == KeptPage(id: first.id, isNew: false, isChanged: true))
    let detail = try #require(try catalog.detail(first.id))
    #expect(detail.story.headline == "Low tide" && detail.versions == 2 && detail.notes.map(\.text) == ["Ask"])
    #expect(detail.bookmark?.open == [0])
    try catalog.catchUp()
    #expect(try catalog.headlines("is:page falls") == ["Low tide"] && catalog.headlines("is:page rises").isEmpty)
    #expect(try catalog.count(Listing()) == RowCount(stories: 0, unread: 0))
    // What led to another page may lead to one of its own.
    let other = try catalog.keep(page("Other", "Another page."), url: "https://s.example/1", final: url, fetched: later)
    #expect(other.id == first.id)
    let own = try catalog.keep(page("Own", "A page of its own."), url: "https://s.example/1", fetched: later)
    #expect(own.isNew)
    #expect(try catalog.page(at: "https://s.example/1") == own.id && catalog.page(at: url) == first.id)
  }

  @Test func `is nothing that a text is taken for a version of`() throws {
    let catalog = try Catalog.inMemory()
    let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall again."
    let kept = try catalog.keep(page("High tide", words), url: url, fetched: now)
    let added = try catalog.add([incoming("High tide", at: 5_000, lede: words + " So it was.")])
    #expect(added.new == 1 && added.ids[0] != kept.id)
    #expect(try catalog.undo(at: now).changes.isEmpty)
  }

  @Test func `goes when there is no room, the one first that was fetched longest ago, but not what the user marked`()
    throws
  {
    let catalog = try Catalog.inMemory()
    var ids: [StoryID] = []
    for index in 0..<5 {
      let page = page("Page \(index)", "Text \(index) of the bay.", bytes: 1_000)
      let address = "https://sea.example/\(index)"
      ids.append(try catalog.keep(page, url: address, fetched: Moment(seconds: now.seconds + Int64(index))).id)
    }
    let bytes = try catalog.keptBytes()
    #expect(bytes > 5_000)
    _ = try catalog.apply(.mark([ids[0]], .starred(true)), at: now)
    _ = try catalog.apply(.note(ids[1], section: nil, text: "Ask"), at: now)
    #expect(try catalog.clearKept(downTo: bytes, at: now) == 0)
    #expect(try catalog.clearKept(downTo: bytes - 1_500, at: now) == 2)
    #expect(try catalog.headlines("is:page", .headline) == ["Page 0", "Page 1", "Page 4"])
    #expect(try catalog.page(at: "https://sea.example/2") == nil && catalog.headlines("is:page text").count == 3)
    #expect(try catalog.clearKept(downTo: 0, at: now) == 1)
    #expect(try catalog.headlines("is:page is:starred") == ["Page 0"] && catalog.headlines("is:starred").isEmpty)
  }

  @Test func `says who cites it, the newest first`() throws {
    let catalog = try Catalog.holding(
      citing("Old", at: 100, [url]), citing("New", at: 900, [url + "?utm_medium=rss", "https://sea.example/else"]),
      citing("None", at: 500, ["https://sea.example/tides"]))
    try catalog.catchUp()
    let claims = try catalog.claims(citing: "http://sea.example/tide#1")
    #expect(claims.map(\.headline) == ["New", "Old"])
    #expect(try catalog.claims(citing: url, after: claims[0], limit: 9).map(\.headline) == ["Old"])
    #expect(try catalog.claims(citing: url, limit: 1).map(\.headline) == ["New"])
    #expect(try catalog.claims(citing: "https://sea.example/").isEmpty)
  }

  @Test func `is asked for until it comes, or the user wants it no more`() throws {
    let catalog = try Catalog.holding(
      citing("New", at: 900, [url, "https://sea.example/2"]),
      citing("Old", at: 100, ["https://sea.example/3", url + "/"]))
    let cited = try catalog.citedPages(of: "", limit: 9)
    #expect(cited.map(\.url) == [url, "https://sea.example/2", "https://sea.example/3"])
    #expect(try catalog.citedPages(of: "", limit: 9, stories: 1).count == 2)
    #expect(try catalog.citedPages(of: "is:starred", limit: 9).isEmpty)
    #expect(try catalog.citedPages(of: [cited[2].story], limit: 9).map(\.url) == ["https://sea.example/3", url + "/"])
    try catalog.want(cited.map { WantedPage(url: $0.url, story: $0.story, isAskedFor: false) }, at: now)
    try catalog.want([WantedPage(url: "https://sea.example/3?utm_source=a", isAskedFor: true)], at: now)
    #expect(
      try catalog.wants().map(\.url) == ["https://sea.example/3", "https://sea.example/2", url])
    var failed = FetchRecord(attempted: now, due: Moment(seconds: now.seconds + 60), failures: 1, failure: "no answer")
    try catalog.record([(url, failed)])
    #expect(try catalog.wants().last?.fetches == failed && catalog.wants(dueAt: now).count == 2)
    failed.hasEnded = true
    try catalog.record([(url, failed)])
    #expect(
      try catalog.wants(dueAt: Moment(seconds: now.seconds + 99)).count == 2 && catalog.wants(limit: 1).count == 1)
    _ = try catalog.keep(
      page("High tide", "It rises."), url: "https://s.example/", final: "https://sea.example/2", fetched: now)
    try catalog.unwant("https://sea.example/3")
    #expect(try catalog.wants().map(\.url) == [url])
    #expect(try catalog.citedPages(of: "", limit: 9).map(\.url) == [url, "https://sea.example/3"])
    #expect(try catalog.citedPages(of: "", notKept: false, limit: 9).count == 3)
  }
}

import Briefing
import Testing

@testable import Formats

@Suite struct `What a page says of itself` {
  private func story(head: String, url: String? = "https://hook.example/2026/04/28/cranes") -> Story {
    SamplePage.read(SamplePage.newspaper(SamplePage.paragraphs, head: head), url: url).reading.story
  }

  @Test func `is read from JSON-LD, though it has line ends in its strings`() {
    let data = """
      <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Hook"}, {"@type": "NewsArticle",
      "headline": "Cranes without a sea", "author": [{"name": "Jana Nov&aacute;"}, "Petr Malý"], "datePublished": "2026-04-27T22:30:00+02:00",
      "publisher": {"@type": "Organization", "name": "The Daily
      Hook"}}]}</script>
      """
    let story = story(head: data)
    #expect(story.authors == ["Jana Nová", "Petr Malý"])
    #expect(story.published == Moment(iso8601: "2026-04-27T20:30:00Z"))
    #expect(story.publisher == "The Daily Hook")
  }

  @Test func `is read from its meta elements and links`() {
    let story = story(
      head:
        "<meta property='article:published_time' content='2026-04-27'><meta name=author content='By Jana Nová and Petr Malý'>"
        + "<meta property=og:site_name content='Daily Hook'><link rel=canonical href='/cranes'>")
    #expect(story.authors == ["Jana Nová", "Petr Malý"])
    #expect(story.published == Moment(day: "2026-04-27"))
    #expect(story.publisher == "Daily Hook")
    #expect(story.url == "https://hook.example/cranes")
  }

  @Test func `is found in its address where it says nothing`() {
    #expect(story(head: "").published == Moment(day: "2026-04-28"))
    #expect(story(head: "", url: nil).url == nil)
    #expect(story(head: "", url: nil).published == nil)
  }

  @Test func `names the article by its heading, and not by the site`() {
    let page =
      "<title>Green cranes — Hook</title><body><h1>Hook</h1><article><h1>Green cranes</h1>\(SamplePage.paragraphs)</article>"
    #expect(SamplePage.read(page).reading.story.headline == "Green cranes")
    let bare = "<title>Why cranes are green these days - Hook</title><body><div>\(SamplePage.paragraphs)</div>"
    #expect(SamplePage.read(bare).reading.story.headline == "Why cranes are green these days")
  }

  @Test func `has its language`() {
    #expect(SamplePage.read(SamplePage.newspaper(SamplePage.paragraphs)).language == "en")
  }
}

@Suite struct `Dates as pages write them` {
  @Test(arguments: [
    ("2026-04-28", "2026-04-28T00:00:00Z"), ("2026-04-28T09:30:00.123+0200", "2026-04-28T07:30:00Z"),
    ("2026-4-8 9:05", "2026-04-08T09:05:00Z"), ("2026/04/28", "2026-04-28T00:00:00Z"),
    ("Tue, 28 Apr 2026 09:30:00 GMT", "2026-04-28T09:30:00Z"), ("April 28, 2026 9:30 pm EDT", "2026-04-29T01:30:00Z"),
    ("Published on Apr. 28th, 2026", "2026-04-28T00:00:00Z"), ("28. Mai 2026, 12:30 Uhr", "2026-05-28T12:30:00Z"),
    ("28 de mayo de 2026", "2026-05-28T00:00:00Z"), ("le 1er août 2026", "2026-08-01T00:00:00Z"),
    ("28.04.2026", "2026-04-28T00:00:00Z"), ("28/04/2026", "2026-04-28T00:00:00Z"),
    ("04/28/2026", "2026-04-28T00:00:00Z"),
    ("2026年4月28日", "2026-04-28T00:00:00Z"),
  ])
  func `are read`(text: String, moment: String) {
    #expect(PageDate.read(text)?.iso8601 == moment)
  }

  @Test(arguments: [
    "", "today", "03/04/2026", "2026-13-01", "2026-02-30", "31/31/2026", "May", "in May", "99999-01-01",
  ])
  func `are none where no day is named`(text: String) {
    #expect(PageDate.read(text) == nil)
  }
}

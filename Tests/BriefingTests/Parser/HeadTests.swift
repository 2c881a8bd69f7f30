import Testing

@testable import Briefing

/// What stands above the body: fields, marks, bylines, labels, and the bullets of the summary.
@Suite struct `The head of a text` {
  private let rest = "\n\n- Rice fell for a third week.\n- Mills are full.\n\nTraders say so. (dailygrain.com)\n"

  private func expectSummary(_ story: Story) {
    #expect(story.headline == "Rice prices fall")
    #expect(story.summary == ["Rice fell for a third week.", "Mills are full."])
    #expect(story.lede.map(\.text) == ["Traders say so."])
  }

  @Test(arguments: [
    "---\ntitle: \"Rice prices fall\"\ndate: 2026-04-28\nsource: https://www.dailygrain.com/rice\nauthor: Ann Mill\ntags: [food, trade]\n---",
    "+++\ntitle = \"Rice prices fall\"\ndate = 2026-04-28\nurl = \"https://www.dailygrain.com/rice\"\nauthors = [\"Ann Mill\"]\n+++",
    "Title: Rice prices fall\nDate: April 28, 2026\nURL: https://www.dailygrain.com/rice\nAuthor: Ann Mill\nSlug: rice",
    "---\ntitle: Rice prices fall\nauthors:\n  - Ann Mill\nlayout: post\npubDate: 28 Apr 2026\nlink: https://www.dailygrain.com/rice\n---\n\n# Rice prices fall",
  ])
  func `front matter gives headline, author, date and address`(_ matter: String) {
    let reading = read(matter + rest)
    expectSummary(reading.story)
    #expect(reading.story.authors == ["Ann Mill"])
    #expect(reading.story.published?.iso8601 == "2026-04-28T00:00:00Z")
    #expect(reading.story.url == "https://www.dailygrain.com/rice")
    #expect(reading.setAside.allSatisfy { $0.reason == .metadata })
  }

  @Test(arguments: [
    ("title: NASA&#8217;s `now` and **then**", "NASA’s now and then"), ("title: <style>", "<style>"),
    ("title: 5 * 3 and a_b", "5 * 3 and a_b"),
  ])
  func `the marks of a title are read`(_ field: String, _ headline: String) {
    #expect(read("---\n\(field)\n---\n\nWords.").story.headline == headline)
  }

  @Test func `comments among fields are set aside`() {
    let reading = read("---\n# See https://a.com/x\ntitle: Rice\n---\n\nWords.")
    #expect(reading.story.headline == "Rice")
    #expect(reading.setAside.map(\.text).contains("# See https://a.com/x"))
  }

  @Test func `what programs read above the headline is none`() {
    let marks = "{% include a.html %}\n\n<Switch {fw} />\n\n"
    #expect(read(marks + "# Rice\n\nWords.").story.headline == "Rice")
  }

  @Test func `a mail's header gives headline, author and date`() {
    let reading = read(
      "From: Grain Desk <desk@dailygrain.example>\nTo: reader@example.org\nDate: Tue, 28 Apr 2026 07:00:00 +0200\n"
        + "Subject: =?utf-8?Q?Rice=20prices?=\n =?utf-8?B?IGZhbGw=?=" + rest)
    expectSummary(reading.story)
    #expect(reading.story.authors == ["Grain Desk"])
    #expect(reading.story.published?.iso8601 == "2026-04-28T05:00:00Z")
    #expect(reading.setAside.contains { $0.text == "To: reader@example.org" && $0.reason == .metadata })
  }

  @Test(arguments: [
    "==================\n Rice prices fall\n==================", "Rice prices fall\n================",
    "Rice prices fall\n---",
    "---\n\nRice prices fall", "<img src=\"https://cdn.example/logo.png\"/>\n\n# Rice prices fall",
    "<!-- a\nnote -->\n# Rice prices fall #", "***\nRice prices fall",
  ])
  func `lines of marks are no headline`(_ head: String) {
    expectSummary(read(head + rest).story)
  }

  @Test func `an address above the headline is the story's own`() {
    let story = read("https://www.dailygrain.com/rice/early\n\nRice prices fall" + rest).story
    expectSummary(story)
    #expect(story.url == "https://www.dailygrain.com/rice/early")
  }

  @Test(
    arguments: [
      ("By Ann Mill · 28 April 2026 · 4 min read", ["Ann Mill"], "2026-04-28T00:00:00Z"),
      ("By Ann Mill and Ben Ray", ["Ann Mill", "Ben Ray"], nil), ("April 28, 2026", [], "2026-04-28T00:00:00Z"),
      ("Ann Mill · 28 April 2026", ["Ann Mill"], "2026-04-28T00:00:00Z"),
      ("Von Ann Mill, 28. April 2026", ["Ann Mill"], "2026-04-28T00:00:00Z"),
      ("Ann van der Mill | Published 2026-04-28 09:30", ["Ann van der Mill"], "2026-04-28T09:30:00Z"),
      ("28 avril 2026", [], "2026-04-28T00:00:00Z"), ("2026年4月28日", [], "2026-04-28T00:00:00Z"),
      ("28.04.2026", [], "2026-04-28T00:00:00Z"), ("*By Ann Mill, Senior Editor*", ["Ann Mill"], nil),
    ] as [(String, [String], String?)])
  func `a byline says who wrote it and when`(_ line: String, _ authors: [String], _ date: String?) {
    for gap in ["\n", "\n\n"] {
      let reading = read("Rice prices fall" + gap + line + rest)
      expectSummary(reading.story)
      #expect(reading.story.authors == authors)
      #expect(reading.story.published?.iso8601 == date)
      #expect(reading.setAside.map(\.reason) == [.byline])
      #expect(reading.setAside.map(\.text) == [line])
    }
  }

  @Test(arguments: [
    "By Monday the mills were full.", "04/05/2026", "Ann Mill", "In April 2026, prices fell",
    "By all accounts, Ann Mill won",
  ])
  func `what may be something else is no byline`(_ line: String) {
    let reading = read("Rice prices fall\n\n\(line)\n\nTraders say so.")
    #expect(reading.story.lede.first?.text == line)
    #expect(reading.story.authors.isEmpty && reading.story.published == nil && reading.setAside.isEmpty)
  }

  @Test(arguments: [
    "Key points:", "**Key takeaways**", "## Highlights", "TL;DR", "Das Wichtigste in Kürze:", "À retenir :", "要点：",
  ])
  func `a label above the bullets is set aside`(_ label: String) {
    for gap in ["\n", "\n\n"] {
      let reading = read("Rice prices fall\n\n\(label)\(gap)" + rest.drop { $0 == "\n" })
      expectSummary(reading.story)
      #expect(reading.setAside.map(\.text) == [label])
    }
  }

  @Test func `bullets may stand below a subtitle`() {
    let story = read("Rice prices fall\n\nWhat an early harvest does to a market" + rest).story
    #expect(story.summary.count == 2)
    #expect(story.lede.map(\.text) == ["What an early harvest does to a market", "Traders say so."])
  }

  @Test(arguments: [
    "+ One.\n+ Two.", "1. One.\n1. Two.", "1) One.\n2) Two.", "・One.\n・Two.", "· One.\n· Two.", "– One.\n– Two.",
    "- [ ] One.\n- [x] Two.", "[ ] One.\n[x] Two.",
  ])
  func `bullets open with any mark of a list`(_ bullets: String) {
    #expect(read("Rice prices fall\n\n\(bullets)\n\nTraders say so.").story.summary == ["One.", "Two."])
  }

  @Test func `a picture opens a bullet where it opens several lines`() {
    let story = read("Rice prices fall\n\n🌾 Rice fell.\n🏭 Mills are full.\n\n🚢 Ships wait, they say.").story
    #expect(story.summary == ["🌾 Rice fell.", "🏭 Mills are full."])
    #expect(story.lede.map(\.text) == ["🚢 Ships wait, they say."])
  }

  @Test func `a list that is all the text is no summary of it`() {
    let story = read("# Shopping\n\n- Milk\n- Eggs").story
    #expect(story.headline == "Shopping" && story.summary.isEmpty)
    #expect(story.lede.map(\.text) == ["Milk", "Eggs"])
  }

  @Test(arguments: ["Links", "Week in links", "Sources"])
  func `a list of links is none either, since each is to be followed`(headline: String) {
    let story = read(
      "# \(headline)\n\n* [Postgres](https://pg.example/19) is out.\n* [Tram](https://echo.example/t)\n\nThe term ends."
    ).story
    #expect(story.headline == headline && story.summary.isEmpty)
    #expect(story.lede.map(\.text) == ["Postgres is out.", "Tram", "The term ends."])
    #expect(story.lede.flatMap(\.citations).map(\.url) == ["https://pg.example/19", "https://echo.example/t"])
  }

  @Test func `words between a headline and a list of links stay between them`() {
    let story = read(
      "# Version 2\n\nOf 4 September\n\n- Mended: [the parser](https://a.example/p)\n- New: [links](https://a.example/l)\n\nThanks to all."
    ).story
    #expect(story.lede.map(\.text) == ["Of 4 September", "Mended: the parser", "New: links", "Thanks to all."])
  }

  @Test func `a list below a paragraph is none either`() {
    let story = read("Rice prices fall\n\nThree groups gain:\n\n- Bakers\n- Brewers\n\nTraders say so.").story
    #expect(story.summary.isEmpty && story.lede.count == 4)
  }
}

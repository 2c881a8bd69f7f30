import Briefing
import Testing

@testable import Formats

@Suite struct `What is no word of an article` {
  private func read(_ html: String, head: String = "") -> Reading {
    SamplePage.read(SamplePage.newspaper(html, head: head)).reading
  }

  private func lede(_ html: String, head: String = "") -> [String] {
    let reading = read(html, head: head)
    return (reading.story.lede + reading.story.sections.flatMap(\.blocks)).map(\.text)
  }

  /// That only the two paragraphs are there, and that some words were set aside.
  private func expectAside(
    _ html: String, _ words: String, head: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let reading = read(html, head: head)
    #expect(
      reading.story.blocks.map(\.text).count == 2, "\(reading.story.blocks.map(\.text))", sourceLocation: sourceLocation
    )
    #expect(reading.story.sections.isEmpty, sourceLocation: sourceLocation)
    #expect(reading.setAside.contains { $0.text.contains(words) }, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["12 Comments", "Comments (3)", "Keine Kommentare", "4 commentaires"])
  func `counts comments`(line: String) { expectAside(SamplePage.paragraphs + "<p>\(line)</p>", line) }

  @Test(arguments: ["Read more:", "Lesen Sie auch:", "Lire aussi :", "READ ALSO |", "[Related]"])
  func `leads to another article from between the paragraphs`(label: String) {
    let two = SamplePage.paragraphs.split(separator: "\n").map(String.init)
    expectAside(
      two[0] + "<p><strong>\(label)</strong> <a href=\"/2026/03/trams\">Trams of another town were painted, too</a></p>"
        + two[1],
      "Trams of another town")
  }

  @Test func `is the day and the byline before the first paragraph`() {
    let head = "<meta name=author content=\"Jana Nová\">"
    expectAside("<p>28 April 2026, 12:46</p><p>By Jana Nová</p>" + SamplePage.paragraphs, "28 April", head: head)
  }

  @Test func `is the label of a list that was taken out`() {
    expectAside(
      SamplePage.paragraphs
        + "<div>Top stories</div><div class=related><ul><li><a href=/a>A tram too late</a></ul></div>",
      "Top stories")
    expectAside(
      SamplePage.paragraphs + "<p>Lue lisää:</p><div class=related><a href=/a>A tram too late</a></div>", "Lue lisää")
  }

  @Test func `is who the author is, at the end`() {
    let head = "<meta name=author content=\"Jana Nová\">"
    let bio = "Jana Nová writes on harbours and on what is painted there, and lives in Opava."
    expectAside(SamplePage.paragraphs + "<p>\(bio)</p>", bio, head: head)
    expectAside(SamplePage.paragraphs + "<div class=\"author-bio\"><p>\(bio)</p></div>", bio)
  }

  @Test func `is a box that asks for an address of mail`() {
    expectAside(
      SamplePage.paragraphs + "<div><h3>Our letter</h3><p>One letter a week, and no other.</p><input type=email></div>",
      "Our letter")
  }

  @Test func `is a quote that was pulled out of a paragraph, but no other quote`() {
    let quote = "in a green that nobody had ordered, and the painters went home by tram"
    expectAside(SamplePage.paragraphs + "<blockquote>\(quote)</blockquote>", quote)
    #expect(
      lede(
        SamplePage.paragraphs
          + "<blockquote>\(quote.replacing("green", with: "blue that was new"))</blockquote><p>So.</p>"
      ).count == 4)
  }

  @Test func `are the articles that follow`() {
    let other =
      "<article><h1>A tram too late</h1>\(SamplePage.paragraphs.replacing("harbour", with: "depot"))</article>"
    let page = """
      <title>Cranes without a sea</title><main class="content"><article><h1>Cranes without a sea</h1>\(SamplePage.paragraphs)</article>
      \(other)\(other)</main>
      """
    let reading = SamplePage.read(page).reading
    #expect(reading.story.headline == "Cranes without a sea")
    #expect(reading.story.blocks.count == 2)
    #expect(reading.setAside.contains { $0.text.contains("depot") })
  }
}

@Suite struct `What is a word of an article` {
  @Test func `is what it quotes from a network`() {
    let quote = "<blockquote class=\"twitter-tweet\"><p>The crane is green now.</p>— Jana (@jana)</blockquote>"
    let found = SamplePage.read(SamplePage.newspaper(SamplePage.paragraphs + quote + "<p>So.</p>")).reading.story.lede
    #expect(found.map(\.text).contains("The crane is green now."))
    #expect(found.contains { $0.containers == [.quote] })
  }

  @Test func `is the line below the headline, which opens no section`() {
    let story = SamplePage.read(
      SamplePage.newspaper(
        "<h2 class=subtitle>A town far from any coast keeps its harbour</h2>" + SamplePage.paragraphs)
    ).reading.story
    #expect(story.sections.isEmpty)
    #expect(story.lede.first?.text == "A town far from any coast keeps its harbour")
  }

  @Test func `is what a review of a claim comes to, whatever box it stands in`() {
    let data = #"{"@type": "ClaimReview", "reviewRating": {"@type": "Rating", "alternateName": "Unproven"}}"#
    let box =
      "<div class=\"media\"><img src=/a.png><h5 class=label>Unproven</h5><a href=/ratings>About this rating</a></div>"
    let story = SamplePage.read(
      SamplePage.newspaper(
        box + String(repeating: SamplePage.paragraphs, count: 3),
        head: "<script type=\"application/ld+json\">\(data)</script>")
    ).reading.story
    #expect(story.lede.map(\.text).contains("Unproven"))
    #expect(story.sections.isEmpty)
    #expect(!story.lede.contains { $0.text.contains("About this rating") })
  }
}

import Briefing
import Testing

@testable import Formats

/// A feed that is damaged as feeds of the web are, and what a careful reader makes of it.
struct DamagedFeed: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  /// Headline, day, address and words of each entry.
  var entries: [Entry]

  struct Entry: Equatable, Sendable {
    var headline: String
    var day: String?
    var url: String?
    var words: String
  }

  var testDescription: String { name }
}

@Suite struct `A damaged feed` {
  private static let start = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Pier</title>"
  private static let first =
    "<item><title>Ships</title><link>https://pier.example/1</link><pubDate>Mon, 27 Apr 2026 09:30:00 GMT</pubDate><description>They sail.</description></item>"
  private static let second =
    "<item><title>Rails</title><link>https://pier.example/2</link><pubDate>Tue, 28 Apr 2026 09:30:00 GMT</pubDate><description>They shine.</description></item>"
  private static let end = "</channel></rss>"
  private static let ships = entry("Ships", "2026-04-27", "https://pier.example/1", "They sail.")
  private static let rails = entry("Rails", "2026-04-28", "https://pier.example/2", "They shine.")

  private static func entry(_ headline: String, _ day: String?, _ url: String?, _ words: String) -> DamagedFeed.Entry {
    DamagedFeed.Entry(headline: headline, day: day, url: url, words: words)
  }

  private static func one(_ fields: String) -> String { start + "<item>" + fields + "</item>" + end }

  static let feeds: [DamagedFeed] = [
    DamagedFeed(
      name: "behind a warning of the server",
      text: "<br />\n<b>Warning</b>: cannot modify header in <b>/srv/feed.php</b>\n" + start + first + second + end,
      entries: [ships, rails]),
    DamagedFeed(
      name: "behind empty lines and a comment", text: "\n\n  <!-- cached -->\n" + start + first + end, entries: [ships]),
    DamagedFeed(
      name: "with names of HTML that XML does not know",
      text: one(
        "<title>Caf&eacute;&nbsp;open &mdash; again</title><description>&ldquo;Yes&rdquo;&hellip;</description>"),
      entries: [entry("Café\u{A0}open — again", nil, nil, "“Yes”…")]),
    DamagedFeed(
      name: "with a bare ampersand",
      text: one("<title>R&D at AT&T</title><link>https://pier.example/?a=1&b=2</link><description>Q&A.</description>"),
      entries: [entry("R&D at AT&T", nil, "https://pier.example/?a=1&b=2", "Q&A.")]),
    DamagedFeed(
      name: "with a line break of HTML between its elements",
      text: start + first + "<br>" + second + "<br></channel><br></rss>", entries: [ships, rails]),
    DamagedFeed(
      name: "with an entry that is not closed",
      text: start + first.replacing("</item>", with: "") + second + end, entries: [ships, rails]),
    DamagedFeed(
      name: "with a title that is not closed",
      text: start + "<item><title>Ships<link>https://pier.example/1</link><description>They sail.</description></item>"
        + second + end,
      entries: [entry("Ships", nil, "https://pier.example/1", "They sail."), rails]),
    DamagedFeed(
      name: "with ends in the wrong order",
      text: start + "<item><title>Ships</item></title>" + second + end,
      entries: [entry("Ships", nil, nil, ""), rails]),
    DamagedFeed(
      name: "that is cut within an entry",
      text: start + first + second.prefix(60), entries: [ships, entry("Rails", nil, "https://pier.example/2", "")]),
    DamagedFeed(name: "without its last tags", text: start + first + second, entries: [ships, rails]),
    DamagedFeed(
      name: "whose markup is escaped twice",
      text: one(
        "<title>Ships</title><description>&amp;lt;p&amp;gt;They &amp;lt;b&amp;gt;sail&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;</description>"
      ),
      entries: [entry("Ships", nil, nil, "They sail.")]),
    DamagedFeed(
      name: "with a heart in its title",
      text: one("<title>We &lt;3 ships</title><description>So do &lt;b&gt;we&lt;/b&gt;.</description>"),
      entries: [entry("We <3 ships", nil, nil, "So do we.")]),
    DamagedFeed(
      name: "with a day of the week that is wrong, and a zone by its name",
      text: one(
        "<title>Ships</title><pubDate>Sun, 27 Apr 2026 23:30:00 EST</pubDate><description>They sail.</description>"),
      entries: [entry("Ships", "2026-04-28", nil, "They sail.")]),
    DamagedFeed(
      name: "with a year of two digits",
      text: one("<title>Ships</title><pubDate>27 Apr 26 09:30 GMT</pubDate><description>They sail.</description>"),
      entries: [entry("Ships", "2026-04-27", nil, "They sail.")]),
    DamagedFeed(
      name: "with a date in words of another language",
      text: one("<title>Bateaux</title><pubDate>mardi 28 avril 2026</pubDate><description>Ils partent.</description>"),
      entries: [entry("Bateaux", "2026-04-28", nil, "Ils partent.")]),
    DamagedFeed(
      name: "with a date that is none",
      text: one("<title>Ships</title><pubDate>soon</pubDate><description>They sail.</description>"),
      entries: [entry("Ships", nil, nil, "They sail.")]),
    DamagedFeed(
      name: "with elements of Atom in RSS",
      text: one(
        "<title>Ships</title><atom:link rel='alternate' href='https://pier.example/1'/><updated>2026-04-27T09:30:00Z</updated><summary>They sail.</summary>"
      ), entries: [ships]),
    DamagedFeed(
      name: "with prefixes that nothing declares",
      text: one(
        "<title>Ships</title><dc:date>2026-04-27</dc:date><link>https://pier.example/1</link><content:encoded>&lt;p&gt;They sail.&lt;/p&gt;</content:encoded>"
      ), entries: [ships]),
    DamagedFeed(
      name: "whose section of text is not closed",
      text: start + first + "<item><title><![CDATA[Rails</title><description>They shine.</description></item>" + end,
      entries: [ships, entry("RailsThey shine.", nil, nil, "")]),
    DamagedFeed(
      name: "in capitals",
      text: "<RSS><CHANNEL><TITLE>Pier</TITLE>"
        + "<ITEM><TITLE>Ships</TITLE><LINK>https://pier.example/1</LINK><PUBDATE>2026-04-27</PUBDATE><DESCRIPTION>They sail.</DESCRIPTION></ITEM></CHANNEL></RSS>",
      entries: [ships]),
    DamagedFeed(
      name: "whose items stand behind the channel",
      text: "<rss><channel><title>Pier</title></channel>" + first + second + "</rss>", entries: [ships, rails]),
    DamagedFeed(
      name: "with a control in its words",
      text: one("<title>Sh\u{1}ips</title><description>They \u{1B}[31msail.</description>"),
      entries: [entry("Sh^Aips", nil, nil, "They ^[[31msail.")]),
  ]

  @Test(arguments: feeds) func `is read as far as it can be`(feed: DamagedFeed) throws {
    let file = try StoryFile(Array(feed.text.utf8))
    let entries = try (0..<file.count).map { index in
      let story = try file.story(index).reading.story
      return Self.entry(
        story.headline, story.published.map { String($0.iso8601.prefix(10)) }, story.url,
        story.lede.map(\.text).joined(separator: " "))
    }
    #expect(entries == feed.entries)
  }

  @Test func `keeps entries apart that share a name, and those without one`() throws {
    let text =
      Self.start + "<item><guid>1</guid><title>A</title></item><item><guid>1</guid><title>B</title></item>"
      + "<item><title>C</title></item><item><title>D</title></item>" + Self.end
    let file = try StoryFile(Array(text.utf8))
    let stories = try (0..<file.count).map { try file.story($0) }
    #expect(stories.map(\.reading.story.headline) == ["A", "B", "C", "D"])
    #expect(stories.map(\.entry?.guid) == ["1", "1", nil, nil])
  }
}

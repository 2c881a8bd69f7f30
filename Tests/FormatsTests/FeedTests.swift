import Briefing
import Testing

@testable import Formats

@Suite("Feeds")
struct FeedTests {
  private func stories(_ text: String) throws -> [StoryFile.Story] {
    let file = try StoryFile(Array(text.utf8))
    return try (0..<file.count).map { try file.story($0) }
  }

  private func items(_ items: String, _ fields: String = "") -> String {
    """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Port News</title><link>https://port.example/</link>
    <atom:link rel="self" href="https://port.example/feed"/>\(fields)\(items)</channel></rss>
    """
  }

  private static let item = """
    <item><title>Ships &amp; rails</title><link>https://port.example/1</link><guid isPermaLink="false">n1</guid>
    <dc:creator>Ida Roe</dc:creator><pubDate>Mon, 27 Apr 2026 09:30:00 +0200</pubDate>
    <description>Short.</description>
    <content:encoded><![CDATA[<p>Ships <b>sail</b>, says <a href="https://vell.example/a">Vell</a>.</p><h3>Who pays?</h3><p>Shippers.</p>]]></content:encoded>
    <enclosure url="https://port.example/a.mp3" type="audio/mpeg"/></item>
    """

  @Test func `are stories with all that their entries say`() throws {
    let story = try #require(try stories(items(Self.item)).first)
    let read = story.reading.story
    #expect(read.headline == "Ships & rails")
    #expect(read.publisher == "Port News" && read.authors == ["Ida Roe"])
    #expect(read.url == "https://port.example/1")
    #expect(read.published?.iso8601 == "2026-04-27T07:30:00Z")
    #expect(read.lede.map(\.text) == ["Ships sail, says Vell.", "a.mp3"])
    #expect(read.lede[0].citations.map(\.host) == ["vell.example"])
    #expect(read.sections.map(\.heading) == ["Who pays?"] && read.sections[0].isQuestion)
    #expect(story.entry == EntryName(feed: "https://port.example/feed", guid: "n1", url: "https://port.example/1"))
    #expect(story.original == Array(Self.item.utf8))
  }

  @Test(arguments: [
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><title type='html'>A &amp;lt;b</title><id>1</id><link href='https://a.example/1'/><updated>2026-04-27T00:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Ships <i>sail</i>.</div></content></entry></feed>",
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>F</title></channel><item rdf:about='1'><title>A &lt;b</title><link>https://a.example/1</link><dc:date>2026-04-27</dc:date><description>Ships sail.</description></item></rdf:RDF>",
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"F\", \"items\": [{\"id\": \"1\", \"url\": \"https://a.example/1\", \"title\": \"A <b\", \"content_text\": \"Ships sail.\", \"date_published\": \"2026-04-27T00:00:00Z\"}]}",
  ])
  func `are read in every form`(text: String) throws {
    let story = try #require(try stories(text).first)
    #expect(story.reading.story.headline == "A <b")
    #expect(story.reading.story.lede.map(\.text) == ["Ships sail."])
    #expect(story.reading.story.url == "https://a.example/1" && story.reading.story.publisher == "F")
    #expect(story.reading.story.published?.iso8601 == "2026-04-27T00:00:00Z")
    #expect(story.entry?.guid == "1")
  }

  @Test(arguments: [
    "<description>a<br>b<p>c</description>", "<category>x", "<zz:undeclared a=b>y</zz:undeclared>",
    "<dc:subject>AT&T R&D; <3</dc:subject>",
    "<source url='https://s.example/'><title>Other</title></source>",
    "<image><title>Other</title><link>https://i.example/</link></image>",
    "\u{8}\u{B}\u{1F}", "<![CDATA[stray]]>", "<!-- <item> -->", "</b></i>",
  ])
  func `keep their entries whatever is broken in one`(damage: String) throws {
    let three = ["1", "2", "3"].map { number in
      "<item><title>Story \(number)</title><guid>\(number)</guid>\(number == "2" ? damage : "")</item>"
    }
    let read = try stories(items(three.joined()))
    #expect(read.map(\.reading.story.headline) == ["Story 1", "Story 2", "Story 3"])
    #expect(read.map(\.entry?.guid) == ["1", "2", "3"])
  }

  @Test func `that are cut anywhere keep what stands before the cut`() throws {
    let text = Array(items(Self.item + "<item><title>Two</title></item>").utf8)
    let whole = try #require(String(decoding: text, as: UTF8.self).firstRange(of: "</item>")).upperBound
    let end = String(decoding: text, as: UTF8.self).utf8.distance(
      from: String(decoding: text, as: UTF8.self).startIndex, to: whole)
    for count in end...text.count {
      #expect(try StoryFile(Array(text.prefix(count))).story(0).reading.story.headline == "Ships & rails")
    }
    for count in 1..<end { _ = try? StoryFile(Array(text.prefix(count))).story(0) }
  }

  @Test func `are read behind what a server says before them, and not beyond their end`() throws {
    let text =
      "\nWarning: mysql_connect() in <b>/var/www/x.php</b> on line 3\n" + items(Self.item) + "<script>'<item>'</script>"
    #expect(FeedReader.read(Array(text.utf8)).entries.count == 1)
  }

  @Test(arguments: [
    ("application/octet-stream", "U2hpcHMgPGI+c2FpbDwvYj4u", "Ships sail."), ("application/json", "{}", "{}"),
    ("image/png", "iVBORw0KGgoAAAANSUhEUgAA", nil), ("text/plain", "U2hpcHM=", "U2hpcHM="),
  ])
  func `say their types, of which all but text is in base64`(type: String, content: String, text: String?) throws {
    let feed =
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><content type='\(type)'>\(content)</content></entry></feed>"
    #expect(try stories(feed).first?.reading.story.lede.first?.text == text)
  }

  @Test(arguments: [
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Ships.</div></content>",
    "<body xmlns='http://www.w3.org/1999/xhtml'>Ships.</body>", "<content>Ships.</content><x xmlns='urn:x'/>",
    "<content xmlns='http://www.w3.org/1999/xhtml'/><content>Ships.</content>",
    "<content>Ships.</content><div xmlns='http://www.w3.org/1999/xhtml'>",
  ])
  func `have entries behind one with names from elsewhere`(content: String) throws {
    let entries = (1...3).map { "<entry><title>\($0)</title>\(content)</entry>" }.joined()
    let read = try stories("<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>\(entries)</feed>")
    #expect(read.map(\.reading.story.headline) == ["1", "2", "3"])
    #expect(read.map { $0.reading.story.lede.map(\.text) } == [["Ships."], ["Ships."], ["Ships."]])
  }

  @Test func `lose no address of their entries`() throws {
    let entry =
      "<item><title>A</title><description>&lt;p&gt;&lt;a href='mailto:a@b.example'&gt;Write&lt;/a&gt; to us.&lt;/p&gt;</description></item>"
    #expect(try stories(items(entry)).first?.reading.setAside.map(\.text) == ["mailto:a@b.example"])
  }

  @Test func `in UTF-8 are read as that, whatever they say`() {
    let text = "<?xml version='1.0' encoding='iso-8859-1'?>" + items("<item><title>Łódź, größer</title></item>")
    #expect(FeedReader.read(Array(text.utf8)).entries.first?.title?.line == "Łódź, größer")
  }

  @Test func `nothing in them is an entity of their own`() throws {
    let text =
      "<!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]>"
      + items("<item><title>A&nbsp;&b; &eacute;</title></item>")
    #expect(FeedReader.read(Array(text.utf8)).entries.first?.title?.line == "A\u{A0}&b; é")
  }

  @Test func `without an entry are refused`() {
    #expect(throws: FormatError.noEntries) { try StoryFile(Array(items("").utf8)) }
  }
}

@Suite("Lists of feeds")
struct FeedListTests {
  @Test func `in OPML have their folders as tags, and come back from what is written`() {
    let text = """
      <opml version="2.0"><body><outline text="News"><outline text="Ports"><outline type="rss" text="Port &amp; Co"
      xmlUrl="https://port.example/feed?a=1&amp;b=2"/></outline></outline><outline xmlUrl="https://b.example/feed" text="B"/></body></opml>
      """
    let feeds = FeedList.read(Array(text.utf8))
    #expect(
      feeds == [
        FollowedFeed(url: "https://port.example/feed?a=1&b=2", title: "Port & Co", tags: ["News", "Ports"]),
        FollowedFeed(url: "https://b.example/feed", title: "B"),
      ])
    #expect(Set(FeedList.read(FeedList.opml(of: feeds, title: "Mine"))) == Set(feeds))
    #expect(throws: FormatError.feedsToFollow(2)) { try StoryFile(Array(text.utf8)) }
  }

  @Test func `of newsboat are addresses with tags and titles, and what it would run is a text`() {
    let text = """
      # mine
      https://a.example/feed news "far away" "~The A"
      "exec:~/bin/make feed" tech !
      filter:~/bin/x:https://b.example/feed
      "query:Unread:unread = \\"yes\\""
      """
    #expect(
      FeedList.read(Array(text.utf8)) == [
        FollowedFeed(url: "https://a.example/feed", title: "The A", tags: ["news", "far away"]),
        FollowedFeed(url: "exec:~/bin/make feed", tags: ["tech"]),
        FollowedFeed(url: "filter:~/bin/x:https://b.example/feed"),
      ])
  }

  @Test func `nested without end are read`() {
    let deep = String(repeating: "<outline text='a'>", count: 100_000) + "<outline xmlUrl='https://a.example/'/>"
    #expect(FeedList.read(Array("<opml>\(deep)".utf8)).count == 1)
  }
}

@Suite struct `What sites put behind the words of their entries` {
  private func story(_ body: String) throws -> Reading {
    let text = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Daily Hook</title><item>
      <title>Cranes without a sea</title><link>https://hook.example/cranes/</link><author>desk@hook.example</author>
      <content:encoded><![CDATA[\(body)]]></content:encoded></item></channel></rss>
      """
    return try StoryFile(Array(text.utf8)).story(0).reading
  }

  @Test(arguments: [
    "<p>Painted.</p><p>The post <a href=\"https://hook.example/cranes/\">Cranes without a sea</a> appeared first on <a href=\"https://hook.example\">The Daily Hook</a>.</p>",
    "<p>Painted.</p><p>Der Beitrag <a href=\"https://hook.example/cranes\">Cranes without a sea</a> erschien zuerst auf <a href=\"https://hook.example/\">Hook</a>.</p>",
    "<p>Painted.</p><p><a href=\"https://hook.example/cranes/?utm_source=rss\">Continue reading →</a></p>",
    "<p>Painted.</p><a href=\"https://clicks.example/77\">Read full article >></a><br><img src=\"/t.gif\" alt=\"Share on Tooter\">",
    "<p>Painted. <a href=\"https://hook.example/cranes/#more\">Weiterlesen</a></p>",
  ])
  func `is set aside`(body: String) throws {
    let reading = try story(body)
    #expect(reading.story.lede.map(\.text) == ["Painted."])
    #expect(reading.setAside.contains { $0.reason == .surroundings })
  }

  @Test func `is not a sentence that leads to the entry`() throws {
    let body = "<p>Of this <a href=\"https://hook.example/cranes/\">I have pictures</a></p>"
    #expect(try story(body).story.lede.map(\.text) == ["Of this I have pictures"])
  }

  @Test func `is no author, where it is but an address`() throws {
    #expect(try story("<p>Painted.</p>").story.authors == [])
  }

  @Test func `parts lines that nothing else parts`() throws {
    let body = "<img src=\"/a.jpg\" alt=\"\">The cranes are green.\n\nThe trams are red:\n4 of them\n2 more"
    #expect(
      try story(body).story.lede.map(\.text) == ["The cranes are green.", "The trams are red:", "4 of them", "2 more"])
  }
}

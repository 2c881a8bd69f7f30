import Briefing
import Samples
import Testing

@testable import Newsdesk

@Suite struct `The feeds of a page` {
  private func feeds(_ page: String, at address: String = "https://example.com/blog/post.html") throws -> [[String]] {
    try FeedDiscovery.feeds(in: Array(page.utf8), at: WebAddress(address)).map { [$0.address.text, $0.title ?? "-"] }
  }

  @Test func `are those that its head names, with their titles, those of comments last`() throws {
    let page = """
      <head><link rel="stylesheet" href="a.css"><link rel="alternate stylesheet" type="application/rss+xml" href="b.css">
      <LINK REL=Alternate TYPE="application/rss+xml; charset=utf-8" title="News &raquo; Comments &amp; more" href="/comments/feed">
      <link rel="alternate" type="application/atom+xml" title=" All
       of it " href="../feed.atom#x"><link rel="alternate" type="application/feed+json" href="//cdn.example.com/f.json">
      <link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/1">
      <link rel="alternate" type="application/json+oembed" href="/oembed"></head><a href="/other/rss.xml">RSS</a>
      """
    #expect(
      try feeds(page) == [
        ["https://example.com/feed.atom", "All of it"], ["https://cdn.example.com/f.json", "-"],
        ["https://example.com/comments/feed", "News » Comments & more"],
      ])
  }

  @Test func `start from the address that the page says`() throws {
    let page = "<base href='https://static.example.com/x/'><link rel=alternate type=application/rss+xml href=feed>"
    #expect(try feeds(page) == [["https://static.example.com/x/feed", "-"]])
  }

  @Test func `are named once, and only on the web`() throws {
    let link = "<link rel=alternate type=application/rss+xml href="
    let page =
      "\(link)/feed>\(link)'https://www.example.com/feed/?utm_source=x'>\(link)feed:x>\(link)'javascript:x'>\(link)''>"
    #expect(try feeds(page) == [["https://example.com/feed", "-"]])
  }

  @Test func `are links of its text where its head names none`() throws {
    let page = """
      <p><a href="/about-rss">What is RSS?</a> <a href="/index.xml"><b>Our</b> feed</a> <a href=https://other.example/x.atom>
      Atom</a> <a href="/data.xml">numbers</a> <a href="/data2.xml">XML feed</a> <a href="/feed/">Follow</a></p>
      """
    #expect(
      try feeds(page) == [
        ["https://example.com/index.xml", "Our feed"], ["https://other.example/x.atom", "Atom"],
        ["https://example.com/data2.xml", "XML feed"], ["https://example.com/feed/", "Follow"],
      ])
  }

  @Test func `are none where text only speaks of them`() throws {
    #expect(
      try feeds("<!-- <link rel=alternate type=application/rss+xml href=/a> --><script>'<a href=/feed>'</script>")
        .isEmpty)
    #expect(try feeds("").isEmpty)
  }

  @Test func `have titles in the letters that the server says, without what a terminal obeys`() throws {
    let page =
      Array("<link rel=alternate type=application/rss+xml href=/a title='Z".utf8) + [0xFC, 0x1B] + Array("[31m'>".utf8)
    let found = FeedDiscovery.feeds(in: page, at: try WebAddress("https://example.com/"), charset: "iso-8859-1")
    #expect(found.count == 1)
    #expect(found[0].title?.hasPrefix("Zü") == true)
    #expect(found[0].title.map { Gate.text(of: $0) == $0 } == true)
  }

  @Test(arguments: [
    "<link rel=alternate type=application/rss+xml href=/", "<a href=/feed>", "<a href='", "<base href=x>", "</a>",
  ])
  func `are found in time that the length of the page says`(piece: String) throws {
    let address = try WebAddress("https://example.com/")
    func time(_ count: Int) -> Double {
      let page = Array(String(repeating: piece, count: count).utf8)
      return (0..<3).map { _ in processorSeconds { _ = FeedDiscovery.feeds(in: page, at: address) } }.min() ?? 0
    }
    #expect(time(40_000) < time(10_000) * 12 + 0.05)
  }
}

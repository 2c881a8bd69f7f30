import Samples
import Testing

@testable import Briefing

@Suite struct `A page is known by its address` {
  @Test(
    arguments: [
      ("https://Example.COM/Path/To", "example.com/Path/To"), ("http://www.example.com/a", "example.com/a"),
      ("https://example.com", "example.com"), ("https://example.com/", "example.com"),
      ("https://example.com/a?b=1&c=2#part", "example.com/a?b=1&c=2"),
      ("https://example.com:8080/a", "example.com:8080/a"), ("example.com/a", "example.com/a"),
      ("https://example.com/?p=12", "example.com/?p=12"), ("HTTPS://Example.com/a", "example.com/a"),
      ("https://example.com/a//", "example.com/a/"), ("/var/news/a.html", "/var/news/a.html"), ("", ""),
      ("https://example.com/a?next=/", "example.com/a?next="), ("tag:example.com,2026:1", "tag:example.com,2026:1"),
    ])
  func `as it always was`(_ address: String, _ key: String) {
    #expect(PageAddress.key(of: address) == key)
  }

  @Test(
    arguments: [
      "http://example.com/a", "https://www.example.com/a", "https://EXAMPLE.com/a", "https://example.com/a/",
      "https://example.com:443/a", "http://example.com:80/a", "https://example.com/a#part", "https://example.com/a#",
      "https://example.com/a#!", "https://user:word@example.com/a", "https://example.com./a",
      " https://example.com/a\n",
      "https://exam\tple.com/a", "https://example.com/a?", "https://example.com/a/?", "https://example.com/%61",
      "https://example.com/a?utm_source=rss&utm_medium=feed", "https://example.com/a/?fbclid=x#y",
      "https://example.com/a?UTM_Source=x&gclid=1&mc_cid=2", "https://example.com/a?source=rss----3f2a---4",
      "https://example.com/a?amp=1", "https://example.com/a?amp", "https://amp.example.com/a",
      "https://www.amp.example.com/a", "https://example-com.cdn.ampproject.org/c/s/example.com/a",
      "https://cdn.ampproject.org/v/s/www.example.com/a?amp_js_v=0.1&amp=1",
      "https://www.google.com/amp/s/www.example.com/a", "https://example.com/a/index.html",
      "http://example.com/a/index.htm#top",
    ])
  func `however a link to it is written`(_ address: String) {
    #expect(PageAddress.key(of: address) == "example.com/a")
  }

  @Test(
    arguments: [
      ("https://example.com/caf%c3%a9", "https://example.com/café"),
      ("https://en.example.org/wiki/Moore%27s_law_%28chips%29", "https://en.example.org/wiki/Moore's_law_(chips)"),
      ("https://example.com/a%2fb", "https://example.com/a%2Fb"),
      ("https://example.com/%7Eme", "https://example.com/~me"),
      ("https://xn--bcher-kva.example/a", "https://BÜCHER.example/a"),
      ("https://example.com?a=1", "https://example.com/?a=1"),
      ("https://example.com/x/?a=1", "https://example.com/x?a=1"),
      ("https://example.com/#!/a", "https://example.com#!/a"),
      ("https://example.com/2026/the-canal/amp/", "https://example.com/2026/the-canal"),
      ("https://example.com/a?b=1&utm_id=2&c=3", "https://example.com/a?b=1&c=3"),
      ("https://example.com/a?b=1&&c=3", "https://example.com/a?b=1&c=3"),
    ])
  func `in one of two ways`(_ one: String, _ other: String) {
    #expect(PageAddress.key(of: one) == PageAddress.key(of: other))
  }

  @Test(
    arguments: [
      ("https://example.com/a?b=1&c=2", "https://example.com/a?c=2&b=1"),
      ("https://example.com/A", "https://example.com/a"),
      ("https://example.com/a", "https://example.com/a?page=2"), ("http://example.com:443/a", "http://example.com/a"),
      ("https://example.com/#!/a", "https://example.com/#!/b"),
      ("https://en.example.org/wiki/amp", "https://en.example.org/wiki"),
      ("https://amp.dev/a", "https://dev/a"), ("https://example.com/amp", "https://example.com/"),
      ("https://example.com/a?ref=main", "https://example.com/a"),
      ("https://example.com/a%2Fb", "https://example.com/a/b"),
      ("https://example.com/index.html?a=1", "https://example.com/"),
      ("https://m.example.com/a", "https://example.com/a"),
      ("https://cdn.ampproject.org/v0.js", "https://v0.js"),
    ])
  func `and two pages stay two`(_ one: String, _ other: String) {
    #expect(PageAddress.key(of: one) != PageAddress.key(of: other))
  }

  @Test func `and any text has a key, without what tells where a reader came from`() {
    var dice = Dice(state: 17)
    let pieces = [
      "http://", "www.", "amp.", "a.b", "/", "/amp", "?", "&", "utm_a=1", "#", "#!", "%4", "é", "bücher.",
      "xn--bcher-kva.", "ＷＷＷ.", "İ", "\\", ":80", "@", ".",
    ]
    for _ in 0..<3000 {
      let text = "https://c.de" + (0..<dice.roll(8)).map { _ in pieces[dice.roll(pieces.count)] }.joined()
      let key = PageAddress.key(of: text)
      if let address = try? WebAddress(text) {
        #expect(PageAddress.key(of: address.shown) == PageAddress.key(of: address.text), "\(text)")
      }
      #expect(text.contains("#") || PageAddress.key(of: text + "#x") == key, "\(text)")
      #expect(
        text.contains("#") || PageAddress.key(of: text + (text.contains("?") ? "&" : "?") + "utm_b=2") == key, "\(text)"
      )
    }
  }

  @Test(arguments: ["?", "&", "/amp", "%4", "#!", "amp.", "https://", "@", "utm_a=1&"])
  func `in time that its length says`(piece: String) {
    func time(_ count: Int) -> Double {
      let address = "https://example.com/" + String(repeating: piece, count: count)
      return (0..<3).map { _ in processorSeconds { _ = PageAddress.key(of: address) } }.min() ?? 0
    }
    #expect(time(40_000) < time(10_000) * 12)
  }
}

import Briefing
import Testing

@testable import Formats

@Suite struct `The links of a page` {
  @Test(arguments: [
    ("b.html", "https://a.com/x/b.html"), ("/b", "https://a.com/b"), ("../b", "https://a.com/b"),
    ("./b", "https://a.com/x/b"),
    ("../../../b/./c/..", "https://a.com/b/"), ("?b=1", "https://a.com/x/y?b=1"), ("//b.com/c", "https://b.com/c"),
    ("http://b.com", "http://b.com"), ("HTTP://B.com/C", "HTTP://B.com/C"), (" /b c\n", "https://a.com/b%20c"),
    ("/b\u{A0}c\u{3000}", "https://a.com/b%C2%A0c%E3%80%80"), ("/b\tc", "https://a.com/bc"),
    ("b?c=../d#../e", "https://a.com/x/b?c=../d#../e"),
  ])
  func `start from where it was found`(reference: String, address: String) {
    #expect(LinkOrigin("https://a.com/x/y?z#f")?.resolve(reference) == address)
  }

  @Test(arguments: [
    "#top", "", "mailto:a@b.com", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "tel:1",
  ])
  func `lead nowhere where they do not lead on the web`(reference: String) {
    #expect(LinkOrigin("https://a.com/x/y")?.resolve(reference) == nil)
  }

  @Test func `start from addresses of the web alone`() {
    for address in ["", "a.com/b", "file:///a", "https:a.com", "mailto:a@b.c"] {
      #expect(LinkOrigin(address) == nil, "\(address)")
    }
  }
}

@Suite struct `The host of a link` {
  @Test(
    arguments: [
      ("https://a.example/b", "a.example"), ("http://www.a-b.example:80?c", "a-b.example"),
      ("https://WWW.A.example", "a.example"),
      ("https://www.a.example/", "a.example"), ("https://u@a.example/", "a.example"),
      ("https://xn--mnchen-3ya.example/", "münchen.example"),
      ("https://münchen.example", "münchen.example"), ("http://127.0.0.1/a", "127.0.0.1"),
      ("http://0x7f.1/", "127.0.0.1"),
      ("https://a..example/", nil), ("https://-a-.example.", nil),
      ("https://a\(String(repeating: "b", count: 70)).example/", nil),
      ("ftp://a.example/", nil), ("https:///a", nil),
    ] as [(String, String?)])
  func `is read as any address is`(url: String, host: String?) {
    #expect(PageLinks.host(of: url) == (try? WebAddress(url)).map { Citation.host(named: $0.host.shown) })
    if let host { #expect(PageLinks.host(of: url) == host) }
  }
}

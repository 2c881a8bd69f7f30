import Testing

@testable import Briefing

/// Where a link leads, read as browsers read it, and what is said before it is opened.
@Suite("Web addresses")
struct WebAddressTests {
  private func flaw(_ text: String) -> WebAddress.Flaw? {
    do throws(WebAddress.Flaw) {
      _ = try WebAddress(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Case 30: what means something to a shell stays inside of one word",
    arguments: [
      ("https://a.com/;x", "https://a.com/;x"), ("https://a.com/a&b", "https://a.com/a&b"),
      ("https://a.com/a|b", "https://a.com/a%7Cb"), ("https://a.com/$(id)", "https://a.com/$(id)"),
      ("https://a.com/`id`", "https://a.com/%60id%60"), ("https://a.com/'x'", "https://a.com/%27x%27"),
      ("https://a.com/\"x\"", "https://a.com/%22x%22"), ("https://a.com/?a\\b", "https://a.com/?a%5Cb"),
      ("https://a.com/a\nb", "https://a.com/ab"), ("https://a.com/$IFS/*?[x]", "https://a.com/$IFS/*?[x]"),
      ("https://a.com/%u%s%n", "https://a.com/%u%s%n"), ("https://a.com/a b<c>", "https://a.com/a%20b%3Cc%3E"),
      ("https://a.com/é?ü#漢", "https://a.com/%C3%A9?%C3%BC#%E6%BC%A2"),
    ])
  func shell(_ text: String, _ word: String) throws {
    #expect(try WebAddress(text).text == word)
  }

  @Test(
    "Case 32: what looks like an option has no scheme",
    arguments: ["-x", "--version", "-e cmd", "//a.com/", "a.com/x", ""])
  func options(_ text: String) {
    #expect(flaw(text) == .noScheme)
  }

  @Test(
    "Case 33: no scheme but http and https is opened",
    arguments: [
      ("javascript:alert(1)", "javascript"), ("vbscript:x", "vbscript"), ("data:text/html,x", "data"),
      ("file:///etc/passwd", "file"), ("about:blank", "about"), ("jar:https://a.com/!/x", "jar"),
      ("intent://a.com/#Intent;end", "intent"), ("ssh://-oProxyCommand=x/", "ssh"), ("mailto:a@b.c", "mailto"),
      ("tel:112", "tel"), ("gopher://a.com/", "gopher"), ("view-source:https://a.com/", "view-source"),
      ("ftp://a.com/", "ftp"), ("httpx://a.com/", "httpx"),
    ])
  func schemes(_ text: String, _ scheme: String) {
    #expect(flaw(text) == .otherScheme(scheme))
  }

  @Test(
    "Case 34: a scheme in disguise is what it is",
    arguments: [
      ("JaVa\tScript:alert(1)", .otherScheme("javascript")), ("\u{1} javascript:x", .otherScheme("javascript")),
      ("java\nscript:x", .otherScheme("javascript")), ("%6aavascript:x", .noScheme), ("//host", .noScheme),
      ("\\\\host\\x", .noScheme), ("http:", .noHost), ("http:///", .noHost), ("http://@/", .noHost),
      ("http://:80/", .noHost),
    ] as [(String, WebAddress.Flaw)])
  func disguised(_ text: String, _ expected: WebAddress.Flaw) {
    #expect(flaw(text) == expected)
  }

  @Test(
    "Case 34: an address in disguise leads where browsers take it",
    arguments: [
      ("http:/a.com", "http://a.com/"), ("http:a.com/x", "http://a.com/x"),
      ("http:\\\\a.com\\x\\y", "http://a.com/x/y"),
      ("HTTPS:////a.com?x", "https://a.com/?x"), (" \u{0}https://A.com\u{1F} ", "https://a.com/"),
      ("ht\ttps://a.\ncom/", "https://a.com/"), ("https://%61.com/", "https://a.com/"),
      ("https://a.com:443/", "https://a.com/"),
      ("http://a.com:443/", "http://a.com:443/"), ("https://a.com:/x", "https://a.com/x"),
      ("https://a.com:00080#y", "https://a.com:80/#y"),
    ])
  func opened(_ text: String, _ word: String) throws {
    #expect(try WebAddress(text).text == word)
  }

  @Test(
    "Case 35: what names a user is left out and told",
    arguments: [
      ("http://good.example@other.example/", "http://other.example/", "good.example"),
      ("https://a:secret@other.example/x@y", "https://other.example/x@y", "a"),
      ("https://a@b@c.example", "https://c.example/", "a@b"),
      ("https://good.example\\@other.example/", "https://good.example/@other.example/", nil),
      ("https://other.example?@good.example", "https://other.example/?@good.example", nil),
      ("https://@other.example/", "https://other.example/", nil),
    ] as [(String, String, String?)])
  func user(_ text: String, _ word: String, _ name: String?) throws {
    let address = try WebAddress(text)
    #expect(address.text == word)
    #expect(address.doubts == (name.map { [.user($0)] } ?? []))
  }

  @Test(
    "Case 36: a host in other letters is shown beside the name that the net knows it by",
    arguments: [
      ("https://bücher.example/", "https://xn--bcher-kva.example/", "https://bücher.example/"),
      ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/", "https://bücher.example/"),
      ("https://例え.jp/x", "https://xn--r8jz45g.jp/x", "https://例え.jp/x"),
      ("https://ＥＸＡＭＰＬＥ．com／", "https://example.com/", nil),
      ("https://a。b｡c．com/", "https://a.b.c.com/", "https://a.b.c.com/"),
      ("https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai/", "https://пример.рф/"),
      ("https://straße.example/", "https://xn--strae-oqa.example/", "https://straße.example/"),
    ] as [(String, String, String?)])
  func scripts(_ text: String, _ word: String, _ shown: String?) throws {
    guard let shown else {
      // A wide slash is no slash, and no letter of a host.
      #expect(flaw(text) != nil)
      return
    }
    let address = try WebAddress(text)
    #expect(address.text == word)
    #expect(address.shown == shown)
    #expect(address.doubts.isEmpty)
  }

  @Test(
    "Case 36: a host that looks like another is doubted",
    arguments: [
      ("https://аррӏе.com/", .lookAlike(label: "аррӏе", plain: "apple")),
      ("https://xn--80ak6aa92e.com/", .lookAlike(label: "аррӏе", plain: "apple")),
      ("https://pаypal.com/", .mixed(label: "pаypal", scripts: ["Cyrillic", "Latin"])),
      ("https://gıthub.com/", .lookAlike(label: "gıthub", plain: "github")),
      ("https://xn--pypal-4ve.com/", .mixed(label: "pаypal", scripts: ["Cyrillic", "Latin"])),
      ("https://ᚠᚢᚦ.com/", .rare(label: "ᚠᚢᚦ")), ("https://а.xn--p1ai.com/", .lookAlike(label: "а", plain: "a")),
    ] as [(String, Doubt)])
  func lookAlikes(_ text: String, _ doubt: Doubt) throws {
    let doubts = try WebAddress(text).doubts
    #expect(doubts == [doubt])
  }

  @Test("Scripts that are written together are no doubt", arguments: ["日本語abc.jp", "東京タワー.jp", "한국abc.kr", "ニュース.com"])
  func together(_ host: String) throws {
    #expect(try WebAddress("https://\(host)/").doubts.isEmpty)
  }

  @Test(
    "No host can be called so",
    arguments: [
      "a b.com", "exa\u{202E}mple.org", "a\u{200D}b.com", "a..b", ".a", "a%00b.com", "a%2Fb.com", "a^b.com", "☃.com",
      "e\u{301}.com", "ᎪᏢᏢᏞᎬ.com",
      "①.com", "%FF.com", "a|b", "[1]", "[::1", "1.2.3.4.5", "256.1.1.1", "1.2.3.08", "0x100000000", "a.0x1g.1",
      "xn--.%zz",
    ])
  func badHosts(_ host: String) {
    #expect(flaw("https://\(host)/") != nil, "\((try? WebAddress("https://\(host)/"))?.text ?? "")")
  }

  @Test("A port is a number of 16 bits", arguments: ["65536", "x", "8 0", "-1", "99999999999999999999"])
  func badPorts(_ port: String) {
    #expect(flaw("https://a.com:\(port)/") == .badPort)
  }

  @Test(
    "Case 37: a number is told as one, whatever form it is written in",
    arguments: [
      ("2130706433", "127.0.0.1"), ("017700000001", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("127.1", "127.0.0.1"),
      ("0", "0.0.0.0"), ("0x", "0.0.0.0"), ("１２７.０.０.１", "127.0.0.1"), ("127.0.0.1.", "127.0.0.1"),
      ("[::ffff:127.0.0.1]", "[::ffff:7f00:1]"), ("[::1]", "[::1]"), ("[FC00::a]", "[fc00::a]"),
      ("[fe80::1]", "[fe80::1]"),
      ("169.254.169.254", "169.254.169.254"), ("10.0.0.1", "10.0.0.1"), ("0xC0.0xA8.1", "192.168.0.1"),
      ("100.64.0.1", "100.64.0.1"), ("172.16.0.1", "172.16.0.1"),
    ])
  func localNumbers(_ host: String, _ number: String) throws {
    let address = try WebAddress("http://\(host)/x")
    #expect(address.text == "http://\(number)/x")
    #expect(address.doubts.count == 2)
    #expect(address.doubts.last == .local)
  }

  @Test(
    "A number of the net at large is told as one too",
    arguments: [
      ("3232235521.example", nil), ("8.8.8.8", "8.8.8.8"), ("[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"),
      ("134744072", "8.8.8.8"),
    ]
      as [(String, String?)])
  func numbers(_ host: String, _ number: String?) throws {
    let address = try WebAddress("http://\(host)/")
    guard let number else {
      #expect(address.doubts.isEmpty)
      return
    }
    #expect(address.text == "http://\(number)/")
    #expect(address.doubts.count == 1)
  }

  @Test(
    "Case 37: a name of this machine or the network around it is told as one",
    arguments: [
      "localhost", "localhost.", "LOCALHOST", "a.localhost", "printer.local", "printer.local.", "router", "nas.lan",
      "x.home.arpa",
    ])
  func localNames(_ host: String) throws {
    #expect(try WebAddress("http://\(host)/").doubts == [.local])
  }
}

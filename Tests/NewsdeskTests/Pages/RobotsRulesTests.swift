import Briefing
import Samples
import Testing

@testable import Newsdesk

@Suite struct `The rules of a site` {
  private func allows(_ text: String, _ path: String) throws -> Bool {
    RobotsRules(Array(text.utf8)).allow(try WebAddress("https://example.com" + path))
  }

  @Test(
    arguments: [
      ("Disallow: /a", "/a", false), ("Disallow: /a", "/ab/c", false), ("Disallow: /a", "/b", true),
      ("Disallow: /a", "/A", true), ("Disallow:", "/a", true), ("Disallow: /", "/", false), ("", "/a", true),
      ("Disallow: /a\nAllow: /a/b", "/a/b/c", true), ("Disallow: /a\nAllow: /a/b", "/a/c", false),
      ("Disallow: /a\nAllow: /a", "/a", true), ("Disallow: /*.pdf", "/x/y.pdf?z", false),
      ("Disallow: /*.pdf$", "/x/y.pdf?z", true), ("Disallow: /*.pdf$", "/x/y.pdf.pdf", false),
      ("Disallow: /a$", "/a", false), ("Disallow: /a$", "/ab", true), ("Disallow: /a*b*c", "/a-b-b-c-d", false),
      ("Disallow: /a*b*c", "/a-c-b", true), ("Disallow: /*", "/x", false), ("Disallow: *x", "/yx", false),
      ("Disallow: /a*a$", "/a", true), ("Disallow: /a*$", "/ab", false), ("Disallow: /caf%C3%A9", "/café", false),
      ("Disallow: /café", "/caf%c3%a9", false), ("Disallow: /%61", "/a", false), ("Disallow: /a%2Fb", "/a/b", true),
      ("Disallow: /a # all of it", "/a", false), ("disallow : /a", "/a", false), ("Disallow: /?q", "/?q=1", false),
      ("Disallow: /", "/robots.txt", true), ("Noindex: /a\nDisallow: /b\nSitemap: /a", "/a", true),
      ("Disallow: /page#part", "/page", false),
    ])
  func `say what may be fetched`(rules: String, path: String, isAllowed: Bool) throws {
    #expect(try allows("User-agent: *\n" + rules, path) == isAllowed)
  }

  @Test func `for us count more than those for all, and belong together wherever they stand`() throws {
    let file = """
      \u{FEFF}User-agent: other
      Disallow: /

      User-agent: *
      Disallow: /all
      User-Agent: Courant/1.0
      User-agent: third
      Disallow: /ours
      user-agent: fourth
      Disallow: /fourth

      User-agent: COURANT
      Crawl-delay: 5
      Disallow: /also\r\nAllow: /also/not
      """
    #expect(try allows(file, "/all") && allows(file, "/") && allows(file, "/fourth"))
    #expect(try !allows(file, "/ours") && !allows(file, "/also"))
    #expect(try allows(file, "/also/not"))
    #expect(try allows("User-agent: courantly\nDisallow: /", "/a"))
    #expect(try allows("Disallow: /", "/a"))
    #expect(try allows("User-agent: *\nDisallow: /\nUser-agent: courant\nDisallow:", "/a"))
  }

  @Test func `are open where there are none, and closed where the server fails`() throws {
    let address = try WebAddress("https://example.com/a")
    func allows(_ status: Int) -> Bool {
      let body = Array("User-agent: *\nDisallow: /a".utf8)
      return RobotsRules(.success(HTTPAnswer(status: status, body: body, address: address))).allow(address)
    }
    #expect(!allows(200))
    #expect(allows(404) && allows(403) && allows(410))
    #expect(!allows(500) && !allows(503) && !allows(429))
    #expect(!RobotsRules(.failure(.timedOut(seconds: 60))).allow(address))
  }

  @Test func `are read up to 500 KB, of any bytes, in time that their length says`() throws {
    let far = "User-agent: *\n" + String(repeating: "# nothing\n", count: 60_000) + "Disallow: /"
    #expect(try allows(far, "/a"))
    var bytes = [UInt8]()
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100_000 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
    _ = RobotsRules(Array("User-agent: *\nDisallow: ".utf8) + bytes).allow(try WebAddress("https://example.com/a"))
    let path = try WebAddress("https://example.com/" + String(repeating: "a", count: 8000))
    for piece in ["*aaaaab", "a*", "*a*b", "$", "**"] {
      let rules = Array(("User-agent: *\nDisallow: /" + String(repeating: piece, count: 60_000)).utf8)
      #expect(processorSeconds { _ = RobotsRules(rules).allow(path) } < 2)
    }
  }
}

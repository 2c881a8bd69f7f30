import Briefing
import Testing

@testable import Newsdesk

@Suite struct `The environment` {
  private func proxy(_ address: String, _ variables: [String: String]) throws -> String? {
    HTTPEnvironment { variables[$0] }.proxy(for: try WebAddress(address))
  }

  @Test func `names a proxy for each scheme, and one for all`() throws {
    let both = ["http_proxy": "http://a:1", "HTTPS_PROXY": "http://b:2"]
    #expect(try proxy("http://example.com/", both) == "http://a:1")
    #expect(try proxy("https://example.com/", both) == "http://b:2")
    #expect(try proxy("https://example.com/", ["ALL_PROXY": "socks5h://c:3"]) == "socks5h://c:3")
    #expect(try proxy("https://example.com/", ["http_proxy": "http://a:1"]) == nil)
  }

  @Test func `does not name one in a variable that strangers set on servers`() throws {
    #expect(try proxy("http://example.com/", ["HTTP_PROXY": "http://evil:1"]) == nil)
  }

  @Test(
    arguments: [
      ("http://example.com/", "example.com", true), ("http://a.example.com/", "example.com", true),
      ("http://a.example.com/", ".example.com", true), ("http://notexample.com/", "example.com", false),
      ("http://example.com/", "a.example.com", false), ("http://EXAMPLE.com./", "x, Example.COM", true),
      ("http://example.com/", "*", true), ("http://10.1.2.3/", "10.0.0.0/8", true),
      ("http://11.1.2.3/", "10.0.0.0/8", false), ("http://10.1.2.3/", "10.1.2.3", true),
      ("http://[::1]/", "::1", true), ("http://[fd00::1]/", "[fd00::]/8", true), ("http://[::1]/", "::/129", false),
      ("http://example.com/", "", false), ("http://10.1.2.3/", "10.0.0.0/x", false), ("http://10.1.2.3/", "/", false),
    ])
  func `names hosts that are reached without one`(address: String, list: String, isDirect: Bool) throws {
    let found = try proxy(address, ["http_proxy": "http://a:1", "no_proxy": list])
    #expect((found == nil) == isDirect)
  }
}

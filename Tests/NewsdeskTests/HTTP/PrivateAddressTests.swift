import Briefing
import Testing

@testable import Newsdesk

@Suite struct `What content names` {
  @Test(
    arguments: [
      "127.0.0.1", "127.1", "2130706433", "0x7f.1", "017700000001", "0x7F000001", "0", "0.0.0.0", "１２７.０.０.１",
      "127.0.0.1.", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]",
      "[64:ff9b:1::1]", "[2002:7f00:1::]", "[::ffff:0:127.0.0.1]", "10.0.0.1", "172.16.0.1", "172.31.255.255",
      "192.168.1.1", "0xC0.0xA8.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "0.1.2.3", "224.0.0.1",
      "239.255.255.250", "255.255.255.255", "240.0.0.1", "192.0.0.1", "198.18.0.1", "[fe80::1]", "[fc00::1]",
      "[fd12:3456::1]", "[ff02::1]", "[fec0::1]", "[2001::1]", "localhost", "LOCALHOST.", "a.localhost",
      "printer.local",
      "printer.local.", "router", "nas.lan", "x.home.arpa", "db.internal", "%6cocalhost", "ｌocalhost",
    ])
  func `is no address of this machine or a private network, however it is written`(host: String) throws {
    let address = try WebAddress("http://\(host)/x")
    #expect(AddressRule(for: address, namedBy: .content(of: nil)) == .refused)
    #expect(AddressRule(for: address, namedBy: .content(of: try WebAddress("https://example.com/"))) == .refused)
    #expect(AddressRule(for: address, namedBy: .user) == .anywhere)
    #expect(AddressRule(for: address, namedBy: .content(of: address)) == .anywhere)
  }

  @Test(
    arguments: [
      "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "198.20.0.1",
      "223.255.255.255", "[2606:4700::1111]", "[64:ff9b::8.8.8.8]", "[::ffff:8.8.8.8]", "example.com",
      "local.example.com",
      "localhost.example.com",
    ])
  func `may be of the net at large`(host: String) throws {
    #expect(AddressRule(for: try WebAddress("http://\(host)/x"), namedBy: .content(of: nil)) == .net)
  }

  @Test func `may be the very place that names it, where the user typed that, and no other one there`() throws {
    let typed = HTTPRequest.Namer.content(of: try WebAddress("http://nas.local:8080/feed"))
    func rule(_ text: String) throws -> AddressRule { AddressRule(for: try WebAddress(text), namedBy: typed) }
    #expect(try rule("http://nas.local:8080/page") == .anywhere)
    #expect(try rule("http://nas.local/page") == .refused)
    #expect(try rule("http://nas.local:22/") == .refused)
    #expect(try rule("http://router.local:8080/") == .refused)
    #expect(try rule("https://example.com/") == .net)
  }
}

/// Through names that seem to be of the net, and lead to this machine.
@Suite(.withServer) struct `What content names leads nowhere near` {
  private let fetching: Fetching
  private let name = "news.example"

  init() throws {
    var fetching = try Fetching()
    var environment = HTTPEnvironment.empty
    environment.hosts = [fetching.server.port, fetching.server.otherPort].map { "news.example:\($0):127.0.0.1" }
    fetching.client = HTTPClient(agent: "Courant/test", environment: environment)
    self.fetching = fetching
  }

  @Test func `when its name is looked up as a private address`() throws {
    let address = try fetching.address("ok", host: name)
    #expect(fetching.failure(address, .content(of: nil)) == .refusedAddress(host: name))
    #expect(try fetching.requests() == 0)
  }

  @Test func `by a connection that is there already`() throws {
    let address = try fetching.address("ok", host: name)
    for _ in 0..<3 { #expect(try fetching.fetch(address).get().status == 200) }
    for _ in 0..<3 { #expect(fetching.failure(address, .content(of: nil)) == .refusedAddress(host: name)) }
    #expect(try fetching.requests() == 3)
  }

  @Test(arguments: ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "news.example"])
  func `by a redirect`(host: String) throws {
    let inner = try fetching.address("ok", host: host, port: fetching.server.otherPort)
    let outer = try fetching.address("to", inner.text, host: name)
    for namer in [HTTPRequest.Namer.user, .content(of: outer)] {
      #expect(fetching.failure(outer, namer) == .refusedAddress(host: inner.host.shown))
    }
    #expect(try fetching.requests(port: fetching.server.otherPort) == 0)
    #expect(try fetching.requests() == 2)
  }

  @Test func `but for the place that the user typed`() throws {
    let address = try fetching.address("ok", host: name)
    let page = try fetching.address("page", host: name)
    #expect(try fetching.fetch(address, .content(of: page)).get().status == 200)
    let back = try fetching.address("to", address.text, host: name)
    #expect(try fetching.fetch(back).get().redirects.count == 1)
  }

  @Test func `through a proxy, when its name says so`() throws {
    var fetching = fetching
    fetching.client = HTTPClient(
      agent: "x", environment: HTTPEnvironment { $0 == "http_proxy" ? "http://127.0.0.1:\(fetching.server.port)" : nil }
    )
    let token = fetching.token
    for host in ["localhost", "192.168.1.1", "printer.local"] {
      let address = try WebAddress("http://\(host)/do/ok/\(token)")
      #expect(fetching.failure(address, .content(of: nil)) == .refusedAddress(host: host))
    }
    #expect(try fetching.requests() == 0)
    let encrypted = try WebAddress("https://news.example/do/ok/\(token)")
    let gone = HTTPClient(
      agent: "x",
      environment: HTTPEnvironment { $0 == "all_proxy" ? "http://127.0.0.1:\(fetching.server.closedPort)" : nil })
    #expect(throws: HTTPFailure.proxy) { try gone.answer(to: HTTPRequest(encrypted, namedBy: .user)) }
    let closed = HTTPClient(
      agent: "x", environment: HTTPEnvironment { $0 == "all_proxy" ? "http://127.0.0.1:\(fetching.server.port)" : nil })
    #expect(throws: HTTPFailure.proxy) { try closed.answer(to: HTTPRequest(encrypted, namedBy: .user)) }
    // What is of the net goes through it, wherever the proxy is.
    let address = try WebAddress("http://news.example/do/echo/\(token)")
    #expect(try fetching.fetch(address, .content(of: nil)).get().status == 404)
  }
}

import Briefing
import Testing

@testable import Newsdesk

@Suite(.withServer) struct `A redirect` {
  @Test func `is followed, and told`() throws {
    let fetching = try Fetching()
    let answer = try fetching.fetch("for-good", "../ok/\(fetching.token)?there").get()
    #expect(answer.body == Array("there".utf8))
    #expect(try answer.redirects == [HTTPRedirect(status: 301, address: fetching.address("ok", "there"))])
    #expect(answer.redirects[0].isPermanent)
    #expect(answer.address == answer.redirects[0].address)
  }

  @Test func `leads five steps on, and no further`() throws {
    #expect(try Fetching().fetch("chain", "5").get().redirects.count == 5)
    #expect(try Fetching().failure("chain", "6") == .tooManyRedirects(5))
    let fetching = try Fetching()
    #expect(try fetching.failure("loop") == .tooManyRedirects(5))
    #expect(try fetching.requests() == 6)
  }

  @Test(
    arguments: [
      ("file:///etc/passwd", "file"), ("data:text/html,x", "data"), ("javascript:alert(1)", "javascript"),
      ("gopher://127.0.0.1/", "gopher"), ("ftp://127.0.0.1/", "ftp"), ("JaVa\tscript:x", "javascript"),
    ])
  func `to what is not of the web is refused`(target: String, scheme: String) throws {
    #expect(try Fetching().failure("to", target.replacing("\t", with: "%09")) == .badRedirect(scheme: scheme))
  }

  @Test(arguments: ["http://", "http://[::1", "#part", "http://a b/", "http://127.0.0.1:99999/"])
  func `to nowhere is refused`(target: String) throws {
    #expect(try Fetching().failure("to", target) == .unreadableRedirect)
  }

  @Test func `that names a user brings neither name nor password along`() throws {
    let fetching = try Fetching()
    let target = "http://user:secret@127.0.0.1:\(fetching.server.port)/do/echo/\(fetching.token)"
    let answer = try fetching.fetch("to", target).get()
    #expect(!answer.address.text.contains("secret"))
    #expect(!String(decoding: answer.body, as: UTF8.self).lowercased().contains("authorization"))
  }

  @Test func `is followed also where what should come with it does not`() throws {
    let fetching = try Fetching()
    let target = try fetching.address("ok", "there").text
    #expect(try fetching.fetch("slow-to", target).get().body == Array("there".utf8))
  }

  @Test func `tells its status`() throws {
    let fetching = try Fetching()
    let target = try fetching.address("ok").text
    #expect(try fetching.fetch("to", target).get().redirects.map(\.status) == [302])
    #expect(try fetching.fetch("kept", target).get().redirects.map(\.isPermanent) == [true])
  }

  @Test func `of what the user typed may lead to the same place again, and to no other private one`() throws {
    let fetching = try Fetching()
    let other = try fetching.address("ok", port: fetching.server.otherPort)
    #expect(try fetching.failure("to", other.text) == .refusedAddress(host: "127.0.0.1"))
    #expect(try fetching.requests(port: fetching.server.otherPort) == 0)
  }
}

import Briefing
import Testing

@testable import Newsdesk

@Suite(.withServer) struct `A bad answer is a sentence` {
  @Test(arguments: ["silent", "drip-head", "drip-body"])
  func `when next to nothing comes`(deed: String) throws {
    #expect(try Fetching().failure(deed) == .silent(seconds: 1))
  }

  @Test func `when it takes too long in all`() throws {
    let fetching = try Fetching()
    var limits = Fetching.quick
    limits.trickle = 1
    let result = try fetching.fetch(fetching.address("drip-body"), .user, limits)
    #expect(result == .failure(.timedOut(seconds: 1)))
  }

  @Test(arguments: ["endless", "endless-chunks", "letters"])
  func `when it has too many bytes`(deed: String) throws {
    #expect(try Fetching().failure(deed, "1048577") == .tooLarge(bytes: 1 << 20))
  }

  @Test func `and one that is just small enough is an answer`() throws {
    #expect(try Fetching().fetch("letters", "1048576").get().body.count == 1 << 20)
  }

  @Test(arguments: ["flood", "hundreds"])
  func `when its head has too many bytes`(deed: String) throws {
    #expect(try Fetching().failure(deed) == .headTooLarge(bytes: 64 << 10))
  }

  @Test func `when a line of its head has too many bytes`() throws {
    #expect(try Fetching().fetch("long-line") == .failure(.headTooLarge(bytes: 64 << 10)))
  }

  @Test(arguments: ["bomb", "twice-packed"])
  func `when it is packed to fill the memory`(deed: String) throws {
    let fetching = try Fetching()
    var limits = Fetching.quick
    limits.body = 32 << 20
    #expect(try fetching.fetch(fetching.address(deed), .user, limits) == .failure(.bomb))
  }

  @Test(arguments: ["short", "short-chunks", "rst", "nothing", "cut-head"])
  func `when it ends before its end`(deed: String) throws {
    #expect(try Fetching().failure(deed) == .cutShort)
  }

  @Test(arguments: ["negative", "two-lengths", "http09", "garbage", "bad-status", "zero"])
  func `when it is no HTTP`(deed: String) throws {
    #expect(try Fetching().failure(deed) == .malformed)
  }

  @Test func `when it says that it is as long as no answer`() throws {
    let failure = try Fetching().failure("huge")
    #expect(failure == .tooLarge(bytes: 1 << 20) || failure == .malformed)
  }

  @Test(arguments: ["no-zip", "unknown-zip"])
  func `when it cannot be unpacked`(deed: String) throws {
    #expect(try Fetching().failure(deed) == .badEncoding)
  }

  @Test func `when nobody listens`() throws {
    let fetching = try Fetching()
    let address = try fetching.address("ok", port: fetching.server.closedPort)
    #expect(fetching.failure(address) == .connectionRefused(host: "127.0.0.1"))
  }

  @Test func `when its server speaks first, and no HTTP`() throws {
    let fetching = try Fetching()
    #expect(fetching.failure(try WebAddress("http://127.0.0.1:\(fetching.server.greetingPort)/")) == .malformed)
  }

  @Test func `when a chunk never begins`() throws {
    #expect(try Fetching().failure("long-chunk") == .silent(seconds: 1))
  }

  @Test func `and the next request on the same client is unharmed`() throws {
    let fetching = try Fetching()
    for deed in ["rst", "garbage", "negative", "no-zip"] { _ = try fetching.failure(deed) }
    #expect(try fetching.fetch("ok").get().status == 200)
  }

  @Test func `without a character that a terminal obeys`() throws {
    let hostile = "\u{1b}]0;x\u{7}\u{202e}"
    let all: [HTTPFailure] = [
      .badRedirect(scheme: hostile), .noSuchHost("a.example"), .timedOut(seconds: 60), .silent(seconds: 1), .offline,
    ]
    #expect(all.map(\.sentence).allSatisfy { Gate.text(of: $0) == $0 || $0.contains(hostile) })
    let fetching = try Fetching()
    let failure = try fetching.failure("to", "java%1bscript:x")
    #expect(failure.map { Gate.text(of: $0.sentence) == $0.sentence } == true)
  }
}

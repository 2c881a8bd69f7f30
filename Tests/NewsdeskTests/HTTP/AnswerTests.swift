import Briefing
import Testing

@testable import Newsdesk

@Suite(.withServer) struct `An answer` {
  @Test func `is the body, with what the server says of it`() throws {
    let fetching = try Fetching()
    let answer = try fetching.fetch("ok", "hello").get()
    #expect(answer.status == 200)
    #expect(answer.body == Array("hello".utf8))
    #expect(answer.contentType == "text/plain")
    #expect(answer.charset == "utf-8")
    #expect(answer.redirects.isEmpty)
    #expect(try answer.address == fetching.address("ok", "hello"))
  }

  @Test func `comes unpacked`() throws {
    #expect(try Fetching().fetch("zip").get().body == Array("unpacked".utf8))
  }

  @Test func `tells how long it stays fresh, and what to ask with the next time`() throws {
    let answer = try Fetching().fetch("kept-for").get()
    #expect(answer.maxAge == 7200)
    #expect(answer.etag == "W/\"1\"")
    #expect(answer.lastModified == "Sun, 06 Nov 1994 08:49:37 GMT")
  }

  @Test func `that nothing has changed may bring a new name of what is there`() throws {
    let fetching = try Fetching()
    let request = HTTPRequest(try fetching.address("unchanged"), namedBy: .user, etag: "\"old\"")
    let answer = try fetching.client.answer(to: request)
    #expect(answer.isUnchanged)
    #expect(answer.etag == "\"new\"")
  }

  @Test func `that nothing has changed may say how long that is`() throws {
    #expect(try Fetching().fetch("unchanged-and-long").get().isUnchanged)
  }

  @Test func `of any status is an answer`() throws {
    let later = try Fetching().fetch("later").get()
    #expect(later.status == 429)
    #expect(later.retryAfter == 86_400)
    #expect(try Fetching().fetch("gone").get().status == 410)
    #expect(try Fetching().fetch("login").get().status == 401)
  }

  @Test func `holds no controls but in its body`() throws {
    let answer = try Fetching().fetch("controls").get()
    #expect(answer.status == 200)
    #expect(answer.etag == nil)
    #expect(answer.contentType == nil)
  }

  @Test func `that sends on by other means than its status is an answer`() throws {
    let fetching = try Fetching()
    #expect(try fetching.fetch("refresh").get().redirects.isEmpty)
    #expect(try fetching.requests() == 1)
  }

  @Test func `without a length ends with its connection`() throws {
    #expect(try Fetching().fetch("no-length").get().body == Array("fine".utf8))
  }

  /// Older versions of libcurl do not look for the end of what they unpack.
  @Test func `that is packed and cut off is not more than what came`() throws {
    switch try Fetching().fetch("cut-zip") {
    case .success(let answer): #expect(answer.body.count < 20_000)
    case .failure(let failure): #expect(failure == .badEncoding || failure == .cutShort)
    }
  }

  @Test func `that has more bytes than it says ends where it says`() throws {
    #expect(try Fetching().fetch("long").get().body == Array("fine".utf8))
  }
}

@Suite(.withServer) struct `A request` {
  @Test func `holds what is needed and nothing else`() throws {
    let fetching = try Fetching()
    var request = HTTPRequest(try fetching.address("echo"), namedBy: .user, etag: "\"a\"", accepted: HTTPRequest.feeds)
    request.lastModified = "Sun, 06 Nov 1994 08:49:37 GMT"
    let head = String(decoding: try fetching.client.answer(to: request).body, as: UTF8.self)
    let names = head.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != ":" }.lowercased() }
    #expect(
      Set(names) == ["host", "user-agent", "accept", "accept-encoding", "if-none-match", "if-modified-since"])
    #expect(head.contains("User-Agent: Courant/test (+https://courant.example)\r\n"))
    #expect(head.contains("If-None-Match: \"a\"\r\n"))
    #expect(head.contains("gzip"))
  }

  @Test func `does not bring cookies back, nor says where it comes from`() throws {
    let answer = try Fetching().fetch("cookie").get()
    let head = String(decoding: answer.body, as: UTF8.self).lowercased()
    #expect(answer.redirects.count == 1)
    #expect(!head.contains("cookie") && !head.contains("referer") && !head.contains("authorization"))
  }

  @Test func `with a name that would open another line is one without it`() throws {
    let fetching = try Fetching()
    let request = HTTPRequest(
      try fetching.address("echo"), namedBy: .user, etag: "\"a\"\r\nX-Smuggled: 1", lastModified: "\u{1b}[31m")
    let head = String(decoding: try fetching.client.answer(to: request).body, as: UTF8.self)
    #expect(!head.contains("Smuggled") && !head.contains("If-"))
  }
}

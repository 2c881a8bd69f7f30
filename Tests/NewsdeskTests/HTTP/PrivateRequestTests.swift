import Briefing
import Testing

@testable import Newsdesk

@Suite(.withServer) struct `A request with what is the user's own` {
  private func fetch(
    _ address: WebAddress, form: String? = "Passwd=secret",
    _ credentials: [HTTPField] = [HTTPField("Authorization", "key")],
    client: HTTPClient
  ) -> Result<HTTPAnswer, HTTPFailure> {
    var request = HTTPRequest(address, namedBy: .user, limits: Fetching.quick)
    (request.form, request.credentials) = (form, credentials)
    return Result { () throws(HTTPFailure) in try client.answer(to: request) }
  }

  @Test func `is posted as a form, with what the server knows the user by`() throws {
    let fetching = try Fetching()
    let body = String(decoding: try fetch(fetching.address("echo"), client: fetching.client).get().body, as: UTF8.self)
    #expect(body.hasPrefix("POST ") && body.contains("\r\nAuthorization: key\r\n"))
    #expect(body.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n") && !body.contains("Expect"))
    #expect(body.contains("\r\nContent-Length: 13\r\n"))
  }

  @Test func `is asked for where nothing is posted`() throws {
    let fetching = try Fetching()
    let answer = try fetch(fetching.address("echo"), form: nil, client: fetching.client).get()
    let body = String(decoding: answer.body, as: UTF8.self)
    #expect(body.hasPrefix("GET ") && body.contains("\r\nAuthorization: key\r\n"))
  }

  @Test func `leaves out what would be two fields`() throws {
    let fetching = try Fetching()
    let fields = [HTTPField("Authorization", "key\r\nX-Other: 1")]
    let body = String(
      decoding: try fetch(fetching.address("echo"), form: nil, fields, client: fetching.client).get().body,
      as: UTF8.self)
    #expect(!body.contains("X-Other") && !body.contains("Authorization"))
  }

  @Test(arguments: [true, false]) func `is sent on nowhere, not even to the same host`(isPosted: Bool) throws {
    let fetching = try Fetching()
    for port in [fetching.server.port, fetching.server.otherPort] {
      let target = try fetching.address("echo", port: port).text
      let failure = HTTPFailure.keptBack(from: "http://127.0.0.1:\(port)")
      let result = try fetch(
        fetching.address("to", target), form: isPosted ? "Passwd=secret" : nil,
        isPosted ? [] : [HTTPField("Authorization", "key")],
        client: fetching.client)
      guard case .failure(failure) = result else {
        Issue.record("\(result)")
        continue
      }
    }
    #expect(try fetching.requests(port: fetching.server.otherPort) == 0)
  }
}

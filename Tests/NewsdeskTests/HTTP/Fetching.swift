import Briefing
import Testing

@testable import Newsdesk

/// What the tests of HTTP ask, and how.
struct Fetching {
  let server: HostileServer
  var client = HTTPClient(agent: "Courant/test (+https://courant.example)", environment: .empty)
  /// By which the server counts.
  let token = newToken()

  init() throws {
    server = try #require(HostileServer.shared)
  }

  /// Short enough that nobody waits for the tests.
  static let quick: HTTPLimits = {
    var limits = HTTPLimits(body: 1 << 20)
    limits.connecting = .milliseconds(500)
    limits.silence = .milliseconds(300)
    limits.total = .milliseconds(900)
    return limits
  }()

  func address(_ deed: String, _ text: String = "", host: String = "127.0.0.1", port: UInt16? = nil) throws
    -> WebAddress
  {
    try WebAddress("http://\(host):\(port ?? server.port)/do/\(deed)/\(token)\(text.isEmpty ? "" : "?" + text)")
  }

  func fetch(_ address: WebAddress, _ namedBy: HTTPRequest.Namer = .user, _ limits: HTTPLimits = quick) -> Result<
    HTTPAnswer, HTTPFailure
  > {
    Result { () throws(HTTPFailure) in
      try client.answer(to: HTTPRequest(address, namedBy: namedBy, limits: limits))
    }
  }

  func fetch(_ deed: String, _ text: String = "") throws -> Result<HTTPAnswer, HTTPFailure> {
    try fetch(address(deed, text))
  }

  func failure(_ deed: String, _ text: String = "") throws -> HTTPFailure? {
    if case .failure(let failure) = try fetch(deed, text) { failure } else { nil }
  }

  func failure(_ address: WebAddress, _ namedBy: HTTPRequest.Namer = .user) -> HTTPFailure? {
    if case .failure(let failure) = fetch(address, namedBy) { failure } else { nil }
  }

  /// How often the server was asked with the token.
  func requests(port: UInt16? = nil) throws -> Int? {
    let address = try WebAddress("http://127.0.0.1:\(port ?? server.port)/seen/\(token)")
    let counter = HTTPClient(agent: "counter", environment: .empty)
    return Int(String(decoding: try counter.answer(to: HTTPRequest(address, namedBy: .user)).body, as: UTF8.self))
  }
}

extension Trait where Self == ConditionTrait {
  /// The tests that ask the hostile server.
  static var withServer: ConditionTrait {
    .enabled("python3 and libcurl are needed") { HTTPLibrary.version != nil && HostileServer.shared != nil }
  }
}

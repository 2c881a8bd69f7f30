import Briefing
import Synchronization
import System

/// A server that keeps feeds, spoken to as Google Reader was.
///
/// It lets the user in when that is first needed, and once more where it no longer does. What it gave to be known by is kept in
/// memory alone. Every call waits for its answer on the caller's thread, and ends soon after the stop; several threads may call.
public final class AccountServer: Sendable {
  /// By what the server knows the user, and what it wants with each change.
  private struct Keys {
    var authorization: String?
    /// Whether the server has answered anything to it but that it does not know the user.
    var isProven = false
    var token: String?
    var fields: [HTTPField]?
  }

  let access: AccountAccess
  private let client: HTTPClient
  private let keys = Mutex(Keys())

  public init(_ access: AccountAccess, client: HTTPClient) {
    (self.access, self.client) = (access, client)
  }

  typealias Parameters = [(name: String, value: String)]

  /// Asks for something below `/reader/api/0/`.
  func get(_ path: String, _ query: Parameters = [], _ stop: FetchStop) throws(AccountFailure) -> [UInt8] {
    try send("/reader/api/0/" + path, query, nil, stop)
  }

  /// Posts something there, with the token that a change needs.
  func post(
    _ path: String, _ query: Parameters = [], form: Parameters, _ stop: FetchStop
  ) throws(AccountFailure) -> [UInt8] {
    try send("/reader/api/0/" + path, query, form, stop)
  }

  /// Lets the user in, where that was not done yet.
  func enter(_ stop: FetchStop) throws(AccountFailure) { _ = try authorization(stop) }

  private func send(
    _ path: String, _ query: Parameters, _ form: Parameters?, _ stop: FetchStop
  ) throws(AccountFailure) -> [UInt8] {
    var refusals = 0
    for _ in 0..<Self.mostTries where refusals < Self.refusalsOfNewLogins {
      let authorization = try authorization(stop)
      var form = form
      if form != nil { form?.insert(("T", try token(authorization, stop)), at: 0) }
      let answer = try transfer(path, query, form, authorization, stop)
      guard answer.status == 401 else {
        keys.withLock { if $0.authorization == authorization { $0.isProven = true } }
        return try Self.body(of: answer)
      }
      if !forget(authorization) { refusals += 1 }
    }
    throw .notBelieved
  }

  /// How often something is asked for. Several threads share a login, and one that runs out soon may do so before each has used it.
  private static let mostTries = 8
  /// How many logins may be refused that were good for nothing.
  private static let refusalsOfNewLogins = 2

  /// Forgets a login that was refused; says whether it was good for something before, or another is there by now.
  private func forget(_ authorization: String) -> Bool {
    keys.withLock { keys in
      guard keys.authorization == authorization else { return true }
      defer { keys = Keys(fields: keys.fields) }
      return keys.isProven
    }
  }

  private static func body(of answer: HTTPAnswer) throws(AccountFailure) -> [UInt8] {
    guard answer.isSuccess else { throw .status(answer.status, wait: answer.retryAfter) }
    if answer.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") { throw .page }
    return answer.body
  }

  private func transfer(
    _ path: String, _ query: Parameters, _ form: Parameters?, _ authorization: String?, _ stop: FetchStop
  ) throws(AccountFailure) -> HTTPAnswer {
    let text = access.base + path + (query.isEmpty ? "" : "?" + Self.encoded(query))
    guard let address = try? WebAddress(text) else { throw .noInterface }
    var request = HTTPRequest(address, namedBy: .user, limits: HTTPLimits(body: HTTPLimits.largestBody))
    request.limits.silence = .seconds(30)
    request.form = form.map(Self.encoded)
    request.credentials = try fields()
    if let authorization { request.credentials.append(HTTPField("Authorization", "GoogleLogin auth=" + authorization)) }
    let answers = Channel<Result<HTTPAnswer, HTTPFailure>>()
    stop.start(request, with: client) { _ = answers.send($0) }
    do throws(HTTPFailure) {
      return try (answers.receive() ?? .failure(.cancelled)).get()
    } catch {
      throw .http(error)
    }
  }

  /// As forms and addresses have it: letters of ASCII and some marks, and all else as its bytes.
  static func encoded(_ parameters: Parameters) -> String {
    parameters.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x3A: encoded.append(byte)
      default: encoded += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

/// Who asks.
extension AccountServer {
  private func authorization(_ stop: FetchStop) throws(AccountFailure) -> String {
    if let known = keys.withLock(\.authorization) { return known }
    let password = try access.password()
    let form = [
      ("Email", access.user), ("Passwd", password), ("accountType", "HOSTED_OR_GOOGLE"), ("service", "reader"),
      ("client", "courant"),
    ]
    let answer = try transfer("/accounts/ClientLogin", [], form, nil, stop)
    switch answer.status {
    // Some say so of a name that nobody can have.
    case 400, 401, 403: throw .refused
    case 404, 405, 410: throw .noInterface
    default: break
    }
    guard let found = Self.value(of: "Auth", in: try Self.body(of: answer)) else { throw .noInterface }
    keys.withLock { $0 = Keys(authorization: found, fields: $0.fields) }
    return found
  }

  private func fields() throws(AccountFailure) -> [HTTPField] {
    if let known = keys.withLock(\.fields) { return known }
    let fields = try access.fields()
    keys.withLock { $0.fields = fields }
    return fields
  }

  /// What stands behind a name and an equals sign on a line of its own.
  private static func value(of name: String, in bytes: [UInt8]) -> String? {
    guard bytes.count <= 64 << 10 else { return nil }
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    guard let line = lines.first(where: { $0.starts(with: (name + "=").utf8) }) else { return nil }
    return secret(line.dropFirst(name.utf8.count + 1))
  }

  /// A key is of letters of ASCII, and not long.
  private static func secret(_ bytes: ArraySlice<UInt8>) -> String? {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let trimmed = bytes.drop(while: isBlank)
    let text = trimmed.prefix(upTo: trimmed.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? trimmed.startIndex)
    guard (1...4096).contains(text.count), text.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  private func token(_ authorization: String, _ stop: FetchStop) throws(AccountFailure) -> String {
    if let known = keys.withLock({ $0.authorization == authorization ? $0.token : nil }) { return known }
    let answer = try transfer("/reader/api/0/token", [], nil, authorization, stop)
    // What the change itself is answered with decides.
    if answer.status == 401 { return "" }
    guard let token = Self.secret(try Self.body(of: answer)[...]) else { throw .garbled }
    keys.withLock { if $0.authorization == authorization { $0.token = token } }
    return token
  }
}

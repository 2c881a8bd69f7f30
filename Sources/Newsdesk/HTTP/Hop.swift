import Briefing
import CCurl

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One request to one server: what libcurl is asked, and what comes of it. Used by the client's thread alone.
final class Hop {
  let address: WebAddress
  let rule: AddressRule
  private let limits: HTTPLimits
  private let proxy: String?
  private let easy: OpaquePointer
  private let reason = UnsafeMutablePointer<CChar>.allocate(capacity: COURANT_ERROR_SIZE)

  private(set) var head = HTTPHead()
  private(set) var body: [UInt8] = []
  private var headBytes = 0
  /// How much of a body came that nobody reads.
  private var skipped = 0
  /// Why it was ended from here.
  private(set) var failure: HTTPFailure?
  /// Whether a connection was not made because of where it would have led.
  private var wasRefused = false

  /// Nil where there is no room for it.
  init?(_ address: WebAddress, _ rule: AddressRule, request: HTTPRequest, agent: String, environment: HTTPEnvironment) {
    guard let easy = courant_easy_make() else {
      reason.deallocate()
      return nil
    }
    self.easy = easy
    (self.address, self.rule, limits) = (address, rule, request.limits)
    proxy = environment.proxy(for: address)
    reason.initialize(repeating: 0, count: COURANT_ERROR_SIZE)
    guard setUp(request, agent, environment) && addHeaders(of: request) else { return nil }
  }

  deinit {
    courant_easy_end(easy)
    reason.deallocate()
  }

  /// What must be obeyed; what an older libcurl need not know is `isOptional`.
  private func set(_ option: Int, _ value: Int, isOptional: Bool = false) -> Bool {
    courant_easy_set_number(easy, Int32(option), value) == 0 || isOptional
  }

  private func set(_ option: Int, _ value: String) -> Bool { courant_easy_set_text(easy, Int32(option), value) == 0 }

  private func setUp(_ request: HTTPRequest, _ agent: String, _ environment: HTTPEnvironment) -> Bool {
    let data = Unmanaged.passUnretained(self).toOpaque()
    courant_easy_set_pointer(easy, Int32(COURANT_PRIVATE), data)
    courant_easy_set_pointer(easy, Int32(COURANT_ERROR_BUFFER), reason)
    return courant_easy_serve(easy, receiveHead, receiveBody, admitAddress, data) == 0
      && set(COURANT_URL, address.text) && set(COURANT_USER_AGENT, agent)
      && request.form.map { set(COURANT_COPIED_FORM, $0) } != false
      // All that it can unpack.
      && set(COURANT_ACCEPT_ENCODING, "")
      // Empty, and so no variable of the environment says otherwise.
      && set(COURANT_PROXY, proxy ?? "") && set(COURANT_NO_PROXY, "") && setNumbers()
      && environment.certificateFile.map { set(COURANT_CA_FILE, $0) } != false
      && environment.certificateFolder.map { set(COURANT_CA_FOLDER, $0) } != false
      && environment.hosts.allSatisfy { courant_easy_add_host(easy, $0) == 0 }
  }

  private func setNumbers() -> Bool {
    set(COURANT_NO_SIGNAL, 1) && set(COURANT_NETRC, 0) && set(COURANT_FOLLOW, 0)
      && set(COURANT_PROTOCOLS, COURANT_WEB) && set(COURANT_VERIFY_PEER, 1) && set(COURANT_VERIFY_HOST, 2)
      && set(COURANT_TLS_VERSION, COURANT_TLS_1_2) && set(COURANT_CONNECT_MILLISECONDS, limits.connecting.milliseconds)
      && set(COURANT_SUPPRESS_CONNECT_HEADERS, 1)
      && set(COURANT_HTTP09_ALLOWED, 0, isOptional: true)
      // Else a look-up of a name that is not wanted any more would be waited for.
      && set(COURANT_QUICK_EXIT, 1, isOptional: true)
  }

  private func addHeaders(of request: HTTPRequest) -> Bool {
    var fields = [
      ("Accept", request.accepted), ("If-None-Match", request.etag), ("If-Modified-Since", request.lastModified),
    ]
    for field in request.credentials { fields.append((field.name, field.value)) }
    // A form is sent at once: not all servers answer whether they would take it.
    if request.form != nil, courant_easy_add_header(easy, "Expect:") != 0 { return false }
    return fields.allSatisfy { name, value in
      guard let value, !value.isEmpty, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return true }
      return courant_easy_add_header(easy, "\(name): \(value)") == 0
    }
  }

  func enter(_ pool: OpaquePointer) -> Bool { courant_pool_add(pool, easy) == 0 }
  func leave(_ pool: OpaquePointer) { courant_pool_remove(pool, easy) }

  /// The hop that a handle of libcurl belongs to.
  static func of(_ easy: OpaquePointer) -> Hop? {
    courant_easy_data(easy).map { Unmanaged<Hop>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension Hop {
  /// Bytes of the body, as they came.
  var received: Int { max(0, Int(courant_easy_count(easy, Int32(COURANT_RECEIVED_BYTES)))) }
  /// All bytes that came.
  var taken: Int { received + headBytes }
  var expected: Int? { head.length }
  /// Whether there is a connection, and the request may be on its way.
  var hasBegun: Bool { courant_easy_count(easy, Int32(COURANT_BEGAN_MICROSECONDS)) > 0 }

  /// What became of it, once libcurl has ended it; nil where an answer came.
  func failure(_ result: Int) -> HTTPFailure? {
    // Nobody wants the body of what sends on, so it may end as it likes.
    if head.redirect != nil, failure == nil { return nil }
    if let failure { return failure }
    if result == COURANT_OK { return head.isWhole ? nil : head.status == 0 ? .malformed : .cutShort }
    let host = address.host.shown
    if wasRefused, !hasBegun { return .refusedAddress(host: host) }
    if proxy != nil, result == COURANT_NO_CONNECTION { return .proxy }
    if result == COURANT_TIMED_OUT { return .noConnection(seconds: limits.connecting.wholeSeconds) }
    if !head.isWhole, result == COURANT_NO_MEMORY || result == COURANT_TOO_LARGE {
      return .headTooLarge(bytes: limits.head)
    }
    return HTTPFailure(
      result: result, reason: String(cString: reason),
      verification: courant_easy_number(easy, Int32(COURANT_VERIFY_RESULT)),
      systemError: Int32(clamping: courant_easy_number(easy, Int32(COURANT_OS_ERROR))), host: host)
  }

  func answer(to request: HTTPRequest, redirects: [HTTPRedirect], now: Moment) -> HTTPAnswer {
    HTTPAnswer(
      status: head.status, body: body, address: address, requested: request.address, redirects: redirects,
      contentType: head.contentType, charset: head.charset, etag: head.etag, lastModified: head.lastModified,
      retryAfter: head.retryAfter.flatMap { RetryAfter.seconds($0, now: now) },
      maxAge: head.cacheControl.flatMap(RetryAfter.maxAge))
  }
}

/// What libcurl hands over.
extension Hop {
  private func end(_ failure: HTTPFailure) -> Bool {
    self.failure = failure
    return false
  }

  /// A line of the head; false ends it all.
  fileprivate func takeHead(_ line: UnsafeRawBufferPointer) -> Bool {
    headBytes += line.count
    guard headBytes <= limits.head else { return end(.headTooLarge(bytes: limits.head)) }
    head.take(line)
    if head.isContradictory { return end(.malformed) }
    let length = head.length ?? 0
    // What has not changed may say how long it is, and does not come.
    return length <= limits.body || head.redirect != nil || head.status == 304 || end(.tooLarge(bytes: limits.body))
  }

  fileprivate func takeBody(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard head.redirect == nil else {
      skipped += piece.count
      return skipped <= limits.head
    }
    let size = body.count + piece.count
    guard size <= limits.body else { return end(.tooLarge(bytes: limits.body)) }
    if size > limits.growthCounts, size / limits.growth > max(1, received) { return end(.bomb) }
    body.append(contentsOf: piece)
    return true
  }

  fileprivate func admits(_ address: UnsafePointer<sockaddr>) -> Bool {
    // Through a proxy it is the proxy that is connected to, and only its user knows where it may be.
    guard rule != .anywhere, proxy == nil else { return true }
    if let number = IPAddress(address), number.isOfNet { return true }
    wasRefused = true
    return false
  }
}

extension IPAddress {
  /// The address of a socket; nil where it is of another kind.
  fileprivate init?(_ address: UnsafePointer<sockaddr>) {
    let place = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      let number = place.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
      self = .four(UInt32(bigEndian: number))
    case AF_INET6:
      let offset = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 8
      self = .six(
        (0..<8).map { UInt16(bigEndian: place.loadUnaligned(fromByteOffset: offset + 2 * $0, as: UInt16.self)) })
    default: return nil
    }
  }
}

private func hop(_ data: UnsafeMutableRawPointer?) -> Hop? {
  data.map { Unmanaged<Hop>.fromOpaque($0).takeUnretainedValue() }
}

private nonisolated func receiveHead(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ data: UnsafeMutableRawPointer?
) -> Int {
  hop(data)?.takeHead(UnsafeRawBufferPointer(start: bytes, count: size * count)) == true ? size * count : -1
}

private nonisolated func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ data: UnsafeMutableRawPointer?
) -> Int {
  hop(data)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) == true ? size * count : -1
}

private nonisolated func admitAddress(_ address: UnsafePointer<sockaddr>, _ data: UnsafeMutableRawPointer?) -> Int32 {
  hop(data)?.admits(address) == true ? 1 : 0
}

extension Duration {
  /// Rounded up, so that a wait is over when it ends.
  var milliseconds: Int { Int((self / .milliseconds(1)).rounded(.up)) }
  var wholeSeconds: Int { Int((self / .seconds(1)).rounded(.up)) }
}

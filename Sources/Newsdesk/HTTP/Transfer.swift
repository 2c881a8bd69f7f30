import Briefing

/// A request on its way, over all addresses that servers send it on to. Used by the client's thread alone.
final class Transfer {
  let number: TransferNumber
  let request: HTTPRequest
  private let progress: (@Sendable (HTTPProgress) -> Void)?
  private let done: HTTPClient.Completion

  /// Where it goes next, or is.
  private(set) var address: WebAddress
  private(set) var namedBy: HTTPRequest.Namer
  private(set) var redirects: [HTTPRedirect] = []
  /// What goes on now; nil while it waits for its turn.
  private(set) var hop: Hop?

  /// How long it was at work before this hop; waiting for a turn does not count.
  private var spent = Duration.zero
  private var begun: ContinuousClock.Instant?
  /// Until when enough has to come, and how much there was before.
  private var silenceEnd = ContinuousClock.now
  private var takenBefore = 0
  private var told = 0
  private var toldAt: ContinuousClock.Instant?

  init(
    _ number: TransferNumber, _ request: HTTPRequest, progress: (@Sendable (HTTPProgress) -> Void)?,
    done: @escaping HTTPClient.Completion
  ) {
    (self.number, self.request, self.progress, self.done) = (number, request, progress, done)
    (address, namedBy) = (request.address, request.namedBy)
  }

  /// By which it is queued.
  var host: String { address.host.ascii }
  var rule: AddressRule { AddressRule(for: address, namedBy: namedBy) }

  func begin(_ hop: Hop) {
    self.hop = hop
    let now = ContinuousClock.now
    begun = now
    silenceEnd = now + request.limits.silence
    takenBefore = 0
  }

  func pause() {
    if let begun { spent += ContinuousClock.now - begun }
    (hop, begun) = (nil, nil)
  }

  func finish(_ result: Result<HTTPAnswer, HTTPFailure>) { done(result) }

  /// When it has to be looked at next.
  var deadline: ContinuousClock.Instant? {
    begun.map { min(silenceEnd, $0 + (request.limits.total - spent)) }
  }

  /// Why it takes too long; nil while it does not.
  func lateness(_ now: ContinuousClock.Instant) -> HTTPFailure? {
    guard let begun, let hop else { return nil }
    let limits = request.limits
    if now - begun + spent >= limits.total { return .timedOut(seconds: limits.total.wholeSeconds) }
    guard now >= silenceEnd else { return nil }
    silenceEnd = now + limits.silence
    // Until there is a connection, libcurl counts the time.
    guard hop.hasBegun else { return nil }
    defer { takenBefore = hop.taken }
    // The first look may come soon after the connection: nothing need have come by then.
    return hop.taken - takenBefore >= limits.trickle ? nil : .silent(seconds: limits.silence.wholeSeconds)
  }

  /// Says how far it is, ten times a second at most.
  func tellProgress(_ now: ContinuousClock.Instant) {
    guard let progress, let hop, hop.head.redirect == nil, hop.received > told,
      toldAt.map({ now - $0 >= .milliseconds(100) }) ?? true
    else { return }
    (told, toldAt) = (hop.received, now)
    progress(HTTPProgress(received: told, expected: hop.expected))
  }
}

extension Transfer {
  /// Where a server sends it on to is its next address.
  /// - Throws: why it goes nowhere.
  func redirect(to location: String, status: Int) throws(HTTPFailure) {
    guard redirects.count < request.limits.redirects else { throw .tooManyRedirects(request.limits.redirects) }
    let next = try Self.resolve(location, from: address)
    if request.isPrivate { throw .keptBack(from: next.origin) }
    namedBy = namedBy.sendingOn(from: address)
    address = next
    redirects.append(HTTPRedirect(status: status, address: next))
  }
}

extension WebAddress {
  /// Its scheme, host and port, as people read them.
  var origin: String { "\(scheme)://\(host.shown)\(port.map { ":\($0)" } ?? "")" }
}

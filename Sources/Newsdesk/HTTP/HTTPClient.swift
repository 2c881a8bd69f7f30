import Briefing
import CCurl
import Synchronization
import System

/// Fetches pages and feeds through libcurl, which is loaded with the first request.
///
/// All transfers go on at once on one thread, which begins with the first of them, sleeps while nothing can be done, and ends
/// soon after the last. Two of one host at once, and 24 in all; others wait for their turn, and hosts take turns. Nothing is
/// sent but the address, the agent, and what the request says: no cookies, no referrer, no names or passwords.
///
/// Callbacks come on that thread, and hold up all transfers while they run: they hand on what they get. An offline client
/// loads no library and opens no socket.
public final class HTTPClient: Sendable {
  /// Told once for each request, whatever becomes of it.
  public typealias Completion = @Sendable (Result<HTTPAnswer, HTTPFailure>) -> Void

  private let engine: HTTPEngine

  /// - Parameters:
  ///   - agent: what servers are told of the program, such as `Courant/1.0 (+https://example.com)`.
  ///   - isOffline: answers every request with `HTTPFailure.offline`.
  public init(agent: String, environment: HTTPEnvironment = .current, isOffline: Bool = false) {
    engine = HTTPEngine(agent: agent, environment: environment, isOffline: isOffline)
  }

  /// For tests: with a library that may be missing.
  init(agent: String, environment: HTTPEnvironment, hasLibrary: @escaping @Sendable () -> Bool) {
    engine = HTTPEngine(agent: agent, environment: environment, isOffline: false, hasLibrary: hasLibrary)
  }

  deinit { engine.stop() }

  /// Begins a transfer, or has it wait for its turn.
  /// - Parameters:
  ///   - progress: called now and then while a body comes, ten times a second at most.
  ///   - done: called once.
  @discardableResult
  public func start(
    _ request: HTTPRequest, progress: (@Sendable (HTTPProgress) -> Void)? = nil, done: @escaping Completion
  ) -> TransferNumber {
    engine.start(request, progress: progress, done: done)
  }

  /// Ends a transfer, whose `done` gets `HTTPFailure.cancelled` at once; nothing where it has ended.
  public func cancel(_ number: TransferNumber) { engine.cancel(number) }

  /// Ends all transfers in the same way, and the thread; later requests are cancelled before they begin.
  public func stop() { engine.stop() }

  /// Waits for the answer to one request: for commands, and never within a callback. `stop()` from another thread, as on an interrupt, ends the wait.
  /// - Parameter started: told the number of the transfer, by which others may cancel it.
  public func answer(
    to request: HTTPRequest, started: ((TransferNumber) -> Void)? = nil,
    progress: (@Sendable (HTTPProgress) -> Void)? = nil
  ) throws(HTTPFailure) -> HTTPAnswer {
    let answers = Channel<Result<HTTPAnswer, HTTPFailure>>()
    let number = start(request, progress: progress) { _ = answers.send($0) }
    started?(number)
    guard let answer = answers.receive() else { throw .cancelled }
    return try answer.get()
  }
}

/// By which a client knows a transfer.
public struct TransferNumber: Hashable, Sendable {
  let value: Int
}

/// The library that does the work.
public enum HTTPLibrary {
  /// What it says of itself; nil where there is none that can be used. Loads it.
  public static var version: String? {
    courant_curl_load() != 0 ? Gate.text(of: String(cString: courant_curl_version())) : nil
  }
}

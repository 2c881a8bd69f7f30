import Synchronization

/// Ends what was begun with it, from any thread, and lets nothing else begin.
public final class FetchStop: Sendable {
  private struct State {
    var isStopped = false
    var transfers: [TransferNumber] = []
    var client: HTTPClient?
  }

  private let state = Mutex(State())

  public init() {}

  public var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Cancels every transfer, each of which ends within a tenth of a second.
  public func stop() {
    let (transfers, client) = state.withLock { state in
      state.isStopped = true
      defer { state.transfers = [] }
      return (state.transfers, state.client)
    }
    for transfer in transfers { client?.cancel(transfer) }
  }

  /// Begins a transfer that it ends; one that comes too late is cancelled at once.
  func start(
    _ request: HTTPRequest, with client: HTTPClient, progress: (@Sendable (HTTPProgress) -> Void)? = nil,
    done: @escaping HTTPClient.Completion
  ) {
    guard !isStopped else { return done(.failure(.cancelled)) }
    note(client.start(request, progress: progress, done: done), of: client)
  }

  private func note(_ transfer: TransferNumber, of client: HTTPClient) {
    let isStopped = state.withLock { state in
      state.client = client
      if !state.isStopped { state.transfers.append(transfer) }
      return state.isStopped
    }
    if isStopped { client.cancel(transfer) }
  }
}

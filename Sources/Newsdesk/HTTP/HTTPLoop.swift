import Briefing
import CCurl
import System

/// The thread that fetches: it has all transfers, and sleeps while none of them can go on.
final class HTTPLoop {
  /// How long connections are kept when there is nothing to do; then the thread ends.
  private static let rest = Duration.seconds(5)

  private let engine: HTTPEngine
  private let waker: SelfPipe
  private var pools: Pools?
  private var transfers: [TransferNumber: Transfer] = [:]
  private var queue = TransferQueue(mostPerHost: 2, most: 24)
  /// What libcurl has at work.
  private var active: [TransferNumber] = []
  private var isStopped = false

  init(_ engine: HTTPEngine, _ waker: SelfPipe) {
    (self.engine, self.waker) = (engine, waker)
  }

  func run() {
    courant_ignore_broken_pipes()
    var restEnd: ContinuousClock.Instant?
    while true {
      _ = waker.drain()
      for order in engine.takeOrders() { obey(order) }
      beginNext()
      let now = ContinuousClock.now
      if transfers.isEmpty {
        let end = restEnd ?? now + (isStopped || pools == nil ? .zero : Self.rest)
        restEnd = end
        if now >= end, engine.mayEnd() { break }
      } else {
        restEnd = nil
      }
      sleep(until: earliest(restEnd), from: now)
      look()
    }
    pools = nil
  }

  private func obey(_ order: HTTPEngine.Order) {
    switch order {
    case .start(let number, let request, let progress, let done):
      let transfer = Transfer(number, request, progress: progress, done: done)
      transfers[number] = transfer
      if let failure = refusal() { end(transfer, .failure(failure)) } else { enqueue(transfer) }
    case .cancel(let number): transfers[number].map { end($0, .failure(.cancelled)) }
    case .stop:
      isStopped = true
      for number in transfers.keys.sorted(by: { $0.value < $1.value }) {
        transfers[number].map { end($0, .failure(.cancelled)) }
      }
    }
  }

  /// Why nothing can be fetched at all.
  private func refusal() -> HTTPFailure? {
    if isStopped { return .cancelled }
    if engine.isOffline { return .offline }
    if pools == nil {
      guard engine.hasLibrary() else { return .noLibrary }
      pools = Pools()
    }
    return pools == nil ? .noRoom : nil
  }

  private func enqueue(_ transfer: Transfer) {
    guard transfer.rule != .refused else {
      end(transfer, .failure(.refusedAddress(host: transfer.address.host.shown)))
      return
    }
    queue.add(transfer.number, host: transfer.host, isFirst: !transfer.redirects.isEmpty)
  }

  private func beginNext() {
    while let pools, let transfer = queue.next().flatMap({ transfers[$0] }) {
      let hop = Hop(
        transfer.address, transfer.rule, request: transfer.request, agent: engine.agent,
        environment: engine.environment)
      active.append(transfer.number)
      if let hop, hop.enter(pools[transfer.rule]) {
        transfer.begin(hop)
      } else {
        end(transfer, .failure(.noRoom))
      }
    }
  }
}

extension HTTPLoop {
  private func earliest(_ restEnd: ContinuousClock.Instant?) -> ContinuousClock.Instant? {
    (active.compactMap { transfers[$0]?.deadline } + (restEnd.map { [$0] } ?? [])).min()
  }

  private func sleep(until end: ContinuousClock.Instant?, from now: ContinuousClock.Instant) {
    let wait = end.map { max(0, ($0 - now).milliseconds) } ?? -1
    if let pools {
      courant_pools_run(pools.user, pools.content, waker.readEnd, Int64(wait))
    }
  }

  /// What has come of the transfers meanwhile.
  private func look() {
    guard let pools else { return }
    for pool in [pools.user, pools.content] {
      var result: Int32 = 0
      while let easy = courant_pool_ended(pool, &result) { ended(easy, Int(result)) }
    }
    let now = ContinuousClock.now
    for number in active {
      guard let transfer = transfers[number] else { continue }
      if let failure = transfer.lateness(now) {
        // Where it leads is known: what should come with that need not.
        if let hop = transfer.hop, let location = hop.head.redirect, hop.head.isWhole {
          sendOn(transfer, to: location, status: hop.head.status)
        } else {
          end(transfer, .failure(failure))
        }
      } else {
        transfer.tellProgress(now)
      }
    }
  }

  private func ended(_ easy: OpaquePointer, _ result: Int) {
    guard let hop = Hop.of(easy),
      let transfer = active.lazy.compactMap({ self.transfers[$0] }).first(where: { $0.hop === hop })
    else { return }
    if let failure = hop.failure(result) {
      end(transfer, .failure(failure))
    } else if let location = hop.head.redirect {
      sendOn(transfer, to: location, status: hop.head.status)
    } else {
      let now = Moment(seconds: WallClock.seconds)
      end(transfer, .success(hop.answer(to: transfer.request, redirects: transfer.redirects, now: now)))
    }
  }

  private func sendOn(_ transfer: Transfer, to location: String, status: Int) {
    release(transfer)
    do throws(HTTPFailure) {
      try transfer.redirect(to: location, status: status)
      enqueue(transfer)
    } catch {
      end(transfer, .failure(error))
    }
  }

  private func end(_ transfer: Transfer, _ result: Result<HTTPAnswer, HTTPFailure>) {
    if !release(transfer) { queue.remove(transfer.number, host: transfer.host) }
    transfers[transfer.number] = nil
    transfer.finish(result)
  }

  /// Takes it from libcurl, and gives its turn to another; false where it had no turn.
  @discardableResult
  private func release(_ transfer: Transfer) -> Bool {
    guard let index = active.firstIndex(of: transfer.number) else { return false }
    active.remove(at: index)
    queue.end(host: transfer.host)
    if let hop = transfer.hop, let pools { hop.leave(pools[transfer.rule]) }
    transfer.pause()
    return true
  }
}

/// The connections: those to what the user named, and those to what content named. A connection that is used again is not
/// looked at again, so neither may be used for the other.
private final class Pools {
  let user: OpaquePointer
  let content: OpaquePointer

  /// Nil where there is no room.
  init?() {
    guard let user = courant_pool_make() else { return nil }
    guard let content = courant_pool_make() else {
      courant_pool_end(user)
      return nil
    }
    (self.user, self.content) = (user, content)
  }

  deinit {
    courant_pool_end(user)
    courant_pool_end(content)
  }

  subscript(rule: AddressRule) -> OpaquePointer { rule == .anywhere ? user : content }
}

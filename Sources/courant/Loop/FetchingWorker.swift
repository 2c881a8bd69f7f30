import Briefing
import Catalog
import Newsdesk
import Reader
import Synchronization
import System

/// Fetches for the reader, on threads that are there only as long as there is something to fetch: feeds one refresh after
/// another, and the page that the user wants to read at once beside that.
///
/// What ends is told on those threads. `stop` ends all of it within a tenth of a second.
final class FetchingWorker: Sendable {
  private struct State {
    /// What ends each thing that is under way.
    var stops: [ObjectIdentifier: FetchStop] = [:]
    var isRefreshing = false
    var isOffline: Bool
    var isClosed = false
  }

  let catalog: Catalog
  private let online: Newsdesk
  private let offline: Newsdesk
  /// The account of the settings, and what speaks with its server; nil where there is none.
  let account: (settings: AccountSettings, server: AccountServer)?
  let post: @Sendable (Message) -> Void
  let fetched: @Sendable () -> Void
  private let state: Mutex<State>
  private let end = Channel<Bool>()

  /// - Parameters:
  ///   - post: called on threads of its own.
  ///   - fetched: told when there are new stories, to be made searchable.
  init(
    catalog: Catalog, _ settings: NetworkSettings, account: AccountSettings = AccountSettings(), isOffline: Bool,
    post: @escaping @Sendable (Message) -> Void,
    fetched: @escaping @Sendable () -> Void
  ) {
    (self.catalog, self.post, self.fetched) = (catalog, post, fetched)
    online = Newsdesk(for: catalog, settings, isOffline: false)
    self.account = AccountAccess(account).map { [online] in (account, online.server(of: $0)) }
    offline = Newsdesk(for: catalog, settings, isOffline: true)
    state = Mutex(State(isOffline: isOffline || !settings.isOn))
  }

  var isOffline: Bool { state.withLock(\.isOffline) }
  var desk: Newsdesk { state.withLock(\.isOffline) ? offline : online }

  /// Uses the network no more, or again.
  func goOffline(_ isOffline: Bool) {
    state.withLock { $0.isOffline = isOffline }
    if isOffline { stop() }
    post(.connection(!isOffline))
  }

  /// Fetches what is due now, and again and again after so many seconds.
  func refresh(every seconds: Int) {
    _ = WorkerThread.start { [self] in
      repeat { begin(nil, isForced: false) } while !end.isReady(before: .now + .seconds(seconds))
    }
  }

  func refresh(_ subscription: Int64?) { begin(subscription, isForced: true) }

  private func begin(_ subscription: Int64?, isForced: Bool) {
    let isFirst = state.withLock { state in
      defer { state.isRefreshing = true }
      return !state.isRefreshing
    }
    guard isFirst else { return }
    work { [self] stop in
      defer { state.withLock { $0.isRefreshing = false } }
      refresh(subscription, isForced: isForced, stop)
    } else: { [self] in
      state.withLock { $0.isRefreshing = false }
      return .told($0)
    }
  }

  func follow(_ text: String, choice: Int?) {
    work { [self] stop in
      post(followed(text, choice, stop))
      fetched()
    } else: {
      .notFollowed($0)
    }
  }

  func fetchPage(_ url: String, for story: StoryID?) {
    work { [self] stop in
      post(page(url, for: story, stop))
    } else: {
      .pageNotFetched(url: url, because: $0, isOffline: false, canQueue: false)
    }
  }

  func fullText(of story: StoryID) {
    work { [self] stop in
      post(fullText(of: story, stop))
    } else: {
      .told($0)
    }
  }

  func addPage(_ text: String) {
    work { [self] stop in
      post(added(text, stop))
      fetched()
    } else: {
      .notAdded($0)
    }
  }

  func want(_ url: String, for story: StoryID?) {
    work { [self] _ in
      post(wanted(url, for: story))
    } else: {
      .told($0)
    }
  }

  /// Ends all that is being fetched.
  func stop() {
    for stop in state.withLock({ Array($0.stops.values) }) { stop.stop() }
  }

  /// Ends it, and lets nothing else begin.
  func close() {
    state.withLock { state in
      state.isClosed = true
      if state.stops.isEmpty { end.close() }
    }
    stop()
  }

  /// Waits for the end, for so long at most.
  func wait(within patience: Duration) {
    _ = end.receive(before: .now + patience)
  }

  /// Does something on a thread; where there is none to be had, that is told.
  private func work(_ body: @escaping @Sendable (FetchStop) -> Void, else refusal: (String) -> Message) {
    let stop = FetchStop()
    let isWanted = state.withLock { state in
      if !state.isClosed { state.stops[ObjectIdentifier(stop)] = stop }
      return !state.isClosed
    }
    guard isWanted else { return }
    let isStarted = WorkerThread.start { [self] in
      body(stop)
      rest(stop)
    }
    guard !isStarted else { return }
    rest(stop)
    post(refusal(SystemError.noThread.sentence))
  }

  private func rest(_ stop: FetchStop) {
    state.withLock { state in
      state.stops[ObjectIdentifier(stop)] = nil
      if state.isClosed, state.stops.isEmpty { end.close() }
    }
  }
}

import Briefing
import Catalog
import Reader
import Synchronization

import struct Foundation.Date

/// Puts stories into a catalog on a thread of its own while they are already being read.
final class Filing: Sendable {
  /// What there is to read first.
  enum First: Sendable {
    /// Of the only story; the rest of it is not filed yet.
    case beginning(FileBytes.Content)
    /// The only story.
    case whole(Entry)
    /// Stories to choose from.
    case stories
  }

  /// How the first story comes to whoever waits for it; closed when everything is filed.
  typealias Announcement = Channel<First>

  private let intake: Intake
  private let state: Mutex<State>
  private let first: Announcement

  fileprivate struct State {
    let isOneStory: Bool
    /// The only story, until it is reported.
    var whole: Entry?
    var progress = Progress(stories: 0)
    var failures: [InputError] = []
    var cautions: [String] = []
    var trouble: CatalogError?
    var listener: (@Sendable (Message) -> Void)?
  }

  /// Files what an intake takes in, until that ends or is stopped.
  init(
    _ intake: Intake, into catalog: Catalog, isOneStory: Bool, announcing first: Announcement
  ) throws(Worker.Missing) {
    self.intake = intake
    self.first = first
    state = Mutex(State(isOneStory: isOneStory))
    guard Worker.start({ [self] in file(into: catalog) }) else { throw Worker.Missing() }
  }

  /// Waits until there is something to read; nil when everything was tried and nothing is.
  ///
  /// A story that is there before somebody would notice the wait comes whole; a longer wait is first remarked on.
  func waitForFirst(_ remark: () -> Void) -> First? {
    let noticed = Date(timeIntervalSinceNow: 0.1)
    guard first.waits(until: noticed) else {
      remark()
      return first.receive()
    }
    let news = first.receive()
    guard case .beginning = news, first.waits(until: noticed) else { return news }
    return first.receive()
  }

  /// Reports how far the filing has come, now and after each batch, and the only story when it is whole, on whatever
  /// thread it happens.
  func report(_ listener: @escaping @Sendable (Message) -> Void) {
    change { $0.listener = listener }
  }

  /// What could not be read so far, or not wholly, each in the order of the files.
  func tell(_ complaints: inout Complaints) {
    let (failures, cautions, trouble) = state.withLock { ($0.failures, $0.cautions, $0.trouble) }
    for caution in cautions { Talk.say(caution) }
    for error in failures { complaints.tell(error) }
    if let trouble { complaints.tell(trouble) }
  }

  private func file(into catalog: Catalog) {
    while case let batch = intake.nextBatch(limit: 256), !batch.isEmpty, file(batch, into: catalog) {}
    intake.stop()
    change { $0.progress.isDone = true }
    first.close()
  }

  /// False when the catalog takes no more.
  private func file(_ batch: [Intake.Outcome], into catalog: Catalog) -> Bool {
    let arrivals = batch.compactMap { try? $0.get() }
    do throws(CatalogError) {
      _ = try catalog.add(arrivals) { ids throws(CatalogError) in try announce(ids, arrivals.first, in: catalog) }
      change { $0.note(batch, total: intake.total) }
      return true
    } catch {
      change { $0.trouble = error }
      return false
    }
  }

  /// Stories can be read; the first that there are are waited for.
  private func announce(_ ids: [StoryID], _ arrival: Arrival?, in catalog: Catalog) throws(CatalogError) {
    guard let id = ids.first, let arrival else { return }
    guard state.withLock({ $0.isOneStory }), let whole = try catalog.entry(id, of: arrival) else {
      return first.sendNow(.stories)
    }
    first.sendNow(.whole(whole))
    change { $0.whole = whole }
  }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      guard let listener = state.listener else { return }
      if let whole = state.whole { listener(.whole(whole)) }
      state.whole = nil
      listener(.reading(state.progress))
    }
  }
}

extension Filing.State {
  fileprivate mutating func note(_ batch: [Intake.Outcome], total: Int?) {
    for case .failure(let error) in batch { failures.append(error) }
    for case .success(let arrival) in batch { cautions += arrival.cautions }
    progress.failures = failures.count
    progress.stories += batch.count { if case .success = $0 { true } else { false } }
    progress.total = total
  }
}

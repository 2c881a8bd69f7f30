import Briefing
import Catalog
import Reader
import Synchronization

/// Puts stories into a catalog on a thread of its own while they are already being read.
final class Filing: Sendable {
  private let intake: Intake
  private let state = Mutex(State())
  /// Closed when everything is filed; before that, it holds the first story.
  private let first = Channel<StoryID>(capacity: 1)

  fileprivate struct State {
    var progress = Progress(stories: 0)
    var failures: [InputError] = []
    var cautions: [String] = []
    var trouble: CatalogError?
    var listener: (@Sendable (Progress) -> Void)?
  }

  /// Files what an intake takes in, until that ends or is stopped.
  init(_ intake: Intake, into catalog: Catalog) {
    self.intake = intake
    Worker.start { [self] in file(into: catalog) }
  }

  /// Waits until there is something to read, and names it; nil when everything was tried and nothing is.
  ///
  /// A wait that somebody would notice is first remarked on.
  func waitForFirst(_ remark: () -> Void) -> StoryID? {
    if !first.waits(atMost: 0.1) { remark() }
    return first.receive()
  }

  /// Reports how far the filing has come, now and after each batch, on whatever thread it happens.
  func report(_ listener: @escaping @Sendable (Progress) -> Void) {
    state.withLock { state in
      state.listener = listener
      listener(state.progress)
    }
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
      let added = try catalog.add(arrivals)
      change { $0.note(batch, total: intake.total) }
      if let story = added.ids.first { first.sendNow(story) }
      return true
    } catch {
      change { $0.trouble = error }
      return false
    }
  }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      state.listener?(state.progress)
    }
  }
}

extension Filing.State {
  fileprivate mutating func note(_ batch: [Intake.Outcome], total: Int?) {
    for case .failure(let error) in batch { failures.append(error) }
    for case .success(let arrival) in batch {
      if let caution = arrival.caution { cautions.append(caution) }
    }
    progress.failures = failures.count
    progress.stories += batch.count { if case .success = $0 { true } else { false } }
    progress.total = total
  }
}

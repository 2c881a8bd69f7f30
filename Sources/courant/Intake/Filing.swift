import Catalog
import Reader
import Synchronization

import class Foundation.Thread

/// Puts stories into a catalog on a thread of its own while they are already being read.
final class Filing: Sendable {
  private let intake: Intake
  private let failures = Mutex<[InputError]>([])
  private let trouble = Mutex<CatalogError?>(nil)
  /// Closed when everything is filed; before that, one element says that the first story is there.
  private let first = Channel<Void>(capacity: 1)

  /// `post` is called on the filing thread: after each batch, and when all is done.
  init(_ inputs: [Input], into catalog: Catalog, post: @escaping @Sendable (Progress) -> Void) {
    intake = Intake(inputs)
    Thread.detachNewThread { [self] in file(into: catalog, post) }
  }

  /// Waits until there is something to read; false when everything was tried and nothing is.
  func waitForFirst() -> Bool {
    first.receive() != nil
  }

  /// Ends soon, wherever it is.
  func stop() {
    intake.stop()
  }

  /// What could not be read so far, in the order of the files.
  func tell(_ complaints: inout Complaints) {
    for error in failures.withLock({ $0 }) { complaints.tell(error) }
    if let error = trouble.withLock({ $0 }) { complaints.tell(error) }
  }

  private func file(into catalog: Catalog, _ post: (Progress) -> Void) {
    var progress = Progress(stories: 0)
    while case let batch = intake.nextBatch(limit: 256), !batch.isEmpty {
      let arrivals = batch.compactMap { try? $0.get() }
      guard add(arrivals, to: catalog) else { break }
      note(batch)
      let isFirst = progress.stories == 0 && !arrivals.isEmpty
      progress.stories += arrivals.count
      progress.failures += batch.count - arrivals.count
      progress.total = intake.total
      if isFirst { _ = first.send(()) }
      post(progress)
    }
    intake.stop()
    progress.isDone = true
    post(progress)
    first.close()
  }

  private func add(_ arrivals: [Arrival], to catalog: Catalog) -> Bool {
    do throws(CatalogError) {
      _ = try catalog.add(arrivals)
      return true
    } catch {
      trouble.withLock { $0 = error }
      return false
    }
  }

  private func note(_ batch: [Intake.Outcome]) {
    for case .failure(let error) in batch {
      failures.withLock { $0.append(error) }
    }
  }
}

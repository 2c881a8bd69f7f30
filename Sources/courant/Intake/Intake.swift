import Catalog
import Synchronization

import class Foundation.ProcessInfo
import class Foundation.Thread

/// Reads and parses stories on a few threads, and hands them over in the order of their files.
///
/// One thread walks the folders and deals files out to the readers in turn; the results are taken from them in the same
/// turn, so that order costs nothing. The walk may run far ahead, so that the total is known early; of stories, at most a
/// few hundred are under way at once. Ends by itself when everything was handed over, or by `stop`.
final class Intake: Sendable {
  typealias Outcome = Result<Arrival, InputError>

  private struct Lane: Sendable {
    let files = Channel<Result<Input, InputError>>(capacity: 32 << 10)
    let outcomes = Channel<Outcome>(capacity: 64)
  }

  private let lanes: [Lane]
  private let taken = Mutex(0)
  private let walked = Mutex<Int?>(nil)

  init(_ inputs: [Input], threads: Int = max(1, min(4, ProcessInfo.processInfo.activeProcessorCount))) {
    lanes = (0..<threads).map { _ in Lane() }
    Thread.detachNewThread { [self] in walk(inputs) }
    for lane in lanes {
      Thread.detachNewThread { Self.read(lane) }
    }
  }

  /// How many inputs there are; nil while folders are still being walked.
  var total: Int? { walked.withLock { $0 } }

  /// The next outcome, waiting for it; nil after the last.
  ///
  /// Only one thread may take outcomes at a time.
  func next() -> Outcome? {
    take { $0.receive() }
  }

  /// The next outcomes, as many as are there, waiting for one; empty after the last.
  func nextBatch(limit: Int) -> [Outcome] {
    guard let first = next() else { return [] }
    var batch = [first]
    while batch.count < limit, let outcome = take({ $0.receiveNow() }) { batch.append(outcome) }
    return batch
  }

  /// Ends the threads soon; what was not handed over is dropped.
  func stop() {
    for lane in lanes {
      lane.files.close()
      lane.outcomes.close()
    }
  }

  private func take(_ receive: (Channel<Outcome>) -> Outcome?) -> Outcome? {
    taken.withLock { count in
      let outcome = receive(lanes[count % lanes.count].outcomes)
      if outcome != nil { count += 1 }
      return outcome
    }
  }

  private func walk(_ inputs: [Input]) {
    var walk = FolderWalk(inputs)
    var count = 0
    while let file = walk.next(), lanes[count % lanes.count].files.send(file) { count += 1 }
    walked.withLock { $0 = count }
    for lane in lanes { lane.files.close() }
  }

  private static func read(_ lane: Lane) {
    while let file = lane.files.receive(), lane.outcomes.send(file.flatMap(StoryInput.read)) {}
    lane.outcomes.close()
  }
}

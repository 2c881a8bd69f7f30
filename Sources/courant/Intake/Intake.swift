import Catalog
import Synchronization
import System

import class Foundation.ProcessInfo

/// Reads and parses stories on all cores, and hands them over in the order of their files.
///
/// One thread walks the folders and deals files out to the readers in turn, a chunk at a time; the results are taken from
/// them in the same turn, so that order costs nothing. The walk may run far ahead, so that the total is known early; of
/// what was read, a few megabytes at most wait to be taken. Ends by itself when everything was handed over, or by `stop`.
/// What the system gives no thread for is done by whoever takes the results.
final class Intake: Sendable {
  typealias Outcome = Result<IncomingStory, InputError>

  private struct Lane: Sendable {
    let chunks = Channel<[Result<FoundFile, InputError>]>()
    let pieces: Channel<Piece>

    /// `room` is how many pieces wait at most.
    init(room: Int = 3) {
      pieces = Channel(capacity: room)
    }
  }

  /// What became of a chunk, or of the first part of one whose stories are large.
  private struct Piece: Sendable {
    var outcomes: [Outcome] = []
    var bytes = 0
    var isLast = false
  }

  private struct Taking {
    /// How many hands were taken in full.
    var chunks = 0
    var rest: ArraySlice<Outcome> = []
    /// What no thread could be had to walk.
    var unwalked: [Input]?
  }

  /// The first hands are small, so that the first story is there at once.
  private static let largestHand = 64
  /// About how many bytes of stories wait in one piece, and make up a batch.
  private static let largestPiece = 512 << 10
  private static let largestBatch = 4 << 20

  private let lanes: [Lane]
  /// Whether no thread reads.
  private let isAlone: Bool
  private let begun: Beginning.Taker?
  private let taking = Mutex(Taking())
  private let walked = Mutex<Int?>(nil)
  /// How many stories were found beside the first of each input.
  private let further: Counter

  /// `threads` is how many are to read, if there are so many to be had; `begun` is given the beginning of a long text while
  /// the rest of it is read.
  init(
    _ inputs: [Input], threads: Int = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount)),
    begun: Beginning.Taker? = nil
  ) {
    let further = Counter()
    self.further = further
    var lanes: [Lane] = []
    while lanes.count < threads, case let lane = Lane(), WorkerThread.start({ Self.read(lane, further, begun) }) {
      lanes.append(lane)
    }
    isAlone = lanes.isEmpty
    self.lanes = isAlone ? [Lane(room: .max)] : lanes
    self.begun = begun
    if !WorkerThread.start({ [self] in walk(inputs) }) { taking.withLock { $0.unwalked = inputs } }
  }

  /// How many stories there are, one for each input that was not read yet; nil while folders are still being walked.
  var total: Int? { walked.withLock { $0 }.map { $0 + further.value } }

  /// The next outcomes, as many as are there, waiting for one; empty after the last.
  ///
  /// Stories of more than a few megabytes come in smaller batches. Only one thread may take outcomes at a time.
  func nextBatch(limit: Int) -> [Outcome] {
    taking.withLock { taking in
      var batch: [Outcome] = []
      var bytes = 0
      while batch.count < limit, bytes < Self.largestBatch, refill(&taking, &bytes, isWaiting: batch.isEmpty) {
        let part = taking.rest.prefix(limit - batch.count)
        batch += part
        taking.rest = taking.rest.dropFirst(part.count)
      }
      return batch
    }
  }

  /// Ends the threads soon; what was not handed over is dropped.
  func stop() {
    for lane in lanes {
      lane.chunks.close()
      lane.pieces.close()
    }
  }

  /// Sees that there are outcomes to take; false if there are none now, or no more at all when waiting for them.
  private func refill(_ taking: inout Taking, _ bytes: inout Int, isWaiting: Bool) -> Bool {
    while taking.rest.isEmpty {
      if let inputs = taking.unwalked.take() { walk(inputs) }
      guard let piece = nextPiece(of: lanes[taking.chunks % lanes.count], isWaiting: isWaiting) else { return false }
      taking.rest = piece.outcomes[...]
      bytes += piece.bytes
      if piece.isLast { taking.chunks += 1 }
    }
    return true
  }

  private func nextPiece(of lane: Lane, isWaiting: Bool) -> Piece? {
    guard isAlone else { return isWaiting ? lane.pieces.receive() : lane.pieces.receiveNow() }
    if let piece = lane.pieces.receiveNow() { return piece }
    guard let chunk = isWaiting ? lane.chunks.receive() : lane.chunks.receiveNow() else { return nil }
    _ = Self.read(chunk, into: lane.pieces, further, begun)
    return lane.pieces.receiveNow()
  }

  private func walk(_ inputs: [Input]) {
    // Nobody splits a chunk that is read when it is asked for.
    let largest = isAlone ? 1 : Self.largestHand
    var walk = FolderWalk(inputs)
    var count = 0
    var chunk: [Result<FoundFile, InputError>] = []
    var chunks = 0
    func deal() -> Bool {
      defer {
        chunk.removeAll(keepingCapacity: true)
        chunks += 1
      }
      return chunk.isEmpty || lanes[chunks % lanes.count].chunks.send(chunk)
    }
    while let find = walk.next() {
      chunk.append(find)
      count += 1
      if chunk.count > min(largest - 1, chunks / lanes.count), !deal() { break }
    }
    _ = deal()
    walked.withLock { $0 = count }
    for lane in lanes { lane.chunks.close() }
  }

  private static func read(_ lane: Lane, _ further: Counter, _ begun: Beginning.Taker?) {
    while let chunk = lane.chunks.receive(), read(chunk, into: lane.pieces, further, begun) {}
    lane.pieces.close()
  }

  /// False when nobody takes the outcomes any more.
  private static func read(
    _ chunk: [Result<FoundFile, InputError>], into pieces: Channel<Piece>, _ further: Counter, _ begun: Beginning.Taker?
  ) -> Bool {
    var piece = Piece()
    var isWanted = true
    func take(_ outcome: Outcome) -> Bool {
      if case .success(let incoming) = outcome { piece.bytes += incoming.original.count }
      piece.outcomes.append(outcome)
      guard piece.bytes >= largestPiece else { return true }
      isWanted = pieces.send(piece)
      piece = Piece()
      return isWanted
    }
    for find in chunk where isWanted {
      switch find {
      case .failure(let error): _ = take(.failure(error))
      case .success(let found): read(found, further, begun, take)
      }
    }
    piece.isLast = true
    return isWanted && pieces.send(piece)
  }

  private static func read(
    _ find: FoundFile, _ further: Counter, _ begun: Beginning.Taker?, _ take: (Outcome) -> Bool
  ) {
    var isFirst = true
    StoryInput.read(find, begun: begun) { outcome in
      if case .listed = find, case .failure(let error) = outcome, error.isNoConcern { return true }
      if !isFirst { further.increment() }
      isFirst = false
      return take(outcome)
    }
  }
}

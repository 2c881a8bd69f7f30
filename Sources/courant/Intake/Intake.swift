import Catalog
import Synchronization

import class Foundation.ProcessInfo

/// Reads and parses stories on all cores, and hands them over in the order of their files.
///
/// One thread walks the folders and deals files out to the readers in turn, a hand at a time; the results are taken from
/// them in the same turn, so that order costs nothing. The walk may run far ahead, so that the total is known early; of
/// what was read, a few megabytes at most wait to be taken. Ends by itself when everything was handed over, or by `stop`.
final class Intake: Sendable {
  typealias Outcome = Result<Arrival, InputError>

  private struct Lane: Sendable {
    let hands = Channel<[Result<Find, InputError>]>(capacity: .max)
    let pieces = Channel<Piece>(capacity: 3)
  }

  /// What became of a hand, or of the first part of one whose stories are large.
  private struct Piece: Sendable {
    var outcomes: [Outcome] = []
    var bytes = 0
    var isLast = false
  }

  private struct Taking {
    /// How many hands were taken in full.
    var hands = 0
    var rest: ArraySlice<Outcome> = []
  }

  /// The first hands are small, so that the first story is there at once.
  private static let largestHand = 64
  /// About how many bytes of stories wait in one piece, and make up a batch.
  private static let largestPiece = 512 << 10
  private static let largestBatch = 4 << 20

  private let lanes: [Lane]
  private let taking = Mutex(Taking())
  private let walked = Mutex<Int?>(nil)

  /// `begun` is given the beginning of a long text while the rest of it is read.
  init(
    _ inputs: [Input], threads: Int = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount)),
    begun: Beginning.Taker? = nil
  ) {
    lanes = (0..<threads).map { _ in Lane() }
    Worker.start { [self] in walk(inputs) }
    for lane in lanes {
      Worker.start { Self.read(lane, begun) }
    }
  }

  /// How many inputs there are; nil while folders are still being walked.
  var total: Int? { walked.withLock { $0 } }

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
      lane.hands.close()
      lane.pieces.close()
    }
  }

  /// Sees that there are outcomes to take; false if there are none now, or no more at all when waiting for them.
  private func refill(_ taking: inout Taking, _ bytes: inout Int, isWaiting: Bool) -> Bool {
    while taking.rest.isEmpty {
      let pieces = lanes[taking.hands % lanes.count].pieces
      guard let piece = isWaiting ? pieces.receive() : pieces.receiveNow() else { return false }
      taking.rest = piece.outcomes[...]
      bytes += piece.bytes
      if piece.isLast { taking.hands += 1 }
    }
    return true
  }

  private func walk(_ inputs: [Input]) {
    var walk = FolderWalk(inputs)
    var count = 0
    var hand: [Result<Find, InputError>] = []
    var hands = 0
    func deal() -> Bool {
      defer {
        hand.removeAll(keepingCapacity: true)
        hands += 1
      }
      return hand.isEmpty || lanes[hands % lanes.count].hands.send(hand)
    }
    while let find = walk.next() {
      hand.append(find)
      count += 1
      if hand.count > min(Self.largestHand - 1, hands / lanes.count), !deal() { break }
    }
    _ = deal()
    walked.withLock { $0 = count }
    for lane in lanes { lane.hands.close() }
  }

  private static func read(_ lane: Lane, _ begun: Beginning.Taker?) {
    while let hand = lane.hands.receive(), read(hand, into: lane.pieces, begun) {}
    lane.pieces.close()
  }

  /// False when nobody takes the outcomes any more.
  private static func read(
    _ hand: [Result<Find, InputError>], into pieces: Channel<Piece>, _ begun: Beginning.Taker?
  ) -> Bool {
    var piece = Piece()
    for find in hand {
      let outcome = find.flatMap { StoryInput.read($0, begun: begun) }
      if case .success(.listed) = find, case .failure(let error) = outcome, error.isNoConcern { continue }
      if case .success(let arrival) = outcome { piece.bytes += arrival.original.count }
      piece.outcomes.append(outcome)
      guard piece.bytes >= largestPiece else { continue }
      guard pieces.send(piece) else { return false }
      piece = Piece()
    }
    piece.isLast = true
    return pieces.send(piece)
  }
}

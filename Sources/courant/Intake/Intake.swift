import Catalog
import Synchronization
import System

/// Reads and parses stories on all cores, and hands them over in the order of their files.
///
/// One thread walks the folders and deals files out to the readers in turn, a chunk at a time; the results are taken from
/// them in the same turn, so that order costs nothing. The walk may run far ahead, so that the total is known early; of
/// what was read, a few megabytes at most wait to be taken. Ends by itself when everything was handed over, or by `stop`.
/// What the system gives no thread for is done by whoever takes the results.
final class Intake: Sendable {
  enum Outcome: Sendable {
    case story(IncomingStory)
    case failure(InputError)
    /// Of a long text, whose rest is still being read.
    case beginning(FileContent)
  }

  /// A thread that reads and parses: what it is given, and what came of it.
  private struct Parser: Sendable {
    let chunks = Channel<[Result<FoundFile, InputError>]>()
    let results: Channel<ChunkResult>

    /// `room` is how many results wait at most.
    init(room: Int = 3) {
      results = Channel(capacity: room)
    }
  }

  /// What became of a chunk, or of the first part of one whose stories are large.
  private struct ChunkResult: Sendable {
    var outcomes: [Outcome] = []
    var bytes = 0
    var isLast = false
  }

  /// How far whoever takes the results has come.
  private struct ReadPosition {
    /// How many chunks were taken in full.
    var chunks = 0
    var rest: ArraySlice<Outcome> = []
    /// What no thread could be had to walk.
    var unwalked: [Input]?
  }

  /// The first chunks are small, so that the first story is there at once.
  private static let largestChunk = 64
  /// About how many bytes of stories wait in one result, and make up a batch.
  private static let largestResult = 512 << 10
  private static let largestBatch = 4 << 20

  private let parsers: [Parser]
  /// Whether no thread reads.
  private let isAlone: Bool
  private let position = Mutex(ReadPosition())
  private let walked = Mutex<Int?>(nil)
  private let tally: Tally

  /// - Parameters:
  ///   - threads: how many are to read, if there are so many to be had.
  ///   - hasBeginnings: whether the beginning of a long text is an outcome too, before the text is. It is none where no
  ///     thread reads: who takes it would have waited for the whole.
  ///   - mostNamed: how many of the files that are no stories are named.
  init(
    _ inputs: [Input], threads: Int = max(1, min(8, Processors.count)),
    hasBeginnings: Bool = false, namingSkipped mostNamed: Int = 3
  ) {
    let tally = Tally(naming: mostNamed)
    self.tally = tally
    var parsers: [Parser] = []
    while parsers.count < threads, case let parser = Parser(),
      WorkerThread.start({ Self.read(parser, tally, hasBeginnings: hasBeginnings) })
    {
      parsers.append(parser)
    }
    isAlone = parsers.isEmpty
    self.parsers = isAlone ? [Parser(room: .max)] : parsers
    if !WorkerThread.start({ [self] in walk(inputs) }) { position.withLock { $0.unwalked = inputs } }
  }

  /// How many stories there are, one for each input that was not read yet; nil while folders are still being walked.
  var total: Int? { walked.withLock { $0 }.map { $0 + tally.further.value } }

  /// The files of folders that are no stories; all of them once everything was handed over.
  var skipped: SkippedFiles { tally.skipped }

  /// The texts that held several stories; all of them once everything was handed over.
  var several: SeveralStories { tally.several }

  /// The next outcomes, as many as are there, waiting for one; empty after the last.
  ///
  /// Stories of more than a few megabytes come in smaller batches. Only one thread may take outcomes at a time.
  func nextBatch(limit: Int) -> [Outcome] {
    position.withLock { position in
      var batch: [Outcome] = []
      var bytes = 0
      while batch.count < limit, bytes < Self.largestBatch, refill(&position, &bytes, isWaiting: batch.isEmpty) {
        let part = position.rest.prefix(limit - batch.count)
        batch += part
        position.rest = position.rest.dropFirst(part.count)
      }
      return batch
    }
  }

  /// Ends the threads soon; what was not handed over is dropped.
  func stop() {
    for parser in parsers {
      parser.chunks.close()
      parser.results.close()
    }
  }

  /// Sees that there are outcomes to take; false if there are none now, or no more at all when waiting for them.
  private func refill(_ position: inout ReadPosition, _ bytes: inout Int, isWaiting: Bool) -> Bool {
    while position.rest.isEmpty {
      if let inputs = position.unwalked.take() { walk(inputs) }
      guard let result = nextResult(of: parsers[position.chunks % parsers.count], isWaiting: isWaiting) else {
        return false
      }
      position.rest = result.outcomes[...]
      bytes += result.bytes
      if result.isLast { position.chunks += 1 }
    }
    return true
  }

  private func nextResult(of parser: Parser, isWaiting: Bool) -> ChunkResult? {
    guard isAlone else { return isWaiting ? parser.results.receive() : parser.results.receiveNow() }
    if let result = parser.results.receiveNow() { return result }
    guard let chunk = isWaiting ? parser.chunks.receive() : parser.chunks.receiveNow() else { return nil }
    _ = Self.read(chunk, into: parser.results, tally, hasBeginnings: false)
    return parser.results.receiveNow()
  }

  private func walk(_ inputs: [Input]) {
    // Nobody splits a chunk that is read when it is asked for.
    let largest = isAlone ? 1 : Self.largestChunk
    var walk = FolderWalk(inputs, naming: tally.skipped.mostNamed)
    var count = 0
    var chunk: [Result<FoundFile, InputError>] = []
    var chunks = 0
    func deal() -> Bool {
      defer {
        chunk.removeAll(keepingCapacity: true)
        chunks += 1
      }
      return chunk.isEmpty || parsers[chunks % parsers.count].chunks.send(chunk)
    }
    while let found = walk.next() {
      chunk.append(found)
      count += 1
      if chunk.count > min(largest - 1, chunks / parsers.count), !deal() { break }
    }
    // Before the parsers are told of the end, so that whoever has taken everything knows it.
    tally.add(walk.skipped)
    _ = deal()
    walked.withLock { $0 = count }
    for parser in parsers { parser.chunks.close() }
  }

  private static func read(_ parser: Parser, _ tally: Tally, hasBeginnings: Bool) {
    while let chunk = parser.chunks.receive(), read(chunk, into: parser.results, tally, hasBeginnings: hasBeginnings) {}
    parser.results.close()
  }

  /// False when nobody takes the outcomes any more.
  private static func read(
    _ chunk: [Result<FoundFile, InputError>], into results: Channel<ChunkResult>, _ tally: Tally,
    hasBeginnings: Bool
  ) -> Bool {
    var result = ChunkResult()
    var isWanted = true
    func take(_ outcome: Outcome) -> Bool {
      var isUrgent = false
      switch outcome {
      case .story(let incoming): result.bytes += incoming.original.count
      case .failure: break
      case .beginning where hasBeginnings: isUrgent = true
      case .beginning: return true
      }
      result.outcomes.append(outcome)
      guard isUrgent || result.bytes >= largestResult else { return true }
      isWanted = results.send(result)
      result = ChunkResult()
      return isWanted
    }
    for found in chunk where isWanted {
      switch found {
      case .failure(let error): _ = take(.failure(error))
      case .success(let found): read(found, tally, take)
      }
    }
    result.isLast = true
    return isWanted && results.send(result)
  }

  private static func read(_ found: FoundFile, _ tally: Tally, _ take: (Outcome) -> Bool) {
    var count = 0
    defer { tally.note(storiesInOneText: count) }
    StoryInput.read(found) { outcome in
      if case .listed(let folder, let index) = found, case .failure(let error) = outcome, error.isIgnorable {
        tally.skip(.noHeadline, folder.path(index))
        return true
      }
      if case .beginning = outcome { return take(outcome) }
      if count > 0 { tally.further.increment() }
      count += 1
      return take(outcome)
    }
  }
}

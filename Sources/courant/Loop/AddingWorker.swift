import Briefing
import Catalog
import Reader
import Synchronization
import System

/// Reads what is to be added from inside the reader, and puts it into the catalog, on a thread that is there only as long as
/// there is something to do.
///
/// The reader asks for one thing after another. What it no longer wants is read to its end and forgotten.
final class AddingWorker: Sendable {
  private struct State {
    var isStopped = false
    /// How many threads are at work.
    var working = 0
    var intake: Intake?
    /// What was read last, until it is added or something else is read.
    var examined: (number: Int, stories: [IncomingStory])?
  }

  private let catalog: Catalog
  private let post: @Sendable (Message) -> Void
  private let state = Mutex(State())
  private let end = Channel<Bool>()

  /// `post` is called on threads of its own.
  init(catalog: Catalog, post: @escaping @Sendable (Message) -> Void) {
    (self.catalog, self.post) = (catalog, post)
  }

  func examine(_ text: String, number: Int) {
    state.withLock { $0.examined = nil }
    work { [self] in
      examine(PastedText.bytes(of: text), number)
    } else: {
      .examined(nil, number: number, because: $0)
    }
  }

  func addExamined(number: Int) {
    let examined = state.withLock { $0.examined.take() }
    guard let examined, examined.number == number else { return }
    work { [self] in
      add(examined.stories)
    } else: {
      .notAdded($0)
    }
  }

  func forgetExamined() {
    state.withLock { $0.examined = nil }
  }

  func add(path: String) {
    work { [self] in
      addFiles(of: path)
    } else: {
      .notAdded($0)
    }
  }

  /// Ends after the batch under way.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      state.intake?.stop()
      if state.working == 0 { end.close() }
    }
  }

  /// Waits for the end, for so long at most.
  func wait(within patience: Duration) {
    _ = end.receive(before: .now + patience)
  }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Does something on a thread; where there is none to be had, that is told.
  private func work(_ body: @escaping @Sendable () -> Void, else refusal: (String) -> Message) {
    let isWanted = state.withLock { state in
      if !state.isStopped { state.working += 1 }
      return !state.isStopped
    }
    guard isWanted else { return }
    let isStarted = WorkerThread.start { [self] in
      body()
      rest()
    }
    guard !isStarted else { return }
    rest()
    post(refusal(SystemError.noThread.sentence))
  }

  private func rest() {
    state.withLock { state in
      state.working -= 1
      if state.isStopped, state.working == 0 { end.close() }
    }
  }
}

/// What its threads do.
extension AddingWorker {
  private static let batch = 384

  private func examine(_ bytes: [UInt8], _ number: Int) {
    guard !PastedText.isAddress(bytes) else {
      return post(.examined(nil, number: number, because: PastedText.addressSentence))
    }
    var stories: [IncomingStory] = []
    var failure: InputError?
    StoryInput.read(.named(.text(bytes))) { outcome in
      switch outcome {
      case .story(let story): stories.append(story)
      case .failure(let error): failure = failure ?? error
      case .beginning: break
      }
      return !isStopped
    }
    guard !stories.isEmpty else {
      return post(.examined(nil, number: number, because: failure?.sentence ?? "there is nothing to read in it"))
    }
    let headlines = stories.prefix(Findings.mostNamed).map(\.reading.story.headline)
    var findings = Findings(headlines: Array(headlines), stories: stories.count)
    findings.note(stories, in: catalog)
    state.withLock { $0.examined = (number, stories) }
    post(.examined(findings, number: number, because: ""))
  }

  private func add(_ stories: [IncomingStory]) {
    do throws(CatalogError) {
      var addition: Addition? = Addition(at: .now)
      var added = AddedStories()
      added.note(try catalog.add(stories, of: &addition))
      try finish(added)
    } catch {
      post(.notAdded(error.sentence))
    }
  }

  private func addFiles(of path: String) {
    guard !PastedText.isAddress(Array(path.utf8)) else { return post(.notAdded(PastedText.addressSentence)) }
    let intake = Intake([.file(TypedPath.path(path))])
    state.withLock { $0.intake = intake }
    defer {
      state.withLock { $0.intake = nil }
      intake.stop()
    }
    var added = AddedStories()
    do {
      try intake.deliver(limit: Self.batch, into: catalog, as: Addition(at: .now)) { delivery in
        added.note(delivery)
        let done = added.ids.count + added.failed
        post(.adding(Progress(stories: done, failures: added.failed, total: intake.total)))
        return !isStopped
      }
      try finish(added)
    } catch {
      post(.notAdded((error as? CatalogError)?.sentence ?? "not all of it could be added"))
    }
  }

  /// What is in is told once the disk has it; that it is found as well comes after.
  private func finish(_ added: AddedStories) throws(CatalogError) {
    if !added.ids.isEmpty { try catalog.sync() }
    post(.added(try withNewestFirst(added)))
    if !added.ids.isEmpty { try? catalog.catchUp { _ in !isStopped } }
  }

  /// The story that the reader goes to stands first; of very many, whichever came first.
  private func withNewestFirst(_ added: AddedStories) throws(CatalogError) -> AddedStories {
    guard (2...Self.mostLookedAt).contains(added.ids.count) else { return added }
    var (added, newest) = (added, (index: 0, date: Moment?.none))
    for (index, id) in added.ids.enumerated() {
      guard let date = try catalog.row(id)?.date, newest.date.map({ date > $0 }) ?? true else { continue }
      newest = (index, date)
    }
    added.ids.swapAt(0, newest.index)
    return added
  }

  private static let mostLookedAt = 1000
}

extension Findings {
  /// Says what they are to the stories that are there; of very many, or where that cannot be told, nothing.
  fileprivate mutating func note(_ stories: [IncomingStory], in catalog: Catalog) {
    guard stories.count <= Self.mostCompared, let foresight = try? catalog.foresee(stories) else { return }
    (known, versions, removed) = (foresight.known, foresight.versions, foresight.removed)
    existing = stories.count == 1 ? foresight.existing : nil
  }

  private static let mostCompared = 200
}

extension AddedStories {
  mutating func note(_ added: Added) {
    ids += added.ids
    new += added.new
    known += added.known
    versions += added.versions
    removed += added.removed
    shortened += added.shortened
  }

  fileprivate mutating func note(_ delivery: Delivery) {
    note(delivery.added)
    failed += delivery.failures
    for case .failure(let error) in delivery.remarks where failure == nil { failure = error.sentenceInReader }
  }
}

/// A text as a terminal pastes it.
enum PastedText {
  static let addressSentence = "that is an address, and no story; over a catalog, :follow and :add take it"

  /// Its bytes. Terminals make each line end a carriage return, as the key for it does.
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 0x0D { bytes.append(0x0A) } else if byte != 0x0A || !wasReturn { bytes.append(byte) }
      wasReturn = byte == 0x0D
    }
    return bytes
  }

  /// Whether it is nothing but the address of a page.
  static func isAddress(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 4096 else { return false }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first?.lowercased() else { return false }
    return (word.hasPrefix("https://") || word.hasPrefix("http://")) && (try? WebAddress(word)) != nil
  }
}

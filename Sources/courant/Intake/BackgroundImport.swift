import Briefing
import Catalog
import Reader
import Synchronization
import System

/// Puts stories into a catalog on a thread of its own while they are already being read.
final class BackgroundImport: Sendable {
  /// What there is to read first.
  enum First: Sendable {
    /// Of the only story; the rest of it is still being read.
    case beginning(FileContent)
    /// The only story.
    case whole(StoryDetail)
    /// Stories to choose from.
    case stories
  }

  private let intake: Intake
  private let state: Mutex<State>
  /// How the first story comes to whoever waits for it; closed when everything is in the catalog.
  private let first = Channel<First>(capacity: 2)

  fileprivate struct State {
    let isOneStory: Bool
    /// The only story, until it is reported.
    var whole: StoryDetail?
    var progress = Progress(stories: 0)
    var remarks: [Delivery.Remark] = []
    var failure: CatalogError?
    var listener: (@Sendable (Message) -> Void)?
  }

  /// Puts what an intake takes in into the catalog, until that ends or is stopped.
  init(_ intake: Intake, into catalog: Catalog, isOneStory: Bool) throws(SystemError) {
    self.intake = intake
    state = Mutex(State(isOneStory: isOneStory))
    guard WorkerThread.start({ [self] in fill(catalog) }) else { throw .noThread }
  }

  /// Waits until there is something to read; nil when everything was tried and nothing is.
  ///
  /// A story that is there before somebody would notice the wait comes whole; a longer wait is first remarked on.
  func waitForFirst(_ remark: () -> Void) -> First? {
    let noticed = ContinuousClock.now + .milliseconds(100)
    guard first.isReady(before: noticed) else {
      remark()
      return first.receive()
    }
    let news = first.receive()
    guard case .beginning = news, first.isReady(before: noticed) else { return news }
    return first.receive()
  }

  /// Reports how far the import has come, now and after each batch, and the only story when it is whole, on whatever
  /// thread it happens.
  func report(_ listener: @escaping @Sendable (Message) -> Void) {
    change { $0.listener = listener }
  }

  /// What could not be read so far, or not wholly, each in the order of the files.
  func tell(_ errors: inout ErrorReporter) {
    let (remarks, failure) = state.withLock { ($0.remarks, $0.failure) }
    Delivery(remarks: remarks).tell(&errors)
    if let failure { errors.tell(failure) }
  }

  private func fill(_ catalog: Catalog) {
    func tell(_ ids: [StoryID], _ incoming: IncomingStory?) throws(CatalogError) {
      try announce(ids, incoming, in: catalog)
    }
    do {
      try intake.deliver(limit: 256, into: catalog, readable: tell) { delivery in
        if let beginning = delivery.beginning { first.sendNow(.beginning(beginning)) }
        change { $0.note(delivery, total: intake.total) }
        return true
      }
    } catch {
      // A catalog that takes no more.
      change { $0.failure = error as? CatalogError }
    }
    intake.stop()
    change { $0.progress.isDone = true }
    first.close()
  }

  /// Stories can be read; the first that there are are waited for.
  private func announce(_ ids: [StoryID], _ incoming: IncomingStory?, in catalog: Catalog) throws(CatalogError) {
    guard let id = ids.first, let incoming else { return }
    guard incoming.isAlone, state.withLock({ $0.isOneStory }), let whole = try catalog.detail(id, of: incoming) else {
      first.sendNow(.stories)
      return
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

extension BackgroundImport.State {
  fileprivate mutating func note(_ delivery: Delivery, total: Int?) {
    remarks += delivery.remarks
    progress.failures += delivery.failures
    progress.stories += delivery.added.ids.count
    progress.total = total
  }
}

/// The beginning of a story whose rest is still being read, so that a large one can be read at once.
///
/// It is parsed as if it were the whole, and may be understood otherwise than it will be then.
enum Beginning {
  /// In bytes: many screens, and some milliseconds of parsing.
  static let size = 64 << 10

  /// What there is to read of a beginning; nil where it says nothing by itself.
  static func detail(_ content: FileContent, of input: Input) -> StoryDetail? {
    let bytes = Array(content.bytes.prefix(BeginningEnd.find(in: content.bytes)))
    let content = FileContent(bytes: bytes, modified: content.modified)
    guard let incoming = StoryInput.first(of: content, from: input) else { return nil }
    return StoryDetail(row: row(of: incoming), story: incoming.reading.story, setAside: incoming.reading.setAside)
  }

  /// No catalog holds it, so it has no name.
  private static func row(of incoming: IncomingStory) -> Row {
    let story = incoming.reading.story
    return Row(
      id: StoryID(""), headline: story.headline, date: incoming.date, questions: story.questionCount,
      sources: story.sources.count)
  }
}

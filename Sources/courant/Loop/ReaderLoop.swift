import Briefing
import Canvas
import Reader
import System
import Terminal

/// The one loop: what happens becomes a message, the reader takes it in, its effects are started, and the screen is
/// drawn.
///
/// Runs on the thread that claimed the terminal. While nothing happens it sleeps.
struct ReaderLoop {
  /// Why the loop ended.
  enum End: Hashable {
    case quit, hungUp
    case terminated(signal: Int32)
  }

  private let terminal: Terminal
  private let mailbox: Mailbox<Message>
  private var effects: EffectRunner
  private var state: State
  private var frames = FrameClock()
  private var rest = RestClock()
  /// How long the first picture waits for stories, and how long one waits for the screen that was asked for.
  private static let patience = (first: Duration.milliseconds(60), next: Duration.milliseconds(30))
  private var end: End?

  /// `passing` is said at the first change, where changes end with the program.
  init(terminal: Terminal, mailbox: Mailbox<Message>, effects: EffectRunner, settings: ReaderSettings, passing: String?)
  {
    self.terminal = terminal
    self.mailbox = mailbox
    self.effects = effects
    state = State(size: terminal.size, settings: settings, today: .now, passing: passing)
  }

  /// `greeting` stands at the foot until the first key.
  mutating func run(opening first: FirstScreen, saying greeting: String?) -> End {
    let start = state.start(on: first)
    carryOut(start)
    if let greeting { tell(.told(greeting)) }
    // A beginning is there already.
    if case .beginning = first { frames.change() } else { frames.change(waiting: Self.patience.first) }
    while true {
      if frames.isDue(whileBusy: terminal.hasPendingInput) { draw() }
      let wait = [frames.wait, rest.wait].compactMap(\.self).min()
      if let event = terminal.nextEvent(timeout: wait) { take(event) }
      if rest.isOver() { tell(.rested) }
      if let end {
        leave()
        return end
      }
    }
  }

  /// However it ended, where the user is in the story is kept.
  private mutating func leave() {
    for effect in state.leave() { _ = effects.run(effect) }
  }

  private mutating func take(_ event: Event) {
    switch event {
    case .key(let key): tell(.keyPressed(key))
    case .mouse(let mouse): tell(.mouse(mouse))
    case .pasted(let text): tell(.pasted(text))
    case .pasteTooLong:
      tell(.told("what was pasted is longer than any story, and nothing of it was taken; courant add takes files"))
    case .resized(let size): tell(.resized(size))
    case .woken:
      for message in mailbox.empty() { tell(message) }
    case .programFailed(let failure): tell(.told(effects.handOver(after: failure)))
    case .hungUp: end = .hungUp
    case .terminate(let signal): end = .terminated(signal: signal)
    case .interrupted(let signal):
      // As in other programs: an interrupt leaves what is being typed, and the next one the program.
      guard state.isTyping else {
        end = .terminated(signal: signal)
        return
      }
      terminal.forgetInterrupt()
      tell(.keyPressed(.escape))
    }
  }

  private mutating func tell(_ message: Message) {
    let effects = state.receive(message)
    rest.note(isAwaited: state.awaitsRest, isOfUser: message.isOfUser)
    let isFirst = if case .reading = message { frames.isBlank } else { false }
    if isFirst || state.isOnItsWay {
      frames.change(waiting: frames.isBlank ? Self.patience.first : Self.patience.next)
    } else {
      frames.change()
    }
    carryOut(effects)
  }

  private mutating func carryOut(_ effects: [Effect]) {
    for effect in effects where end == nil {
      if effect == .quit { end = .quit } else if let message = self.effects.run(effect) { tell(message) }
    }
  }

  private mutating func draw() {
    var canvas = Canvas(size: state.size)
    state.draw(on: &canvas)
    frames.drawn(isNew: terminal.paint(canvas))
  }
}

extension Message {
  /// Whether the user did something.
  fileprivate var isOfUser: Bool {
    switch self {
    case .keyPressed, .mouse, .pasted: true
    default: false
    }
  }
}

/// Carries out what the reader wants done outside of itself.
struct EffectRunner {
  let terminal: Terminal
  let queryWorker: QueryWorker
  let changeWriter: ChangeWriter
  let addingWorker: AddingWorker
  /// Nil where nothing is to be fetched: then the reader asks for nothing of it (`ReaderSettings.canFetch`).
  let fetchingWorker: FetchingWorker?
  let post: @Sendable (Message) -> Void

  /// What there is to tell at once; nil if nothing, or if it comes later.
  func run(_ effect: Effect) -> Message? {
    switch effect {
    case .ask(let request): queryWorker.ask(request)
    case .change(let change): changeWriter.apply(change)
    case .markRead(let story): changeWriter.markRead(story)
    case .changeAll(let bulk): changeWriter.apply(bulk)
    case .undo(let isSure): changeWriter.undo(isSure: isSure)
    case .redo(let isSure): changeWriter.redo(isSure: isSure)
    case .remember(let story, let bookmark): changeWriter.remember(bookmark, of: story)
    case .open(let address): return open(address.text)
    case .handOver(let address, let reason): return .told(terminal.copy(address).sentence(of: address, because: reason))
    case .copy(let text): return .told(terminal.copy(text).sentence(about: text))
    case .list(let folder): list(folder)
    case .examine(let text, let number): addingWorker.examine(text, number: number)
    case .addExamined(let number): addingWorker.addExamined(number: number)
    case .forgetExamined: addingWorker.forgetExamined()
    case .add(let path): addingWorker.add(path: path)
    case .editNote(let draft): return .noteEdited(draft, NoteEditor(terminal: terminal).edit(draft.text))
    case .pipe(let text, let line): return .told(pipe(text, to: line))
    case .write(let details, let name, let replacing):
      return StoryWriter(name: name, replacing: replacing).write(details)
    case .refresh, .follow, .fetchPage, .fullText, .addPage, .want, .stopFetching, .goOffline: fetch(effect)
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .quit: break
    }
    return nil
  }

  private func fetch(_ effect: Effect) {
    switch effect {
    case .refresh(let subscription): fetchingWorker?.refresh(subscription)
    case .follow(let text, let choice): fetchingWorker?.follow(text, choice: choice)
    case .fetchPage(let url, let story): fetchingWorker?.fetchPage(url, for: story)
    case .fullText(let story): fetchingWorker?.fullText(of: story)
    case .addPage(let url): fetchingWorker?.addPage(url)
    case .want(let url, let story): fetchingWorker?.want(url, for: story)
    case .goOffline(let isOffline): fetchingWorker?.goOffline(isOffline)
    default: fetchingWorker?.stop()
    }
  }

  /// A folder may lie on a disk that does not answer, so each has a thread of its own.
  private func list(_ folder: String) {
    let post = post
    _ = WorkerThread.start { post(.listed(folder: folder, TypedPath.entries(of: folder))) }
  }

  /// Whoever is stopped holds nobody up: what is to be written is written before.
  private func suspend() {
    changeWriter.flush(within: .seconds(1))
    terminal.suspend()
  }

  /// Without a browser, the address is handed to where the user has one.
  private func open(_ address: String) -> Message? {
    switch terminal.open(address) {
    case .opened(let program): .told("opened in \(programName(program)): \(displayable(address))")
    case .noBrowser: .told(terminal.copy(address).sentenceWithoutBrowser(for: address))
    case .failed(let failure): .told(handOver(after: failure))
    case .refused(let refusal): .told(refusal.sentence(about: address))
    }
  }

  /// What a browser failed to open is handed to where the user may have another.
  func handOver(after failure: ProgramFailure) -> String {
    failure.sentence(terminal.copy(failure.address))
  }

  private func pipe(_ text: String, to line: String) -> String {
    let end = terminal.pipe(Array(text.utf8), to: line, prompt: "press a key to come back to courant ")
    return end?.sentence(ofCommand: line) ?? "no shell can be started, so nothing was piped"
  }
}

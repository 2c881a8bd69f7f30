import Briefing
import Canvas
import Reader
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
      if let event = terminal.nextEvent(timeout: frames.wait) { take(event) }
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
    case .resized(let size): tell(.resized(size))
    case .woken:
      for message in mailbox.empty() { tell(message) }
    case .programFailed(let failure): tell(.told(failure.sentence))
    case .hungUp: end = .hungUp
    case .terminate(let signal): end = .terminated(signal: signal)
    }
  }

  private mutating func tell(_ message: Message) {
    let effects = state.receive(message)
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

/// Carries out what the reader wants done outside of itself.
struct EffectRunner {
  let terminal: Terminal
  let queryWorker: QueryWorker
  let changeWriter: ChangeWriter

  /// What there is to tell at once; nil if nothing, or if it comes later.
  func run(_ effect: Effect) -> Message? {
    switch effect {
    case .ask(let request): queryWorker.ask(request)
    case .change(let change): changeWriter.apply(change)
    case .undo: changeWriter.undo()
    case .remember(let story, let bookmark): changeWriter.remember(bookmark, of: story)
    case .open(let address): return open(address.text)
    case .handOver(let address, let reason): return .told(terminal.copy(address).sentence(of: address, because: reason))
    case .copy(let text): return .told(terminal.copy(text).sentence(about: text))
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .quit: break
    }
    return nil
  }

  /// Whoever is stopped holds nobody up: what is to be written is written before.
  private func suspend() {
    changeWriter.flush(within: .seconds(1))
    terminal.suspend()
  }

  /// Without a browser, the address is handed to where the user has one.
  private func open(_ address: String) -> Message? {
    switch terminal.open(address) {
    case .opened: nil
    case .noBrowser: .told(terminal.copy(address).sentenceWithoutBrowser(for: address))
    case .failed(let failure): .told(failure.sentence)
    case .refused(let refusal): .told(refusal.sentence(about: address))
    }
  }
}

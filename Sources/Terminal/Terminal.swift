import CNcurses
public import Canvas
import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal, claimed for the whole screen from `init` to `close`.
///
/// One can be claimed at a time, and all of it but `waker` belongs to the thread that claimed it. It paints a canvas and
/// reads events; what a key means or a canvas shows, it does not know. On every way out, a crash included, the terminal
/// is left as it was found.
public final class Terminal {
  let device: Device
  let terminfo: Terminfo
  let signals: Signals
  let wakePipe: SelfPipe
  let settings: TerminalSettings
  private let screen: CursesScreen
  var painter: Painter
  var outputQueue: OutputQueue
  var inbox = Inbox()
  /// What the screen should show, until it does; a later frame replaces it.
  var frame: Canvas?
  /// When links are laid over what is shown, if nothing else happens until then.
  var linkDeadline: ContinuousClock.Instant?
  /// Programs that were left to themselves, as long as they run.
  var opened: [pid_t: OpenedProgram] = [:]
  /// The last frame, for repainting.
  var lastFrame: Canvas?
  private var isClosed = false

  /// The size in cells.
  public internal(set) var size: Size

  /// Wakes `nextEvent` from any thread.
  public var waker: Waker { Waker(pipe: wakePipe) }

  /// Claims the terminal that standard output is, and shows an empty screen.
  public init(_ settings: TerminalSettings = TerminalSettings()) throws(TerminalError) {
    self.settings = settings
    let isUnicode = TextLocale.adopt()
    device = try Device()
    terminfo = try Terminfo(term: Environment["TERM"] ?? "", output: device.output)
    guard let signalPipe = SelfPipe(), let wakePipe = SelfPipe() else { throw .noTerminal }
    self.wakePipe = wakePipe
    guard let file = FrameFile() else { throw .noTerminal }
    size = device.size ?? Terminfo.size
    screen = try CursesScreen(device: device, terminfo: terminfo, size: size, file: file)
    painter = Painter(
      theme: Theme(isPlain: !(Environment["NO_COLOR"] ?? "").isEmpty, settings.theme),
      cellEncoder: CellEncoder(isUnicode: isUnicode, signs: settings.glyphs), file: file)
    outputQueue = OutputQueue(to: device.output)
    signals = Signals(pipe: signalPipe)
    CrashGuard.arm(device: device, restoration: terminfo.restoration)
    screen.begin()
    outputQueue.send(painter.rest() + terminfo.claim(mouse: settings.mouse))
  }

  deinit {
    close()
  }

  /// Gives the terminal back as it was found. A second call does nothing.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    leave()
    CrashGuard.disarm()
    signals.release()
    screen.release()
    outputQueue.release()
    device.release()
  }

  // MARK: Painting

  /// Shows a canvas: what changed since the last one is sent, and nothing where nothing did.
  ///
  /// While the terminal takes no output, the newest frame waits inside `nextEvent`, and those before it are dropped. A
  /// canvas of another size than the terminal's was drawn before a change of size of which an event tells: it is dropped.
  /// - Returns: false where the screen shows the canvas already.
  @discardableResult
  public func paint(_ canvas: Canvas) -> Bool {
    lastFrame = canvas
    frame = canvas
    return paintIfWritable()
  }

  /// Sends every cell of the last frame anew.
  public func redraw() {
    painter.forget()
    frame = lastFrame
    paintIfWritable()
  }

  /// False where there was nothing to send.
  @discardableResult
  func paintIfWritable() -> Bool {
    guard !isClosed, !inbox.isHungUp else { return true }
    outputQueue.flush()
    guard let canvas = frame, outputQueue.isIdle, outputQueue.isWritable else { return true }
    frame = nil
    guard canvas.size == size else { return true }
    let bytes = painter.frame(of: canvas)
    // Much is shown at once by terminals that know how; for little it would cost more than it gives.
    let isLarge = terminfo.hasSynchronizedOutput && bytes.count > Self.large
    outputQueue.send(isLarge ? Terminfo.frameStart + bytes + Terminfo.frameEnd : bytes)
    linkDeadline = terminfo.hasPrivateModes && painter.isBehindWithLinks ? .now + Self.idle : nil
    return !bytes.isEmpty
  }

  /// Lays links over what is shown, once the user has stopped.
  func layLinks(at now: ContinuousClock.Instant) {
    guard let deadline = linkDeadline, now >= deadline, !isClosed, !inbox.isHungUp, outputQueue.isIdle else { return }
    linkDeadline = nil
    if outputQueue.isWritable { outputQueue.send(painter.layLinks()) }
  }

  /// Longer than a held key takes to repeat.
  private static let idle = Duration.milliseconds(200)

  /// More bytes than one packet of a network holds.
  private static let large = 1_200

  /// Takes the size from the kernel; true if it is another than before.
  func measure() -> Bool {
    guard let now = device.size, now != size else { return false }
    size = now
    screen.resize(to: now)
    painter.resize()
    return true
  }

  // MARK: Leaving for a while

  /// Stops the process together with the others of its job, as ^Z does, and repaints once it goes on.
  public func suspend() {
    suspend { kill(0, SIGTSTP) }
  }

  /// Stops this process alone, as the signal asked.
  func suspendAlone() {
    suspend { raise(SIGTSTP) }
  }

  private func suspend(_ stop: () -> Int32) {
    suspendFor {
      let relay = SignalAction.set(SIGTSTP, to: .defaultAction)
      _ = stop()
      SignalAction.restore(SIGTSTP, relay)
    }
    takeSignals(signals.take().subtracting([SIGTSTP, SIGCONT]))
  }

  /// Lends the terminal, as it was found, to something else, and takes it back with a full repaint.
  ///
  /// `SIGINT` and `SIGQUIT` are left to whom the terminal was lent.
  public func suspendFor<Result>(_ body: () -> Result) -> Result {
    leave()
    let interrupt = SignalAction.set(SIGINT, to: .ignore)
    defer {
      SignalAction.restore(SIGINT, interrupt)
      resume()
    }
    return body()
  }

  /// The terminal as it was found: its main screen, its modes, its cursor.
  private func leave() {
    device.unstop { !outputQueue.isWritable }
    outputQueue.drop()
    painter.showCursor()
    screen.leave()
    outputQueue.send(terminfo.release + painter.leave())
    outputQueue.finish(within: 1_000)
    device.restoreModes()
  }

  /// Goes on after being stopped without having had the time to step aside: whatever the others left is undone.
  func resumeFromOutside() {
    // In the background, this waits until the terminal is ours again, before anything is written.
    device.setModes()
    leave()
    resume()
  }

  /// Asserts our modes again, whoever changed them, and repaints.
  func resume() {
    device.setModes()
    outputQueue.send(terminfo.claim(mouse: settings.mouse))
    if measure() { inbox.append(.resized(size)) }
    redraw()
  }
}

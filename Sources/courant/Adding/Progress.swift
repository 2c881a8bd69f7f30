import System

/// Shows on standard error how far a long piece of work has come.
///
/// In a terminal it is one line, drawn over itself at most ten times a second and gone at the end; elsewhere a plain line
/// every few seconds. Work that is soon done shows nothing.
struct ProgressLine: ~Copyable {
  private static let patience = Duration.milliseconds(300)
  private static let interval = Duration.milliseconds(100)
  private static let plainInterval = Duration.seconds(5)

  private let doing: String
  private let isTerminal = Descriptor.standardError.isTerminal
  private let begin = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  /// How many columns the line has on the screen now.
  private var width = 0

  init(_ doing: String) {
    self.doing = doing
  }

  mutating func show(done: Int, of total: Int?) {
    let now = ContinuousClock.now
    guard isDue(now) else { return }
    shown = now
    let text = ProgressText(doing: doing, done: done, total: total, elapsed: now - begin)
    if isTerminal { draw(text.line(columns: Self.columns - 1)) } else { StandardError.say(text.sentence) }
  }

  /// Takes the line away, so that something else can be said in its place.
  mutating func clear() {
    guard width > 0 else { return }
    StandardError.write("\r" + String(repeating: " ", count: min(width, Self.columns - 1)) + "\r")
    width = 0
  }

  private func isDue(_ now: ContinuousClock.Instant) -> Bool {
    let wait = isTerminal ? (shown == nil ? Self.patience : Self.interval) : Self.plainInterval
    return now - (shown ?? begin) >= wait
  }

  /// Spaces take away what was longer before: not every terminal knows how to clear a line.
  private mutating func draw(_ line: String) {
    let rest = max(0, min(width, Self.columns - 1) - line.count)
    StandardError.write("\r" + line + String(repeating: " ", count: rest))
    width = line.count
  }

  /// Asked for each time: the window may have another size by now.
  private static var columns: Int {
    guard let size = Descriptor.standardError.windowSize, size.columns > 1 else { return 80 }
    return size.columns
  }
}

/// How far a piece of work has come, as one line of plain ASCII.
struct ProgressText {
  /// What is done with the stories, such as `reading`.
  var doing: String
  var done: Int
  /// Nil while it is not known how many there are.
  var total: Int?
  var elapsed: Duration

  /// As much of it as fits: the bar goes first, then the time that is left, then the rate.
  func line(columns: Int) -> String {
    let wordings = [[count, rate, left], [count, rate], [count]].map { parts in
      ([doing] + parts.compactMap { $0 }).joined(separator: "  ")
    }
    guard let text = wordings.first(where: { $0.count <= columns }) else { return String(doing.prefix(columns)) }
    let room = columns - text.count - 4
    guard text == wordings[0], room >= 10, let bar = bar(width: min(room, 30)) else { return text }
    return doing + "  [" + bar + "]" + text.dropFirst(doing.count)
  }

  /// The same as a sentence for a log.
  var sentence: String { [doing + " " + count, rate, left].compactMap { $0 }.joined(separator: ", ") }

  private var count: String {
    total.map { "\(done.grouped) of \($0.grouped)" } ?? done.grouped
  }

  private var rate: String? {
    Self.perSecond(done, in: elapsed).map { $0.grouped + "/s" }
  }

  private var left: String? {
    guard let total, done > 0, done < total else { return nil }
    return (elapsed * (Double(total - done) / Double(done))).inWords + " left"
  }

  private func bar(width: Int) -> String? {
    guard let total, total > 0 else { return nil }
    let full = min(width, width * done / total)
    return String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
  }

  /// Nil where there is too little to tell.
  static func perSecond(_ count: Int, in time: Duration) -> Int? {
    let seconds = time / .seconds(1)
    guard count > 0, seconds >= 0.1 else { return nil }
    return Int(Double(count) / seconds)
  }
}

import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program on a real screen: one window of a tmux server of its own, which ends with the value.
///
///     let screen = try TmuxScreen(columns: 80, rows: 24, [program, "seeds"])
///     try screen.wait { $0.text.contains("Stories") }
///     screen.press("j", "Enter")          // tmux's names of keys: "C-d", "Escape", "PageUp", "BTab", "Up"
///     screen.type("/")                    // letters as they are
///     #expect(screen.picture().lines[0] == "…")
///
/// Nothing sleeps: `wait` asks tmux again and again until its condition holds. A test that needs it is written
/// `@Test(.enabled(if: TmuxScreen.isUsable, "\(TmuxScreen.whyNot)"))`; with COURANT_REQUIRE_TMUX=1 it is never skipped, and
/// fails where tmux is missing.
public final class TmuxScreen {
  /// What the screen shows at one moment.
  public struct Picture: Hashable, Sendable {
    /// One a row, without blanks at the end.
    public var lines: [String]
    public var cursorColumn: Int
    public var cursorRow: Int
    public var showsCursor: Bool
    /// Whether the program is on the alternate screen.
    public var isAlternate: Bool
    /// Whether the program has ended.
    public var isDead: Bool

    public var text: String { lines.joined(separator: "\n") }
  }

  /// A screen that could not be had, or did not come to show what was waited for.
  public enum Failure: Error, CustomStringConvertible {
    case noTmux(String)
    case timeout(Picture)

    public var description: String {
      switch self {
      case .noTmux(let said): "tmux did not start: \(said)"
      case .timeout(let picture): "the screen stayed as it is:\n\(picture.text)"
      }
    }
  }

  public static var isUsable: Bool { isRequired || Run.exists("tmux") }
  private static var isRequired: Bool { getenv("COURANT_REQUIRE_TMUX").map { String(cString: $0) } == "1" }

  private let socket: String

  /// Starts a program, given as its words; `environment` is added to ours.
  public init(columns: Int, rows: Int, _ words: [String], environment: [String: String] = [:]) throws(Failure) {
    socket = "/tmp/courant-\(getpid())-\(UInt64.random(in: 0..<1 << 40))"
    let variables = environment.sorted { $0.key < $1.key }.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    let setUp = [
      "start-server", ";", "set", "-g", "status", "off", ";", "set", "-g", "escape-time", "0", ";",
      "set", "-g", "default-terminal", "tmux-256color", ";", "set", "-g", "remain-on-exit", "on", ";",
      "set", "-g", "remain-on-exit-format", "", ";",
    ]
    let session = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + variables + ["--"] + words
    let outcome = Run.toEnd(["tmux", "-S", socket, "-f", "/dev/null"] + setUp + session)
    guard let outcome, outcome.status == 0 else { throw .noTmux(outcome?.output ?? "not found") }
  }

  deinit {
    tmux("kill-server")
    unlink(socket)
  }

  @discardableResult
  private func tmux(_ words: String...) -> String {
    Run.toEnd(["tmux", "-S", socket] + words)?.output ?? ""
  }

  // MARK: Keys

  /// Presses keys by their tmux names.
  public func press(_ keys: String...) {
    for key in keys { tmux("send-keys", key) }
  }

  /// Types text as it is.
  public func type(_ text: String) {
    tmux("send-keys", "-l", "--", text)
  }

  /// Sends bytes as a terminal would.
  public func send(_ bytes: [UInt8]) {
    _ = Run.toEnd(["tmux", "-S", socket, "send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes text, marked as such if the program asked for that.
  public func paste(_ text: String) {
    tmux("set-buffer", "--", text)
    tmux("paste-buffer", "-p")
  }

  public func resize(columns: Int, rows: Int) {
    tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  // MARK: What it shows

  /// The screen as it is now.
  public func picture() -> Picture {
    let format = "#{cursor_x} #{cursor_y} #{cursor_flag} #{alternate_on} #{pane_dead}"
    let output = tmux("display-message", "-p", format, ";", "capture-pane", "-p")
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map { Self.trimmed($0) }
    if lines.last == "" { lines.removeLast() }
    let numbers = (lines.isEmpty ? "" : lines.removeFirst()).split(separator: " ").map { Int($0) ?? 0 }
    guard numbers.count == 5 else {
      return Picture(lines: [], cursorColumn: 0, cursorRow: 0, showsCursor: false, isAlternate: false, isDead: true)
    }
    return Picture(
      lines: lines, cursorColumn: numbers[0], cursorRow: numbers[1], showsCursor: numbers[2] == 1,
      isAlternate: numbers[3] == 1, isDead: numbers[4] == 1)
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Whether the program wants to be told of the mouse.
  public var asksForMouse: Bool { tmux("display-message", "-p", "#{mouse_any_flag}").hasPrefix("1") }

  /// The screen's rows with their styles, as SGR sequences; a style lasts into the next row.
  public func styledLines() -> [String] {
    tmux("capture-pane", "-p", "-e").split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  /// What a format of tmux's says about the program's window, as `#{pane_pid}`.
  public func tell(_ format: String) -> String {
    Self.trimmed(tmux("display-message", "-p", format).split(separator: "\n").first ?? "")
  }

  /// What was last put into tmux's own clipboard.
  public var clipboard: String { tmux("show-buffer") }

  /// The process that was started.
  public var processID: Int32 { Int32(tell("#{pane_pid}")) ?? -1 }

  /// Returns the first picture for which a condition holds; throws after `seconds` without one.
  @discardableResult
  public func wait(seconds: Int = 30, _ condition: (Picture) -> Bool) throws(Failure) -> Picture {
    let end = ContinuousClock.now + .seconds(seconds)
    var picture = picture()
    while !condition(picture) {
      guard ContinuousClock.now < end else { throw .timeout(picture) }
      picture = self.picture()
    }
    return picture
  }

  /// Waits until the screen shows something else than before and stays so while the program sleeps: what a key led to is all
  /// there then, however slow the machine is.
  public func waitForRest(after before: Picture, seconds: Int = 30) throws(Failure) -> Picture {
    let program = processID
    var (last, looks) = (before, 0)
    return try wait(seconds: seconds) { picture in
      looks = picture == last && Self.sleeps(program) ? looks + 1 : 0
      last = picture
      return picture != before && looks >= Self.looksAtRest
    }
  }

  private static let looksAtRest = 12

  /// Whether no thread of a process runs or wants to; true where the system does not tell.
  private static func sleeps(_ process: Int32) -> Bool {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return threads.allSatisfy { thread in
      let status = try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8)
      return status?.split(separator: ")").last?.hasPrefix(" S") ?? true
    }
  }

  /// Waits until a text stands somewhere on the screen.
  @discardableResult
  public func wait(for text: String, seconds: Int = 30) throws(Failure) -> Picture {
    try wait(seconds: seconds) { (picture: Picture) in picture.text.contains(text) }
  }
}

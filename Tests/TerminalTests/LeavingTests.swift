import Testing
import TmuxSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Giving the terminal back", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct LeavingTests {
  private let place: TemporaryPlace
  private let screen: TmuxScreen

  /// A shell that notes the terminal's modes, runs the painter, says how that ended, and notes the modes again.
  init() throws {
    place = try TemporaryPlace()
    let script = try place.write(
      "run",
      """
      cd "\(place.path)"
      trap : INT
      stty -g >before
      sh -c 'echo $$ >pid; exec "\(BuiltProgram.path("scene-painter"))" log'
      echo "ended $?"
      stty -g >after.part && mv after.part after
      exec cat -v
      """)
    screen = try TmuxScreen(columns: 60, rows: 12, ["sh", script])
    try screen.wait { $0.lines[0] == "log 60x12" && $0.isAlternate }
  }

  private var painter: pid_t {
    place.read("pid").flatMap { Int32($0.split(separator: "\n").first ?? "") } ?? -1
  }

  /// Waits until the shell is back, and compares what it found with what it had left.
  private func expectRestored(after end: String) throws {
    try screen.wait(for: end)
    let picture = try screen.wait { _ in place.read("after") != nil }
    #expect(place.read("before") == place.read("after"))
    #expect(!picture.isAlternate)
    #expect(picture.showsCursor)
    screen.paste("pasted")
    let shown = try screen.wait(for: "pasted")
    #expect(!shown.text.contains("[200~"), "pasting is still marked")
  }

  @Test("Quitting")
  func quit() throws {
    screen.press("Q")
    try expectRestored(after: "ended 0")
  }

  @Test("An error")
  func error() throws {
    screen.press("E")
    try expectRestored(after: "ended 74")
  }

  @Test("A request to end", arguments: [SIGTERM, SIGINT])
  func request(signal: Int32) throws {
    kill(painter, signal)
    try expectRestored(after: "ended \(128 + signal)")
  }

  @Test("An interrupt from the keyboard")
  func interrupt() throws {
    screen.press("C-c")
    try expectRestored(after: "ended 130")
  }

  @Test("A terminal that says it hangs up")
  func hangUp() throws {
    kill(painter, SIGHUP)
    try expectRestored(after: "ended 3")
  }

  @Test("A signal that nobody handles", arguments: [SIGQUIT, SIGUSR1, SIGSEGV, SIGBUS, SIGABRT, SIGXCPU, SIGVTALRM])
  func unhandled(signal: Int32) throws {
    kill(painter, signal)
    try expectRestored(after: "ended \(128 + signal)")
  }

  @Test("A trap, an abort, and a stack overflow on this thread and on another", arguments: ["T", "A", "O", "P"])
  func crash(key: String) throws {
    screen.press(key)
    try expectRestored(after: "ended 1")
  }

  @Test("A size that changed meanwhile")
  func resized() throws {
    screen.resize(columns: 33, rows: 7)
    try screen.wait(for: "log 33x7")
    screen.press("Q")
    try expectRestored(after: "ended 0")
  }
}

@Suite("Stepping aside", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct SuspendTests {
  private let screen: TmuxScreen
  private let place: TemporaryPlace

  init() throws {
    place = try TemporaryPlace()
    screen = try TmuxScreen(columns: 70, rows: 12, ["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "$ "])
    try screen.wait(for: "$")
    run("cd \(place.path); stty -a >before; clear")
    try screen.wait { _ in place.read("before") != nil }
    run(BuiltProgram.path("scene-painter") + " log")
    try screen.wait { $0.lines[0] == "log 70x12" && $0.isAlternate }
  }

  private func run(_ line: String) {
    screen.type(line)
    screen.press("Enter")
  }

  @Test("Suspended by its key, the shell has its terminal; continued, the screen is whole and keys are read")
  func key() throws {
    screen.press("a", "Z")
    try expectStopped()
    screen.resize(columns: 50, rows: 9)
    run("fg")
    try screen.wait { $0.lines[0] == "log 50x9" && $0.isAlternate && $0.text.contains("scalar(\"a\")") }
    screen.press("b")
    try screen.wait(for: "scalar(\"b\")")
    screen.press("Q")
    try screen.wait { !$0.isAlternate }
  }

  @Test("Stopped from outside, the same")
  func signal() throws {
    screen.press("a")
    try screen.wait(for: "scalar(\"a\")")
    let shell = screen.processID
    kill(try #require(children(of: shell).first), SIGTSTP)
    try expectStopped()
    run("fg")
    try screen.wait { $0.lines[0] == "log 70x12" && $0.isAlternate }
    screen.press("Q")
    try screen.wait { !$0.isAlternate }
  }

  @Test("Stopped without being asked, it waits in the background for its terminal, and is whole in front again")
  func stoppedHard() throws {
    screen.press("a")
    try screen.wait(for: "scalar(\"a\")")
    let painter = try #require(children(of: screen.processID).first)
    kill(painter, SIGSTOP)
    try screen.wait(for: "Stopped")
    // Another program brings the main screen back, and the shell goes on there.
    run("stty sane; tput rmcup; tput cnorm; clear; echo at the shell")
    try screen.wait { !$0.isAlternate && $0.text.contains("at the shell") }
    run("bg")
    try screen.wait { $0.text.contains("[1]+") && !$0.isAlternate }
    run("jobs; echo still here")
    try screen.wait { $0.text.contains("Stopped") && $0.text.contains("\nstill here") && !$0.isAlternate }
    run("fg")
    try screen.wait { $0.lines[0] == "log 70x12" && $0.isAlternate && !$0.text.contains("still here") }
    screen.press("Q")
    try screen.wait { !$0.isAlternate && $0.text.contains("still here") }
  }

  private func expectStopped() throws {
    try screen.wait { !$0.isAlternate && $0.text.contains("Stopped") && $0.showsCursor }
    run("stty -a >after.part; mv after.part after")
    try screen.wait { _ in place.read("after") != nil }
    // The shell's own editing sets the modes of its prompt, and puts back those it found for what it runs.
    #expect(place.read("before") == place.read("after"))
  }

  private func children(of process: Int32) -> [Int32] {
    let path = "/proc/\(process)/task/\(process)/children"
    return readText(path).split(separator: " ").compactMap { Int32($0) }
  }
}

import Testing
import TmuxSupport

@Suite("Lending the terminal", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct LendingTests {
  private let place: TemporaryPlace

  init() throws {
    place = try TemporaryPlace()
  }

  private func log(browser: String) throws -> TmuxScreen {
    let screen = try TmuxScreen(
      columns: 80, rows: 12, [BuiltProgram.path("scene-painter"), "log"], environment: ["BROWSER": browser])
    try screen.wait(for: "log 80x12")
    return screen
  }

  private let descriptors = "ls -l /proc/self/fd | grep -c -- '->' >fds"

  @Test("A browser in the terminal gets it as it was, and may leave it as it likes")
  func inTerminal() throws {
    let browser = try place.write(
      "w3m",
      """
      #!/bin/sh
      cd "\(place.path)"
      \(descriptors)
      echo "page of $1"
      read answer
      stty raw -echo
      printf '\\033[?25l\\033[31;7m'
      exit 3
      """, isProgram: true)
    let screen = try log(browser: browser)
    screen.press("B")
    try screen.wait { !$0.isAlternate && $0.text.contains("page of https://example.org/a%20b?c=d") }
    screen.press("Enter")
    // What it ended with is told once the terminal is back.
    try screen.wait { $0.isAlternate && $0.lines.first == "log 80x12" && $0.text.contains("failed(") }
    screen.press("b", "Up")
    let picture = try screen.wait(for: "key(Canvas.Key.up)")
    #expect(picture.showsCursor)
    // Three, and the one by which the folder itself is read.
    #expect(place.read("fds") == "4\n")
  }

  @Test("A browser that is suspended gives the shell its terminal, and is there again with fg")
  func suspended() throws {
    let browser = try place.write("w3m", "#!/bin/sh\necho \"page of $1\"\nread answer\n", isProgram: true)
    let screen = try TmuxScreen(
      columns: 80, rows: 12, ["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "$ ", "BROWSER": browser])
    try screen.wait(for: "$")
    screen.type(BuiltProgram.path("scene-painter") + " log")
    screen.press("Enter")
    try screen.wait(for: "log 80x12")
    screen.press("B")
    try screen.wait(for: "page of")
    screen.press("C-z")
    try screen.wait(for: "Stopped")
    screen.type("fg")
    screen.press("Enter")
    // The browser reads again, once it has the terminal: its answer ends it.
    for _ in 0..<5 where !screen.picture().isAlternate {
      screen.press("Enter")
      _ = try? screen.wait(seconds: 2) { $0.isAlternate }
    }
    try screen.wait { $0.isAlternate && $0.text.contains("opened") }
    screen.press("Q")
    try screen.wait { !$0.isAlternate }
  }

  @Test("What a browser leaves behind that still writes is gone with the next repaint")
  func noise() throws {
    let browser = try place.write(
      "w3m", "#!/bin/sh\n(sleep 0.5; printf '\\033[5;5Hnoise' >/dev/tty) >/dev/null 2>&1 &\n", isProgram: true)
    let screen = try log(browser: browser)
    screen.press("B")
    try screen.wait { $0.isAlternate && $0.text.contains("opened") }
    try screen.wait(for: "noise")
    screen.press("R")
    try screen.wait { $0.text.contains("scalar(\"R\")") && !$0.text.contains("noise") }
  }

  @Test("A browser with a window of its own writes nothing on ours, and leaves no corpse")
  func window() throws {
    let browser = try place.write(
      "surfer",
      "#!/bin/sh\ncd \"\(place.path)\"\n\(descriptors)\necho noise; echo noise >&2\necho \"$1\" >address.part; mv address.part address\n",
      isProgram: true)
    let screen = try log(browser: "no-such-browser:\(browser) %s")
    screen.press("B")
    try screen.wait { _ in place.read("address") == "https://example.org/a%20b?c=d\n" }
    let picture = try screen.wait(for: "opened")
    #expect(!picture.text.contains("noise"))
    #expect(place.read("fds") == "4\n")
    let painter = screen.processID
    try screen.wait { _ in readText("/proc/\(painter)/task/\(painter)/children").isEmpty }
  }

  @Test(
    "A browser with a window of its own that fails is told, in the place of opening",
    arguments: ["exit 3", "kill -9 $$"])
  func failing(end: String) throws {
    let browser = try place.write("surfer", "#!/bin/sh\n\(end)\n", isProgram: true)
    let screen = try log(browser: "\(browser):no-such-browser")
    screen.press("B")
    let picture = try screen.wait(for: "programFailed")
    #expect(picture.text.contains("opened"))
    let painter = screen.processID
    try screen.wait { _ in readText("/proc/\(painter)/task/\(painter)/children").isEmpty }
  }

  @Test(
    "A browser that cannot be started through another program leaves it to the next one", arguments: ["env", "nice"])
  func next(wrapper: String) throws {
    let browser = try place.write(
      "surfer", "#!/bin/sh\necho \"$1\" >'\(place.path)/part'; mv '\(place.path)/part' '\(place.path)/address'\n",
      isProgram: true)
    let screen = try log(browser: "\(wrapper) no-such-browser:\(browser)")
    screen.press("B")
    try screen.wait { _ in place.read("address") == "https://example.org/a%20b?c=d\n" }
    #expect(!screen.picture().text.contains("programFailed"))
  }

  @Test("A browser that is a shell is refused")
  func shell() throws {
    let screen = try log(browser: "sh -c 'touch ran'")
    screen.press("B")
    try screen.wait(for: "refused")
  }

  @Test("Inside tmux, text is copied through tmux")
  func copy() throws {
    let screen = try log(browser: "")
    screen.press("Y")
    try screen.wait(for: "sent")
    #expect(screen.clipboard == "copied text")
  }

  @Test("Keys come from the terminal when standard input is a pipe")
  func piped() throws {
    let painter = BuiltProgram.path("scene-painter")
    let screen = try TmuxScreen(columns: 60, rows: 8, ["sh", "-c", "echo text | \(painter) log"])
    try screen.wait(for: "log 60x8")
    screen.press("x")
    try screen.wait(for: "scalar(\"x\")")
  }
}

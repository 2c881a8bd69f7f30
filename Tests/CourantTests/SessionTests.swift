import Foundation
import Testing
import TmuxSupport

/// The reader as a process: how it begins, what reaches it, and how it ends.
@Suite("A sitting with the reader", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct SessionTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test func `a mistyped name is told where it was typed, and no reader opens`() throws {
    let screen = try shell("\"$courant\" no/such")
    let picture = try screen.wait(for: "ended 66")
    #expect(picture.text.contains("courant: there is no file or folder “no/such”"))
    #expect(!picture.isAlternate)
  }

  @Test func `a story that is long in coming is remarked on, and an interrupt ends the wait`() throws {
    mkfifo(folder.path + "/slow", 0o600)
    let screen = try shell("sleep 60 > slow & \"$courant\" - < slow")
    try screen.wait(for: "courant: reading standard input")
    screen.press("C-c")
    try screen.wait(for: "ended 130", seconds: 3)
  }

  @Test func `a long story is read from its beginning while the rest is on its way`() throws {
    mkfifo(folder.path + "/slow", 0o600)
    let questions = "for n in $(seq 9000); do echo \"### Why at $n? So.\"; done"
    let end = "until [ -e go ]; do sleep 0.05; done; echo '### Is it over? It is.'"
    let screen = try shell("{ echo 'A day'; \(questions); \(end); } >slow & \"$courant\" - <slow")
    try screen.wait { $0.text.contains("▸ Why at 1?") && $0.text.contains("the rest of this story is being read") }
    screen.press("]", "Enter", "j")
    try screen.wait { $0.cursorLine.contains("So.") }
    try folder.write("go", "")
    try screen.wait { $0.cursorLine.contains("So.") && $0.text.contains("9001 questions") }
    screen.press("Q")
    try screen.wait(for: "ended 0", seconds: 3)
  }

  @Test func `what is no text and has no end is refused at once`() throws {
    let screen = try shell("\"$courant\" - < /dev/zero")
    let picture = try screen.wait(for: "ended 65", seconds: 3)
    #expect(picture.text.contains("standard input is not text"))
  }

  @Test func `keys come from the terminal while the story comes from standard input`() throws {
    let screen = try shell("\"$courant\" - < 2026-04-28-port.txt")
    try screen.wait { $0.text.contains("▸ Why sell them now?") }
    screen.press("Q")
    try screen.wait(for: "ended 0")
  }

  @Test func `what could not be read is told when the reader is left, and the code says so`() throws {
    try folder.write("empty.txt", "")
    let screen = try shell("\"$courant\" .")
    try screen.wait { $0.text.contains("A port loses") && $0.text.contains("could not be read") }
    screen.press("q")
    let picture = try screen.wait(for: "ended 65")
    #expect(picture.text.contains("empty.txt") && picture.text.contains("is empty"))
    #expect(!picture.isAlternate)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129)])
  func `a signal ends it, with the terminal given back`(signal: Int32, code: Int) throws {
    let screen = try shell("\"$courant\" .")
    try screen.wait { $0.text.contains("A port loses") }
    let reader = try #require(child(of: screen.processID))
    kill(reader, signal)
    let picture = try screen.wait(for: "ended \(code)", seconds: 3)
    #expect(!picture.isAlternate && picture.showsCursor)
  }

  @Test func `an interrupt from the keyboard ends it with 130`() throws {
    let screen = try shell("\"$courant\" .")
    try screen.wait { $0.text.contains("A port loses") }
    screen.press("C-c")
    try screen.wait(for: "ended 130", seconds: 3)
  }

  @Test func `an interrupt calls off what is being typed, and the next one ends the reader`() throws {
    let screen = try shell("\"$courant\" .")
    try screen.wait { $0.text.contains("A port loses") }
    screen.type("/cranes")
    try screen.wait(for: "/cranes")
    screen.press("C-c")
    try screen.wait { !$0.text.contains("/cranes") && $0.text.contains("A port loses") }
    screen.press("C-c")
    try screen.wait(for: "ended 130", seconds: 3)
  }

  @Test func `it ends when its terminal is gone`() throws {
    var screen: TmuxScreen? = try TmuxScreen(columns: 80, rows: 24, [BuiltProgram.courant, folder.path])
    try screen?.wait { $0.text.contains("A port loses") }
    let reader = try #require(screen?.processID)
    screen = nil
    let end = ContinuousClock.now + .seconds(3)
    while kill(reader, 0) == 0, ContinuousClock.now < end {}
    #expect(kill(reader, 0) != 0)
  }

  @Test(arguments: [("TERM=dumb", "the terminal “dumb”"), ("env -u TERM", "TERM does not say")])
  func `a terminal that cannot move its cursor is told what to use instead`(setting: String, words: String) throws {
    let screen = try shell("\(setting) \"$courant\" .")
    let picture = try screen.wait(for: "ended 69")
    #expect(picture.text.contains(words))
  }

  @Test func `without a browser the address is shown on a line of its own`() throws {
    let screen = try shell("unset DISPLAY WAYLAND_DISPLAY; BROWSER= \"$courant\" 2026-04-28-port.txt")
    try screen.wait { $0.text.contains("▸ Why sell them now?") }
    screen.press("Tab", "o", "o")
    try screen.wait { $0.lines.contains { $0.trimmingCharacters(in: .whitespaces) == "https://wire.example.org/" } }
  }

  @Test func `a browser is given the address as one word, and no shell`() throws {
    try folder.write("browser", "#!/bin/sh\nprintf '%s|' \"$#\" \"$@\" >\"$0.said\"\n")
    chmod(folder.path + "/browser", 0o700)
    let screen = try shell("BROWSER=\"$PWD/browser\" \"$courant\" 2026-04-28-port.txt")
    try screen.wait { $0.text.contains("▸ Why sell them now?") }
    screen.press("Tab", "o", "o")
    let said = folder.path + "/browser.said"
    let end = ContinuousClock.now + .seconds(5)
    var words = ""
    while !words.hasSuffix("/|"), ContinuousClock.now < end {
      words = (try? String(contentsOfFile: said, encoding: .utf8)) ?? ""
    }
    #expect(words == "1|https://wire.example.org/|")
  }

  @Test func `the first stories show while the rest are still read`() throws {
    for number in 0..<2000 {
      try folder.write("more/2026-01-01 \(number).txt", "Story \(number)\n\nIt is told. (wire.example.org)")
    }
    let screen = try shell("\"$courant\" .")
    try screen.wait { $0.cursorLine.contains("A port loses") && $0.text.contains("reading") }
    screen.press("j")
    try screen.wait { $0.cursorLine.contains("The ferry") }
    let picture = try screen.wait(seconds: 60) {
      $0.lines.first?.contains("2002") == true && !$0.text.contains("reading")
    }
    #expect(picture.cursorLine.contains("The ferry"))
  }

  /// A shell in the folder that runs one line and tells how it ended.
  private func shell(_ line: String) throws -> TmuxScreen {
    let script = "trap : INT; cd \"$folder\"; \(line); echo ended $?; exec sleep 60"
    return try TmuxScreen(
      columns: 80, rows: 24, ["/bin/sh", "-c", script],
      environment: ["courant": BuiltProgram.courant, "folder": folder.path])
  }

  private func child(of process: Int32) -> Int32? {
    let path = "/proc/\(process)/task/\(process)/children"
    return (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: " ").first.flatMap { Int32($0) }
  }
}

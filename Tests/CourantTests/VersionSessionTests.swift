import Testing
import TmuxSupport

/// A story that is read, written on, and then arrives anew in other words.
@Suite("Reading a story that changes", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct VersionSessionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("old/2026-04-28-port.txt", Stories.port)
    let changed = Stories.port
      .replacing("by the day. (", with: "by the hour. (")
      .replacing(
        "### Why sell", with: "### Where did they stand? On the old quay, in the wind. (wire.example.org) ### Why sell")
    try folder.write("new/2026-04-30-port.txt", changed)
  }

  @Test func `notes and the place stay with their question, and the older version is a key away`() throws {
    let screen = try shell("\"$courant\" add old; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("Enter", "]", "Enter", "a")
    try screen.wait { $0.lines.last?.hasPrefix("note on “") == true }
    screen.type("Ask the harbour.")
    screen.press("Enter")
    try screen.wait { $0.text.contains("✎ Ask the harbour.") }
    screen.press("Q")
    try screen.wait { $0.isDead }

    let next = try shell("\"$courant\" add new; exec \"$courant\"")
    try next.wait { $0.cursorLine.contains("A port loses") }
    next.press("Enter")
    try next.wait { $0.text.contains("version 2 of 2") && $0.cursorLine.contains("▾ Why sell them now?") }
    try next.wait { $0.text.contains("✎ Ask the harbour.") && $0.text.contains("hour. [2]") }
    try next.wait { $0.lines.contains { $0.hasPrefix(" +▸ Where did they stand?") && $0.contains("new") } }
    next.press("<")
    try next.wait { $0.text.contains("version 1 of 2") && $0.text.contains("day. [2]") }
    try next.wait { $0.cursorLine.contains("▾ Why sell them now?") && !$0.text.contains("Where did they stand?") }
    next.press(">")
    try next.wait { $0.text.contains("version 2 of 2") && $0.cursorLine.contains("▾ Why sell them now?") }
  }

  @Test func `a note is taken back where it is now, not where it was when it was written`() throws {
    let screen = try shell("\"$courant\" add old; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    for (keys, note) in [(["Enter", "]", "a"], "one"), (["]", "a"], "two")] {
      for key in keys { screen.press(key) }
      try screen.wait { $0.lines.last?.hasPrefix("note on “") == true }
      screen.type(note)
      screen.press("Enter")
      try screen.wait { $0.text.contains("✎ \(note)") && $0.text.contains("the note is kept") }
    }
    screen.press("Q")
    try screen.wait { $0.isDead }

    let next = try shell("\"$courant\" add new; exec \"$courant\"")
    try next.wait { $0.cursorLine.contains("A port loses") }
    next.press("Enter", "z", "R")
    try next.wait { $0.text.contains("✎ one") && $0.text.contains("✎ two") }
    // The newer version came with an add, which was the last change: that it was opened is none.
    next.press("U")
    try next.wait { $0.text.contains("what it was before") && $0.cursorLine.contains("A port loses") }
    next.press("Enter", "z", "R")
    try next.wait { $0.text.contains("✎ one") && $0.text.contains("✎ two") && !$0.text.contains("version") }
    // It is read, as it was before the add.
    next.press("U")
    try next.wait { $0.text.contains("✎ one") && !$0.text.contains("✎ two") }
    next.press("U")
    try next.wait { !$0.text.contains("✎") }
  }

  /// A shell in the folder, with a catalog of its own.
  private func shell(_ line: String) throws -> TmuxScreen {
    try TmuxScreen(
      columns: 80, rows: 30, ["/bin/sh", "-c", "cd \"$folder\"; \(line)"],
      environment: ["courant": BuiltProgram.courant, "folder": folder.path, "XDG_DATA_HOME": folder.path + "/data"])
  }
}

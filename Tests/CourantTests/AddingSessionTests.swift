import Briefing
import Foundation
import Testing
import TmuxSupport

/// Adding from inside the reader, on a real screen.
@Suite("Adding from inside the reader", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct AddingSessionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  private func shell(_ line: String) throws -> TmuxScreen {
    try TmuxScreen(
      columns: 80, rows: 24, ["/bin/sh", "-c", "cd \"$folder\"; \(line)"],
      environment: [
        "courant": BuiltProgram.courant, "folder": folder.path, "HOME": folder.path,
        "XDG_DATA_HOME": folder.path + "/data",
      ])
  }

  private func reader() throws -> TmuxScreen {
    let screen = try shell("\"$courant\" add 2026-04-28-port.txt; exec \"$courant\"")
    try screen.wait { $0.text.contains("› • A port loses") }
    return screen
  }

  @Test func `a story that is pasted is asked about, added, found, and taken back by one key`() throws {
    let screen = try reader()
    screen.paste(
      "Rice prices fall\n\n- They fell.\n\nThe harvest was good. (rice.example.org) ### Why now? It rained.\n")
    try screen.wait(for: "1 story found: “Rice prices fall” · Enter adds, Esc not")
    screen.press("Enter")
    try screen.wait { $0.text.contains("1 story added · U takes it back") && $0.text.contains("› • Rice prices fall") }
    screen.press("/")
    screen.type("harvest")
    screen.press("Enter")
    try screen.wait(for: "“harvest”")
    screen.press("h", "U")
    try screen.wait { $0.text.contains("“Rice prices fall” is taken out again") && !$0.text.contains("• Rice prices") }
  }

  @Test func `who opens the reader first of all finds in it how stories come in`() throws {
    let screen = try shell("exec \"$courant\"")
    try screen.wait(for: "No stories here. Paste one, name a file (:add PATH), or :follow a feed.")
    screen.press(":")
    screen.type("add 2026-04-28-port.txt")
    screen.press("Enter")
    try screen.wait { $0.text.contains("› • A port loses") }
  }

  @Test func `of several stories that are added, the cursor comes to stand on the newest`() throws {
    let screen = try shell("exec \"$courant\"")
    try screen.wait(for: "No stories here.")
    screen.press(":")
    screen.type("add .")
    screen.press("Enter")
    try screen.wait { $0.text.contains("stories added · U takes them back") && $0.cursorLine.contains("A port loses") }
  }

  @Test func `what is pasted is no key, however long it is, and what is no is no`() throws {
    let screen = try reader()
    let keys = "Quitting\n\n" + String(repeating: "Q:quit\nD s U q\n", count: 700)
    screen.paste(keys)
    try screen.wait(for: "1 story found: “Quitting”")
    screen.press("Escape")
    try screen.wait(for: "nothing was added")
    screen.press("j")
    try screen.wait { $0.text.contains("› • A port loses") && !$0.text.contains("Quitting") }
    screen.paste("https://example.org/a-page")
    try screen.wait(for: "https://example.org/a-page · f follows it · a adds the page · Esc neither")
    screen.press("Escape")
    try screen.wait(for: "left alone")
  }

  @Test func `a file is added by its path, completed as it is typed`() throws {
    let screen = try reader()
    screen.press(":")
    screen.type("add ~/2026-04-26")
    try screen.wait(for: "2026-04-26-ferry.txt")
    screen.press("Tab")
    try screen.wait(for: ":add ~/2026-04-26-ferry.txt")
    screen.press("Enter")
    try screen.wait { $0.text.contains("1 story added · U takes it back") && $0.text.contains("› • The ferry") }
    screen.press(":")
    screen.type("add nowhere.txt")
    screen.press("Enter")
    try screen.wait(for: "there is no file or folder “nowhere.txt”")
    screen.press("U")
    try screen.wait { $0.text.contains("is taken out again") && !$0.text.contains("• The ferry") }
  }

  @Test func `a story that is piped into the reader alone is read, and its keys come from the terminal`() throws {
    let screen = try shell("cat 2026-04-28-port.txt | \"$courant\"; echo \"ended $?\"; exec cat")
    try screen.wait { $0.isAlternate && $0.text.contains("The harbour sold") }
    screen.press("Q")
    try screen.wait(for: "ended 0")
  }

  @Test func `a story that is piped where no terminal is gives its index, and nothing piped the catalog's`() throws {
    let piped = try BuiltProgram.shell("cat '\(folder.path)/2026-04-28-port.txt' | \"$courant\" | head")
    #expect(piped.lines.count == 1 && piped.output.contains("A port loses"))
    let file = try BuiltProgram.shell("\"$courant\" <'\(folder.path)/2026-04-26-ferry.txt'")
    #expect(file.lines.count == 1 && file.output.contains("The ferry"))
    let line = "export XDG_DATA_HOME='\(folder.path)/data'; \"$courant\" add '\(folder.path)' 2>/dev/null; "
    for nothing in ["</dev/null", "<&-", ""] {
      #expect(try BuiltProgram.shell(line + "\"$courant\" \(nothing)").lines.count == 2, "\(nothing)")
    }
    #expect(try BuiltProgram.shell(line + ": | \"$courant\"").lines.count == 2)
  }
}

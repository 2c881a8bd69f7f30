import Foundation
import Testing
import TmuxSupport

/// What leaves the reader, and what comes back into it: the user's editor, commands, files.
@Suite("Other programs", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct OutsideSessionTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test func `a note is written in the editor, in a private file, and kept in its lines`() throws {
    try program(
      "editor",
      """
      ls -l "$1" "$(dirname "$1")" | grep note.txt | cut -c1-10 >modes; ls -ld "$(dirname "$1")" | cut -c1-10 >>modes
      cat "$1" >before; printf 'First line.\\n\\nThird line.\\n' >"$1"; dirname "$1" >place; echo editing; read answer
      """)
    let screen = try reader("VISUAL='./editor' EDITOR=false")
    screen.press("Enter", "]", "e")
    try screen.wait { !$0.isAlternate && $0.text.contains("editing") }
    screen.press("Enter")
    try screen.wait { $0.isAlternate && $0.text.contains("the note is kept") && $0.text.contains("✎ First line.") }
    #expect(read("modes") == "-rw-------\n-rw-------\ndrwx------\n" && read("before") == "")
    #expect(!FileManager.default.fileExists(atPath: read("place").trimmingCharacters(in: .newlines)))
    screen.press("U")
    try screen.wait { $0.text.contains("is gone again") && !$0.text.contains("✎") }
  }

  @Test(arguments: [
    ("VISUAL=no-such-editor", "no-such-editor cannot be run"),
    ("VISUAL= EDITOR=", "$VISUAL and $EDITOR name no editor"),
  ])
  func `without an editor one line is asked for`(setting: String, sentence: String) throws {
    let screen = try reader(setting)
    screen.press("Enter", "]", "e")
    try screen.wait { $0.text.contains(sentence) && $0.lines.last?.hasPrefix("note on “Why sell them now?”:") == true }
    screen.type("Mine.")
    screen.press("Enter")
    try screen.wait { $0.text.contains("✎ Mine.") }
  }

  @Test func `an editor that fails loses nothing of what was written`() throws {
    try program("editor", "echo written >>\"$1\"; exit 3")
    let screen = try reader("EDITOR=./editor")
    screen.press("Enter", "]", "e")
    let picture = try screen.wait(for: "editor ended with 3, so the note stays as it was")
    let words = picture.text.split { $0.isWhitespace }
    let file = try #require(words.last { $0.hasSuffix("/note.txt") })
    #expect(try String(contentsOfFile: String(file), encoding: .utf8) == "written\n")
    try FileManager.default.removeItem(atPath: (String(file) as NSString).deletingLastPathComponent)
  }

  @Test func `a command gets the story as its standard input, and the terminal until a key is pressed`() throws {
    let screen = try reader("")
    screen.press("Enter", "|")
    screen.type("head -1; test -t 1 && echo on a terminal; exit 4")
    screen.press("Enter")
    try screen.wait {
      !$0.isAlternate && $0.text.contains("A port loses three cranes\non a terminal\n")
        && $0.text.contains("press a key")
    }
    screen.press("x")
    try screen.wait { $0.isAlternate && $0.text.contains("ended with 4") && $0.text.contains("▸ Why sell them now?") }
  }

  @Test func `a command that prints nothing leads straight back`() throws {
    let screen = try reader("")
    screen.press("v", "v", "|")
    screen.type("cat >both")
    screen.press("Enter")
    try screen.wait { $0.isAlternate && $0.text.contains("piped to cat >both") }
    #expect(read("both").contains("A port loses") && read("both").contains("\n---\n\nThe ferry that runs"))
  }

  @Test func `no word of a story is part of a command`() throws {
    try folder.write(
      "2026-05-01-bad.txt", "A $(touch ran) `touch ran`; touch ran\n\nSo it is; touch ran. (a.example.org)")
    let screen = try reader("", first: "A $(touch ran)")
    screen.press("|")
    screen.type("cat >copy")
    screen.press("Enter")
    try screen.wait(for: "piped to")
    screen.press("w", "C-u")
    screen.type("$(touch ran);touch ran.md")
    screen.press("Enter")
    try screen.wait(for: "written: $(touch ran);touch ran.md")
    #expect(read("copy").contains("$(touch ran)"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/ran"))
  }

  @Test func `a story is written by the ending of the name, and replaced only when asked twice`() throws {
    let screen = try reader("")
    try write("a.txt", screen, expecting: "written: a.txt")
    #expect(read("a.txt").hasPrefix("---\ncourant:"))
    try write("a.json", screen, expecting: "written: a.json")
    #expect(read("a.json").hasPrefix("{\"id\": "))
    try write("~/a.md", screen, expecting: "written: \(folder.path)/a.md")
    #expect(read("a.md").contains("# A port loses three cranes"))
    try write("a.doc", screen, expecting: "has to end in .md, .txt or .json")
    screen.press("Escape")
    try folder.write("a.md", "mine")
    try write("a.md", screen, expecting: "Enter again replaces it")
    #expect(read("a.md") == "mine")
    screen.press("Enter")
    try screen.wait(for: "written: a.md")
    #expect(read("a.md").contains("# A port loses three cranes"))
    screen.press("v", "v", "w")
    screen.type("out")
    screen.press("Enter")
    try screen.wait(for: "written: 2 stories in out/")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").count == 2)
  }

  @Test func `a browser that is started is named, and one that fails leaves the address to be seen`() throws {
    try program("surfer", "until [ -e go ]; do sleep 0.05; done; exit 1")
    let screen = try reader("BROWSER=\"$PWD/surfer\"")
    screen.press("Enter", "Tab", "o")
    try screen.wait(for: "only the site is known: https://wire.example.org/ · o again opens it")
    screen.press("o")
    try screen.wait(for: "opened in surfer: https://wire.example.org/")
    try folder.write("go", "")
    let picture = try screen.wait(for: "surfer ended with 1: shown here instead")
    #expect(picture.lines.contains { $0.trimmingCharacters(in: .whitespaces) == "https://wire.example.org/" })
  }

  /// A reader over the stories as a catalog, with the folder as home and place.
  private func reader(_ setting: String, first: String = "A port loses") throws -> TmuxScreen {
    let line = "cd \"$HOME\"; \"$courant\" add *.txt; export PATH=\"$PWD:$PATH\"; \(setting) exec \"$courant\""
    let screen = try TmuxScreen(
      columns: 80, rows: 24, ["/bin/sh", "-c", line],
      environment: [
        "courant": BuiltProgram.courant, "HOME": folder.path, "XDG_DATA_HOME": "", "VISUAL": "", "EDITOR": "",
      ])
    try screen.wait { $0.cursorLine.contains(first) }
    return screen
  }

  private func write(_ name: String, _ screen: TmuxScreen, expecting sentence: String) throws {
    screen.press("w", "C-u")
    screen.type(name)
    screen.press("Enter")
    try screen.wait(for: sentence)
  }

  private func program(_ name: String, _ body: String) throws {
    try folder.write(name, "#!/bin/sh\n\(body)\n")
    chmod(folder.path + "/" + name, 0o700)
  }

  private func read(_ name: String) -> String {
    (try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)) ?? ""
  }
}

import Foundation
import Testing
import TmuxSupport

@testable import courant

/// The built program with settings of the user's own, right and wrong.
@Suite("Settings of one’s own")
struct ConfigSessionTests {
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    try Stories.write(to: home)
  }

  private var file: String { home.path + "/.config/courant/config.toml" }

  private func write(_ text: String) throws {
    try home.write(".config/courant/config.toml", text)
  }

  @Test func `courant config prints a file that, put in its place, changes nothing`() throws {
    let outcome = try BuiltProgram.run(["config"], home: home)
    #expect(outcome.code == 0 && outcome.talk.isEmpty)
    #expect(outcome.lines.first == "# \(file)")
    try write(outcome.output)
    let again = try BuiltProgram.run(["config"], home: home)
    #expect(again.code == 0 && again.talk.isEmpty && again.output == outcome.output)
    #expect(
      try BuiltProgram.run(["doctor"], home: home).lines.contains {
        $0 == "ok     every line of “\(file)” is understood"
      })
  }

  @Test func `what is wrong is told by config and by the doctor, all of it, and no other command minds`() throws {
    try write("mesure = 1\n[keys]\nnxt-question = \"x\"\n")
    let outcome = try BuiltProgram.run(["config"], home: home)
    #expect(outcome.code == 78)
    #expect(outcome.talk.split(separator: "\n").count == 2)
    #expect(
      outcome.talk.contains(
        "courant: config.toml line 3: there is no command “nxt-question”; did you mean “next-question”?"))
    let doctor = try BuiltProgram.run(["doctor"], home: home)
    #expect(doctor.code == 1 && doctor.lines.count { $0.hasPrefix("wrong  config.toml line ") } == 2)
    for arguments in [["list", "--in", home.path], ["show", home.path + "/2026-04-28-port.txt"]] {
      let outcome = try BuiltProgram.run(arguments, home: home)
      #expect(outcome.code == 0 && outcome.talk.isEmpty)
    }
  }

  @Test func `XDG_CONFIG_HOME names the place, unless it is relative`() throws {
    try home.write("xdg/courant/config.toml", "mesure = 1\n")
    let outcome = try BuiltProgram.shell("XDG_CONFIG_HOME='\(home.path)/xdg' \"$courant\" config", home: home)
    #expect(outcome.code == 78 && outcome.lines.first == "# \(home.path)/xdg/courant/config.toml")
    #expect(try BuiltProgram.shell("XDG_CONFIG_HOME=xdg \"$courant\" config", home: home).code == 0)
  }

  @Test(arguments: [
    ("mkfifo \"$1\"", "is a pipe, not a file"), ("mkdir \"$1\"", "is a folder, not a file"),
    ("ln -s /dev/zero \"$1\"", "is a device, not a file"),
    ("head -c 9000000 /dev/zero >\"$1\"", "is larger than 64 KiB"),
    ("printf 'x = \\377' >\"$1\"", "config.toml line 1: this is not text in UTF-8"),
    ("ln -s config.toml \"$1\"", "cannot be read"),
  ])
  func `a file that cannot be one is told and holds nothing up`(making: String, words: String) throws {
    let place = "mkdir -p \"$HOME/.config/courant\"; set -- x \"$HOME/.config/courant/config.toml\"; shift; "
    let outcome = try BuiltProgram.shell(place + making + "; exec \"$courant\" config", home: home)
    #expect(outcome.code == 78)
    #expect(outcome.talk.contains(words) && outcome.talk.contains("the defaults hold"))
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `the reader starts whatever the file holds, and says at the foot what is wrong with it`() throws {
    try write("[keys]\n\n# x\n\n\n\nnxt-question = \"x\"\nsearch = \"^f\"\n")
    let screen = try reader()
    try screen.wait { $0.text.contains("A port loses") && $0.text.contains("config.toml line 7: there is no command") }
    screen.press("j")
    try screen.wait { $0.text.contains("^f search") && !$0.text.contains("config.toml") }
    screen.press("C-f")
    try screen.wait { $0.lines.contains("/") }
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `with broken TOML the reader starts as it comes`() throws {
    try write("measure = \n")
    let screen = try reader()
    try screen.wait { $0.text.contains("A port loses") && $0.text.contains("config.toml line 1, column ") }
    screen.press("j")
    try screen.wait { $0.text.contains("/ search") }
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `colours, signs, days and measure are on the screen as the file says`() throws {
    try write(
      """
      measure = 30
      dates = "iso"
      glyphs = "ascii"
      [theme.faint]
      foreground = 99
      [theme.heading]
      foreground = "#d70000"
      background = 17
      bold = false
      """)
    let screen = try reader()
    try screen.wait {
      $0.text.contains("A port loses") && $0.text.contains("2026-04-28") && $0.text.contains("> * A port")
    }
    #expect(screen.styledLines().contains { $0.contains("\u{1B}[38;5;99m") })
    screen.press("Enter")
    let picture = try screen.wait { $0.text.contains("+ Why sell them now?") }
    let text = picture.lines.dropFirst(3).dropLast(2).filter { $0.contains("harbour") || $0.contains("longer") }
    #expect(!text.isEmpty && text.allSatisfy { $0.trimmingCharacters(in: .whitespaces).count <= 30 })
    #expect(screen.styledLines().contains { $0.contains("38;5;160") && $0.contains("48;5;17") })
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `the background of text is the background of the whole screen`() throws {
    try write("[theme.text]\nforeground = 16\nbackground = 230\n")
    let screen = try reader()
    try screen.wait { $0.text.contains("A port loses") }
    let lines = screen.styledLines()
    #expect(lines[0].contains("48;5;230"))
    // A style lasts into the next row: nowhere is the terminal's own background set.
    #expect(lines.allSatisfy { !$0.contains("\u{1B}[49m") && !$0.contains("\u{1B}[39m") })
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `the browser of the file stands above the one of the environment`() throws {
    try home.write("browser", "#!/bin/sh\nprintf '%s|' \"$@\" >\"$0.said\"\n")
    chmod(home.path + "/browser", 0o700)
    try write("browser = \"\(home.path)/browser --new %s\"\n")
    let screen = try TmuxScreen(
      columns: 80, rows: 24, [BuiltProgram.courant, home.path + "/2026-04-28-port.txt"],
      environment: ["HOME": home.path, "XDG_CONFIG_HOME": "", "BROWSER": "/bin/false"])
    try screen.wait { $0.text.contains("▸ Why sell them now?") }
    screen.press("Tab", "o", "o")
    let end = ContinuousClock.now + .seconds(5)
    var words = ""
    while !words.hasSuffix("/|"), ContinuousClock.now < end {
      words = (try? String(contentsOfFile: home.path + "/browser.said", encoding: .utf8)) ?? ""
    }
    #expect(words == "--new|https://wire.example.org/|")
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `what is printed on a terminal goes by the file, and what goes into a pipe does not`() throws {
    try write("dates = \"short\"\nmeasure = 30\n")
    let script = "cd \"$HOME\"; \"$courant\" list --in .; \"$courant\" show 2026-04-28-port.txt; exec sleep 60"
    let screen = try TmuxScreen(
      columns: 80, rows: 40, ["/bin/sh", "-c", script],
      environment: ["HOME": home.path, "XDG_CONFIG_HOME": "", "courant": BuiltProgram.courant])
    let picture = try screen.wait { $0.text.contains("[2] harbour.example.com") }
    #expect(!picture.text.contains("2026-04-28 "))
    let lines = picture.lines.drop { !$0.hasPrefix("A port loses") }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.count <= 30 })
    #expect(try BuiltProgram.run(["list", "--in", home.path], home: home).output.contains("  2026-04-28  "))
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"), arguments: [true, false])
  func `the mouse is left to the terminal where the file says so`(isOn: Bool) throws {
    try write("mouse = \(isOn)\n")
    let screen = try reader()
    try screen.wait { $0.text.contains("A port loses") && $0.cursorLine.contains("A port loses") }
    #expect(screen.asksForMouse == isOn)
  }

  private func reader() throws -> TmuxScreen {
    try TmuxScreen(
      columns: 80, rows: 24, [BuiltProgram.courant, home.path],
      environment: ["HOME": home.path, "XDG_CONFIG_HOME": ""])
  }
}

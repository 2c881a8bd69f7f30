import Foundation
import Testing
import TmuxSupport

@testable import courant

/// The scripts of `completions/` in the shells that they are for, on a terminal.
@Suite("Completion in the shells", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct ShellTests {
  enum Shell: String, CaseIterable, CustomTestStringConvertible {
    case bash, zsh, fish

    var testDescription: String { rawValue }
    static let here = allCases.filter { Run.exists($0.rawValue) }
  }

  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    let folder = try TemporaryFolder()
    try Stories.write(to: folder)
    _ = try BuiltProgram.run(["add", folder.path], home: home)
    try home.write("bin/courant", "")
    try FileManager.default.removeItem(atPath: home.path + "/bin/courant")
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/bin/courant", withDestinationPath: BuiltProgram.courant)
    try home.write("papers/one story.txt", "A story\n")
  }

  /// What stands on the last line that was typed on, once it shows a text.
  private func line(_ shell: Shell, typing text: String, until wanted: String) throws -> String {
    let screen = try TmuxScreen(columns: 100, rows: 24, try words(shell))
    try screen.wait { $0.text.contains("ready>") }
    screen.type(text)
    try screen.wait { $0.text.contains(text.trimmingCharacters(in: .whitespaces)) }
    screen.press("Tab")
    try screen.wait { $0.text.contains(wanted) }
    return screen.picture().text
  }

  private func words(_ shell: Shell) throws -> [String] {
    let scripts = BuiltProgram.checkout.appendingPathComponent("completions").path
    let environment = [
      "env", "-i", "HOME=\(home.path)", "PATH=\(home.path)/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TERM=tmux-256color",
      "SWIFT_BACKTRACE=enable=no", "ZDOTDIR=\(home.path)",
    ]
    switch shell {
    case .bash:
      let start = try home.write("bashrc", "cd '\(home.path)'; PS1='ready> '; . '\(scripts)/courant.bash'\n")
      return environment + ["bash", "--noprofile", "--rcfile", start, "-i"]
    case .zsh:
      try home.write(
        ".zshrc",
        "cd '\(home.path)'; PS1='ready> '; fpath=('\(scripts)' $fpath); autoload -Uz compinit; compinit -u -d '\(home.path)/dump'\n"
      )
      return environment + ["zsh", "-i"]
    case .fish:
      let start = "cd '\(home.path)'; function fish_prompt; echo 'ready> '; end; source '\(scripts)/courant.fish'"
      return environment + ["fish", "--no-config", "-C", start]
    }
  }

  @Test(arguments: Shell.here)
  func `a state behind its colon is completed`(shell: Shell) throws {
    #expect(try line(shell, typing: "courant list is:unr", until: "unread").contains("courant list is:unread"))
  }

  @Test(arguments: Shell.here)
  func `a file whose name has a blank is completed as the shell writes it`(shell: Shell) throws {
    let text = try line(shell, typing: "courant add papers/on", until: "story.txt")
    #expect(text.contains("courant add papers/one\\ story.txt") || text.contains("courant add 'papers/one story.txt'"))
  }

  @Test(arguments: Shell.here)
  func `an id is completed from its beginning, or listed with its headline`(shell: Shell) throws {
    let first = try #require(try BuiltProgram.run(["list"], home: home).lines.first)
    let id = String(first.prefix { $0 != " " })
    #expect(try line(shell, typing: "courant show \(id.dropLast())", until: "show \(id)").contains("show \(id)"))
  }

  @Test(arguments: Shell.here)
  func `a name that a shell would run is put there as a name`(shell: Shell) throws {
    let list = try home.write("urls", "https://port.example/rss \"~$(touch ran) Port\"\n")
    _ = try BuiltProgram.run(["import", list], home: home)
    _ = try line(shell, typing: "courant unfollow ", until: "touch")
    #expect(!FileManager.default.fileExists(atPath: home.path + "/ran"))
  }
}

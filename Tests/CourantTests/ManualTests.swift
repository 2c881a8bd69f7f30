import ArgumentParser
import Foundation
import Reader
import Testing
import TmuxSupport

@testable import courant

@Suite struct `The manual` {
  @Test func `has every command that people are to know, with every option`() {
    let page = ManualPage.commands.text(columns: 80)
    for command in CommandSyntax.all where command.isShown {
      #expect(page.contains("courant \(command.name)"), "\(command.name)")
      for option in command.options { #expect(page.contains(option.names[0]), "\(command.name) \(option.names)") }
    }
    #expect(!page.contains("complete-word") && !page.contains("manual-page"))
  }

  @Test func `has every command of the reader with its keys, and every preset`() {
    let page = ManualPage.keys.text(columns: 80)
    for name in Keymap.commandNames { #expect(page.contains(name), "\(name)") }
    for preset in ["newsboat", "vim", "less"] { #expect(page.contains("preset = \"\(preset)\"")) }
  }

  @Test func `has every setting, role and field of a query`() {
    let settings = ManualPage.config.text(columns: 80)
    for setting in Setting.all { #expect(settings.contains("    \(setting.name)\n")) }
    for role in ThemeSetting.roles { #expect(settings.contains("[theme.\(role.name)]")) }
    for attribute in AccountSetting.all { #expect(settings.contains("    account.\(attribute.name)\n")) }
    for attribute in NetworkSetting.feed { #expect(settings.contains("    \(attribute.name)\n")) }
    #expect(ManualPage.query.text(columns: 80).contains("    source:\n"))
  }

  @Test(arguments: ManualPage.all.map(\.file))
  func `is read without a warning by mandoc and groff`(file: String) throws {
    let page = try BuiltProgram.run(["manual-page", file])
    #expect(page.code == 0)
    let folder = try TemporaryFolder()
    let path = try folder.write(file, page.output)
    for (program, arguments) in [("mandoc", "-T lint"), ("groff", "-man -ww -Tutf8 -z")] {
      guard Run.exists(program) else { continue }
      let outcome = try BuiltProgram.shell("\(program) \(arguments) '\(path)' 2>&1")
      #expect(outcome.output.isEmpty && outcome.code == 0, "\(program): \(outcome.output)")
    }
    if Run.exists("mandoc") {
      // A letter struck over is a bold one.
      let shown = try BuiltProgram.shell("mandoc -T utf8 '\(path)'").output.replacing(/.\u{8}/, with: "")
      // What roff would take for its own stands there as it is.
      if file == "courant-keys.7" { #expect(shown.contains("\\ (index)") && shown.contains("^d")) }
      if file == "courant-query.7" { #expect(shown.contains("tag:\"deep sea\"") && shown.contains("\\")) }
    }
  }

  @Test func `no line of a page begins like a request but those that are`() {
    let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi"]
    for page in ManualPage.all {
      for line in page.roff.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(known.contains { line.hasPrefix($0) }, "\(line)")
      }
    }
  }

  @Test func `a page of courant help is no wider than it may be`() {
    for page in ManualPage.all {
      // What is typed as it stands stays in its line.
      for line in page.text(columns: 60).split(separator: "\n") where line.count > 60 {
        #expect(!line.dropFirst(8).contains(" ") || line.hasPrefix("        "), "\(line)")
      }
    }
  }

  @Test func `says of exit codes what the document says`() throws {
    let document = try String(
      contentsOf: BuiltProgram.checkout.appendingPathComponent("docs/command-line.md"), encoding: .utf8)
    for (code, meaning) in ExitCode.meanings where code < 128 {
      #expect(document.replacingOccurrences(of: "`", with: "").contains("| \(code) | \(meaning) |"), "\(code)")
    }
  }
}

@Suite struct `courant help` {
  @Test(arguments: ["list", "show", "follow"])
  func `of a command is what its own help says`(command: String) throws {
    #expect(try BuiltProgram.run(["help", command]).output == BuiltProgram.run([command, "--help"]).output)
  }

  @Test(arguments: ["keys", "query", "config", "courant", "courant-keys"])
  func `of a topic is the page of the manual`(topic: String) throws {
    let outcome = try BuiltProgram.run(["help", topic])
    #expect(outcome.code == 0)
    #expect(outcome.lines.first?.hasPrefix("courant") == true && outcome.output.contains("\nDESCRIPTION\n"))
  }

  @Test func `alone names the commands and says which topics there are`() throws {
    let outcome = try BuiltProgram.run(["help"])
    #expect(outcome.code == 0 && outcome.output.contains("  list "))
    #expect(try outcome.output == BuiltProgram.run(["--help"]).output)
    #expect(try BuiltProgram.run(["help", "help"]).output.contains("keys, query and config"))
  }

  @Test func `of what there is none says so`() throws {
    let outcome = try BuiltProgram.run(["help", "nosuchthing"])
    #expect(outcome.code == 64 && outcome.talk.contains("“nosuchthing”"))
  }
}

@Suite struct `The version` {
  @Test func `is a number, with the commit where the build said it`() throws {
    let outcome = try BuiltProgram.run(["--version"])
    #expect(outcome.code == 0)
    #expect(outcome.output.wholeMatch(of: /courant \d+\.\d+\.\d+( \([0-9a-f]{7,40}\+?\))?\n/) != nil)
    #expect(try BuiltProgram.run(["list", "--version"]).output == outcome.output)
  }
}

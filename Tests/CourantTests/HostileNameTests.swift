import Foundation
import Testing
import TmuxSupport

/// Nothing that a file is called may command the terminal that an error is printed on.
@Suite("Hostile names")
struct HostileNameTests {
  static let names = [
    "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}2J", "a\nb", "a\rb", "gpj\u{202E}.exe", "a\u{200B}b", "a\u{E0041}b",
    "\u{7}", "b\u{8}\u{8}c", "\u{1B}]52;c;aGk=\u{1B}\\",
  ]

  @Test(arguments: names)
  func `a name that is not there is told displayably`(name: String) throws {
    try expectClean(try BuiltProgram.run(["show", name]), code: 66)
  }

  @Test(arguments: names)
  func `a name of a bad file in a folder is told displayably`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name + ".txt", "")
    try expectClean(try BuiltProgram.run(["list", "--in", folder.path]), code: 65)
  }

  @Test(arguments: names)
  func `an unknown option is told displayably`(name: String) throws {
    try expectClean(try BuiltProgram.run(["--" + name]), code: 64)
  }

  @Test(arguments: names)
  func `what was looked for in vain is told displayably`(name: String) throws {
    let outcome = try BuiltProgram.run(["sources", name, "--in", BuiltProgram.seeds])
    try expectClean(outcome, code: 0)
  }

  @Test func `a name that is no text is found, and told displayably`() throws {
    let line = #"cd "$folder" && mkdir d && name="$(printf 'd/\377\376.txt')" && echo 'A port grows' >"$name" && "#
    let found = try BuiltProgram.shell(line + #"exec "$courant" list --in "$name""#)
    #expect(found.code == 0)
    #expect(found.lines.count == 1)
    try expectClean(try BuiltProgram.shell(#"exec "$courant" show "$(printf '\377\376')""#), code: 66)
  }

  private func expectClean(_ outcome: BuiltProgram.Outcome, code: Int32) throws {
    #expect(outcome.code == code)
    #expect(!outcome.talk.isEmpty)
    for scalar in (outcome.output + outcome.talk).unicodeScalars {
      let isClean = scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
      #expect(isClean && scalar.properties.generalCategory != .format, "U+\(String(scalar.value, radix: 16))")
    }
  }
}

import Foundation
import Testing
import TmuxSupport

/// What scripts rely on: the code of `sysexits.h`, one sentence that names the thing, and data on standard output only.
@Suite("Exit codes and sentences")
struct ExitCodeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [
    ["--nope"], ["show"], ["search"], ["show", "--json", "--text", "x"], ["show", "--width", "x", "y"],
    ["show", "--width", "0", "x"], ["list", "--in"], ["sources", "a.example", "b.example"],
  ])
  func `a request that cannot be understood ends with 64`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.talk.contains("Usage:"))
  }

  @Test(arguments: [
    ["no/such.txt"], ["list", "--in", "no/such.txt"], ["show", "no/such.txt"], ["show", "--", "--x"],
  ])
  func `what is not there ends with 66 and is named`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 66)
    #expect(outcome.talk.contains(try #require(arguments.last)))
    #expect(outcome.talk.hasPrefix("courant: "))
    #expect(outcome.talk.split(separator: "\n").count == 1)
  }

  @Test func `a name that can be only a story's is told as such`() throws {
    let alone = try BuiltProgram.run(["show", "k3f9"])
    #expect(alone.code == 66 && alone.talk.contains("“k3f9”") && alone.talk.contains("--in PATH"))
    let among = try BuiltProgram.run(["show", "zzzzzzzz", "--in", BuiltProgram.seeds])
    #expect(among.code == 66 && among.talk.contains("neither a story nor a file “zzzzzzzz”"))
  }

  @Test(arguments: ["show 0", "mark read 0", "tag add x 0", "remove 0", "restore 0"])
  func `where several ids begin as one was typed, they are named`(command: String) throws {
    let home = try TemporaryFolder()
    for number in 0..<60 { try folder.write("\(number).txt", "# Story \(number)\n\nIt says \(number). (a.example)\n") }
    _ = try BuiltProgram.run(["add", folder.path], home: home)
    let ids = try BuiltProgram.run(["list"], home: home).lines.compactMap(\.first)
    let letter = try #require(Dictionary(grouping: ids, by: \.self).first { $0.value.count > 1 }?.key)
    let words = command.split(separator: " ").dropLast().map(String.init) + [String(letter)]
    let outcome = try BuiltProgram.run(words, home: home)
    #expect(outcome.code == 66)
    #expect(outcome.talk.contains("several ids begin with “\(letter)”: \(letter)"), "\(outcome.talk)")
  }

  @Test func `a terminal cannot be given back where there is none, and that is said`() throws {
    let outcome = try BuiltProgram.shell("exec setsid \"$courant\" --reset-terminal")
    #expect(outcome.code == 69 && outcome.talk.contains("no terminal here to give back"))
  }

  @Test func `a help says what the options of all commands are, each once`() throws {
    let show = try BuiltProgram.run(["show", "--help"]).output
    #expect(show.components(separatedBy: "\n  --version").count == 2)
    #expect(show.contains("An earlier version of the story"))
    #expect(try BuiltProgram.run(["--help"]).output.contains("--in PATH"))
    #expect(try BuiltProgram.run(["--version"]).output.hasPrefix("courant "))
  }

  @Test(arguments: [[], ["list"], ["search", "port"], ["sources"], ["questions"]])
  func `with nothing to read the way to read something is told`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 66)
    #expect(outcome.talk.contains("--in PATH"))
  }

  @Test(arguments: [("", "empty"), (" \n\n", "blank"), ("\0\0\0\0\u{1}\u{2}\u{3}", "not text")])
  func `a file that holds no story ends with 65`(content: String, word: String) throws {
    let outcome = try BuiltProgram.run(["show", try folder.write("x.txt", content)])
    #expect(outcome.code == 65)
    #expect(outcome.talk.contains("x.txt") && outcome.talk.contains(word))
  }

  @Test func `a name that the system cannot follow is told with what to do, and that is not about permissions`() throws
  {
    symlink("loop.txt", folder.path + "/loop.txt")
    for name in [String(repeating: "a", count: 300), folder.path + "/loop.txt"] {
      let outcome = try BuiltProgram.run(["show", name])
      #expect(outcome.code == 66)
      #expect(outcome.talk.contains("; ") && !outcome.talk.contains("permissions"))
    }
    let closed = try BuiltProgram.shell("\"$courant\" - <&-")
    #expect(closed.code == 66 && closed.talk.contains("or name a file"))
  }

  @Test(arguments: [["show"], ["list", "--in"]])
  func `text with bytes that are none is read, and the file is named`(command: [String]) throws {
    let path = try folder.write("latin.txt", Array("Ein Häfner w".utf8) + [0xE4] + Array("chst\n\nEs ist so.".utf8))
    let outcome = try BuiltProgram.run(command + [path])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Ein Häfner w\u{FFFD}chst"))
    #expect(outcome.talk.contains("latin.txt") && outcome.talk.contains("iconv"))
  }

  @Test func `an empty standard input ends with 65`() throws {
    let outcome = try BuiltProgram.run(["show", "-"])
    #expect(outcome.code == 65)
    #expect(outcome.talk.contains("standard input is empty"))
  }

  @Test func `a pipe with no writer ends at once with 66`() throws {
    mkfifo(folder.path + "/pipe", 0o600)
    let outcome = try BuiltProgram.run(["show", folder.path + "/pipe"])
    #expect(outcome.code == 66)
    #expect(outcome.talk.contains("a pipe"))
  }

  @Test func `a full disk ends with 74`() throws {
    let outcome = try BuiltProgram.shell("\"$courant\" list --in \"$seeds\" >/dev/full")
    #expect(outcome.code == 74)
    #expect(outcome.talk.contains("standard output cannot be written"))
  }

  @Test func `help on a full disk ends with 74 too`() throws {
    #expect(try BuiltProgram.shell("\"$courant\" --help >/dev/full").code == 74)
  }

  @Test func `a closed standard output ends with 74`() throws {
    #expect(try BuiltProgram.shell("\"$courant\" list --in \"$seeds\" >&-").code == 74)
  }

  @Test func `a reader that has read enough is no error`() throws {
    let outcome = try BuiltProgram.shell(
      #"set --; while [ $# -lt 20 ]; do set -- "$@" "$seeds"; done; { "$courant" show "$@"; echo $? >&2; } | head -1"#)
    #expect(outcome.talk == "0\n")
    #expect(outcome.lines.count == 1)
  }

  @Test func `the good ones among the bad are read, and the code tells of the bad`() throws {
    for name in ["a.txt", "z.txt"] { try folder.write(name, "A headline of \(name)\n\nA lede that says it.") }
    try folder.write("empty.txt", "")
    let locked = try folder.write("locked.txt", "A locked story")
    chmod(locked, 0)
    mkfifo(folder.path + "/pipe.txt", 0o600)
    let outcome = try BuiltProgram.run(["list", "--in", folder.path])
    #expect(outcome.lines.count == (getuid() == 0 ? 3 : 2))
    #expect(outcome.code == 65)
    #expect(outcome.talk.contains("empty.txt") && outcome.talk.contains("pipe.txt"))
  }

  @Test(arguments: ["--help", "--version"])
  func `what was asked for goes to standard output`(option: String) throws {
    let outcome = try BuiltProgram.run([option])
    #expect(outcome.code == 0)
    #expect(outcome.talk.isEmpty)
    #expect(outcome.output.contains("courant"))
  }
}

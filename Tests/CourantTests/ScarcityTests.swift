import Foundation
import Testing
import TmuxSupport

/// What the commands do where the system gives less than they may count on.
@Suite(.timeLimit(.minutes(20)))
struct `Commands where the system gives little` {
  private let home: TemporaryFolder
  private let folder: TemporaryFolder
  private let id: String

  init() throws {
    home = try TemporaryFolder()
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
    _ = try BuiltProgram.run(["add", folder.path], home: home)
    id = try String(#require(BuiltProgram.run(["list"], home: home).output.split(separator: " ").first))
  }

  /// Each that works on stories, by words that do the same however often they are given.
  private var commands: [String] {
    [
      "", "list", "list --in \"$seeds\"", "add \"$seeds\"", "show \(id)", "show \"$seeds\"", "search the", "sources",
      "questions", "mark star \(id)", "tag add x \(id)", "export \"$folder/stories\"", "undo", "doctor",
    ]
  }

  @Test(arguments: 3...20)
  func `with few descriptors each says so and does nothing`(descriptors: Int) throws {
    for command in commands + ["--version", "config", "keys"] {
      let outcome = try BuiltProgram.shell("ulimit -n \(descriptors); exec \"$courant\" \(command)", home: home)
      // With the fewest, not even the program can be loaded, as the system says.
      if outcome.code == 127, outcome.talk.contains("shared librar") { continue }
      #expect(outcome.code == 75 || outcome.output.hasPrefix("courant "), "\(command): \(outcome)")
      if outcome.code != 0 {
        #expect(outcome.talk.hasPrefix("courant: ") && outcome.talk.contains("ulimit -n"), "\(command): \(outcome)")
        #expect(outcome.output.isEmpty)
      }
    }
    #expect(try BuiltProgram.run(["list", "is:starred"], home: home).lines.isEmpty)
  }

  @Test func `with as many descriptors as a small system gives each does its work`() throws {
    for command in commands {
      let outcome = try BuiltProgram.shell("ulimit -n 64; exec \"$courant\" \(command)", home: home)
      #expect(outcome.code == 0, "\(command): \(outcome)")
    }
  }

  @Test(.enabled(if: Starving.library != nil, "\(Starving.whyNot)"), arguments: 0...4)
  func `with few threads each does the same as with many`(threads: Int) throws {
    let library = try #require(Starving.library)
    for command in commands {
      let line = "exec timeout -s KILL 15 env LD_PRELOAD='\(library)' STARVE_THREADS=\(threads) \"$courant\" \(command)"
      let outcome = try BuiltProgram.shell(line, home: home)
      #expect(outcome.code == 0, "\(command): \(outcome)")
      guard command.hasPrefix("list") || command.hasPrefix("show") else { continue }
      #expect(try outcome.output == BuiltProgram.shell("exec \"$courant\" \(command)", home: home).output)
    }
    // What was said to be done is done: all was added, and the last change taken back.
    #expect(try BuiltProgram.run(["search", "foghorn"], home: home).lines.count > 1)
    #expect(try BuiltProgram.run(["list", "is:starred"], home: home).lines.count == 1)
    #expect(try BuiltProgram.run(["list", "tag:x"], home: home).lines.isEmpty)
  }

  @Test(.enabled(if: Starving.library != nil, "\(Starving.whyNot)"))
  func `without proc each is the command that was named`() throws {
    let library = try #require(Starving.library)
    func starved(_ command: String) throws -> BuiltProgram.Outcome {
      try BuiltProgram.shell("LD_PRELOAD='\(library)' STARVE_PROC=1 exec \"$courant\" \(command)", home: home)
    }
    #expect(try starved("nosuchcommand").code == 66)
    #expect(try starved("--nosuchoption").code == 64)
    #expect(try starved("--version").output.hasPrefix("courant "))
    #expect(try starved("mark star \(id)").talk.contains("is starred"))
    #expect(try BuiltProgram.run(["list", "is:starred"], home: home).lines.count == 1)
    // A name of bytes that are no text, alone, behind a command and within an option.
    for command in ["", "show", "list --in", "list"] {
      let name = command == "list" ? "--in=\"$f\"" : "\"$f\""
      let outcome = try BuiltProgram.shell(
        "f=\"$folder/$(printf 'a\\351.txt')\"; echo 'A port grows' >\"$f\"; "
          + "LD_PRELOAD='\(library)' STARVE_PROC=1 exec \"$courant\" \(command) \(name)")
      #expect(outcome.code == 0 && outcome.output.contains("A port grows"), "\(command): \(outcome)")
    }
  }

  @Test(arguments: [0, 1, 8])
  func `where a file may not grow each says so and is not killed`(blocks: Int) throws {
    for command in commands where !command.isEmpty && !command.hasPrefix("export") && command != "doctor" {
      let limited = "(ulimit -f \(blocks); exec \"$courant\" \(command) 2>&1 >\"$folder/printed\")"
      let line = "\(limited) | cat >&2; exit ${PIPESTATUS[0]}"
      let outcome = try BuiltProgram.shell("exec bash -c '\(line)'", home: home)
      #expect([0, 74].contains(outcome.code), "\(command): \(outcome)")
      if outcome.code != 0 {
        let isTold = outcome.talk.contains("File too large") || outcome.talk.contains("ulimit -f")
        #expect(isTold, "\(command): \(outcome)")
      }
      if blocks == 0, !command.hasPrefix("undo") { #expect(outcome.code == 74, "\(command)") }
    }
  }
}

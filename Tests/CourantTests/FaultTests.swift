import Foundation
import Testing
import TmuxSupport

/// Kills, a full disk and a broken one at the writes of a command: the short form of `make torture`.
@Suite(.enabled(if: FaultTests.hasTools, "strace or sqlite3 is not installed"), .timeLimit(.minutes(10)))
struct `A command that is disturbed` {
  @Test func `loses nothing that was acknowledged, and comes to the same when run again`() throws {
    let script = URL(fileURLWithPath: BuiltProgram.seeds).deletingLastPathComponent()
      .appendingPathComponent("scripts/torture").path
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = [
      "500", "/bin/sh", "-c", "exec \"$0\" \"$1\" 29 >\"$2/said\" 2>&1", script, BuiltProgram.courant, folder.path,
    ]
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOfFile: folder.path + "/said", encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains(" faults, 0 failures"))
  }
}

/// Without strace faults cannot be put at one write; files that may not grow are always to be had.
@Suite struct `A disk without room` {
  private let home: TemporaryFolder
  private let folder: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test(arguments: [1, 20, 60, 120, 200])
  func `takes what fits, says so, and takes the rest when there is room again`(blocks: Int) throws {
    #expect(try BuiltProgram.run(["add", folder.path], home: home).code == 0)
    let full = try BuiltProgram.shell(
      "trap '' XFSZ; ulimit -f \(blocks); exec \"$courant\" add \"$seeds\"", home: home)
    if full.code != 0 {
      #expect([73, 74].contains(full.code))
      #expect(full.talk.split(separator: "\n").last?.hasPrefix("courant: ") ?? false)
    }
    let rows = try BuiltProgram.run(["list"], home: home)
    #expect(rows.code == 0 && rows.lines.count >= 2)
    #expect(try BuiltProgram.run(["add", BuiltProgram.seeds], home: home).code == 0)
    #expect(try BuiltProgram.run(["search", "the"], home: home).code == 0)
    let doctor = try BuiltProgram.run(["doctor"], home: home).lines
    #expect(doctor.contains("ok     every page of catalog.db is sound"))
    #expect(doctor.contains("ok     every page of lookup.db is sound"))
  }
}

enum FaultTests {
  static let hasTools = (try? BuiltProgram.shell("strace -V && sqlite3 -version").code) == 0
}

import Foundation
import Testing
import TmuxSupport

/// Kills, full and broken disks, power failures and garbled pages: the short form of `make torture`.
@Suite(.enabled(if: FaultTests.hasTools, "python3 or a C compiler is not installed"), .timeLimit(.minutes(20)))
struct `A catalog that is tortured` {
  @Test(arguments: ["calls", "writes", "kills", "power", "pages", "crowd", "adds"])
  func `loses nothing that was acknowledged`(part: String) throws {
    let script = BuiltProgram.checkout.appendingPathComponent("scripts/torture").path
    let programs = URL(fileURLWithPath: BuiltProgram.courant).deletingLastPathComponent().path
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = [
      "200", "/bin/sh", "-c", "exec \"$0\" \"$1\" \"$2\" --short >\"$3/said\" 2>&1", script, programs, part,
      folder.path,
    ]
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOfFile: folder.path + "/said", encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains("\(part): ") && said.contains("; 0 failures"))
  }
}

/// Where the tools for faults at one write are missing, files that may not grow are still to be had.
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
      "ulimit -f \(blocks); exec \"$courant\" add \"$seeds\"", home: home)
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
  /// As the test's own environment finds them.
  static let hasTools: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "python3 -c 'import sqlite3' && { command -v cc || command -v gcc || command -v clang; } >/dev/null",
    ]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}

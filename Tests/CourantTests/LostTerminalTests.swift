import Foundation
import GRDB
import Testing
import TmuxSupport

/// What was marked a moment before the terminal went, while another program had the catalog locked.
@Suite("Marks outlive the terminal", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct LostTerminalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test func `a mark is kept though the terminal goes before it is written, and though that is told again and again`()
    throws
  {
    var screen: TmuxScreen? = try reader()
    let process = try #require(screen?.processID)
    let other = try lock()
    try mark(screen)
    screen = nil
    for _ in 0..<4 {
      usleep(400_000)
      // As a shell does that ends.
      kill(process, SIGHUP)
    }
    try expectKept(afterUnlocking: other)
  }

  @Test func `a request to end that comes twice costs no mark`() throws {
    let screen = try reader()
    let other = try lock()
    try mark(screen)
    for _ in 0..<3 { kill(screen.processID, SIGTERM) }
    try screen.wait { !$0.isAlternate }
    usleep(700_000)
    try expectKept(afterUnlocking: other)
  }

  private func reader() throws -> TmuxScreen {
    let screen = try TmuxScreen(
      columns: 80, rows: 24, ["/bin/sh", "-c", "cd \"$folder\"; \"$courant\" add *.txt; exec \"$courant\""],
      environment: ["courant": BuiltProgram.courant, "folder": folder.path, "HOME": folder.path, "XDG_DATA_HOME": ""])
    try screen.wait { $0.cursorLine.contains("A port loses") }
    return screen
  }

  /// Whoever moves on after the mark has had it taken in.
  private func mark(_ screen: TmuxScreen?) throws {
    screen?.press("s", "j")
    try screen?.wait { $0.cursorLine.contains("The ferry") }
  }

  /// Another program that is at it.
  private func lock() throws -> DatabaseQueue {
    var settings = Configuration()
    settings.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(
      path: folder.path + "/.local/share/courant/catalog.db", configuration: settings)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    return other
  }

  private func expectKept(afterUnlocking other: DatabaseQueue) throws {
    try #expect(starred().isEmpty)
    try other.inDatabase { try $0.execute(sql: "COMMIT") }
    let end = ContinuousClock.now + .seconds(8)
    var lines: [String] = []
    while lines.isEmpty, ContinuousClock.now < end { lines = try starred() }
    #expect(lines.count == 1 && lines.first?.contains("A port loses") == true)
  }

  private func starred() throws -> [String] {
    try BuiltProgram.run(["list", "is:starred"], home: folder).lines
  }
}

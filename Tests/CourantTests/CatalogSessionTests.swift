import Briefing
import Catalog
import Foundation
import Testing
import TmuxSupport

/// The reader on the user's catalog, and whoever else is at it.
@Suite("A sitting with the catalog on disk", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct CatalogSessionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test func `a mark that the screen shows survives a kill, and undo takes it back in the next sitting`() throws {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("s")
    try screen.wait { $0.cursorLine.contains("*•") }
    kill(screen.processID, SIGKILL)
    let next = try shell("exec \"$courant\"")
    try next.wait { $0.cursorLine.contains("*•") }
    next.press("U")
    try next.wait { $0.text.contains("1 story without a star again") && !$0.cursorLine.contains("*") }
  }

  @Test func `a mark of another program is shown, and a story that it adds does not move the line one is on`() throws {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("j")
    let before = try screen.wait { $0.cursorLine.contains("The ferry") }
    let other = try Catalog.open(at: folder.path + "/data/courant/catalog.db")
    let ids = try other.rows(Listing(), .first(2)).map(\.id)
    _ = try other.make(.mark(ids, .starred(true)), at: Moment(seconds: 0))
    try screen.wait { $0.cursorLine.contains("*•") }
    try folder.write("more/2026-05-01.txt", "A new one\n\nIt came last. (wire.example.org)")
    _ = try shell("exec \"$courant\" add more").wait { $0.text.contains("is new (") }
    let after = try screen.wait { $0.text.contains("1 new story; g shows it") }
    #expect(after.cursorRow == before.cursorRow && after.cursorLine.contains("The ferry"))
    screen.press("g")
    try screen.wait { $0.cursorLine.contains("A new one") }
  }

  @Test func `while nothing happens, no thread of it runs`() throws {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("s", "Enter")
    try screen.wait { $0.text.contains("Why sell them now?") }
    // What follows a key is over when nothing ran for a while.
    let end = ContinuousClock.now + .seconds(20)
    var turns = -1
    while ContinuousClock.now < end, case let now = self.turns(of: screen.processID), now != turns {
      turns = now
      usleep(1_500_000)
    }
    #expect(turns == self.turns(of: screen.processID))
  }

  @Test(arguments: [("Q", nil), ("", SIGHUP), ("", SIGTERM)])
  func `however it is left, the place in the story is kept`(key: String, signal: Int32?) throws {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("Enter", "]", "]")
    try screen.wait { $0.cursorLine.contains("Who bought them?") }
    if let signal { kill(screen.processID, signal) } else { screen.press(key) }
    try screen.wait { $0.isDead }
    let next = try shell("exec \"$courant\"")
    try next.wait { $0.cursorLine.contains("A port loses") }
    next.press("Enter")
    try next.wait { $0.cursorLine.contains("Who bought them?") }
  }

  @Test func `files that are only read say so at the first mark`() throws {
    let screen = try shell("exec \"$courant\" .")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("s")
    try screen.wait { $0.text.contains("these stories are only being read; courant add keeps them") }
  }

  /// A shell in the folder, with a catalog of its own.
  private func shell(_ line: String) throws -> TmuxScreen {
    try TmuxScreen(
      columns: 80, rows: 24, ["/bin/sh", "-c", "cd \"$folder\"; \(line)"],
      environment: ["courant": BuiltProgram.courant, "folder": folder.path, "XDG_DATA_HOME": folder.path + "/data"])
  }

  /// How often the threads of a process were given a processor.
  private func turns(of process: Int32) -> Int {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let lines = threads.flatMap { thread in
      ((try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)) ?? "").split(separator: "\n")
    }
    return lines.filter { $0.contains("ctxt_switches") }.compactMap { line in
      line.split(separator: "\t").last.flatMap { Int($0) }
    }.reduce(0, +)
  }
}

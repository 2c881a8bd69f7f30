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
    try next.wait {
      $0.text.contains("“A port loses three cranes” without a star again") && !$0.cursorLine.contains("*")
    }
  }

  @Test func `a mark of another program is shown, and a story that it adds does not move the line one is on`() throws {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("j")
    let before = try screen.wait { $0.cursorLine.contains("The ferry") }
    let other = try Catalog.open(at: folder.path + "/data/courant/catalog.db")
    let ids = try other.rows(Listing(), .first(2)).map(\.id)
    _ = try other.apply(.mark(ids, .starred(true)), at: Moment(seconds: 0))
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
    // Threads that meet at the catalog are none that wake for ever afterwards.
    for number in 1...2 {
      try folder.write("more/2026-05-0\(number).txt", "New one \(number)\n\nIt came last. (wire.example.org)")
      #expect(try add().code == 0)
    }
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

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/locks"), "there is no /proc/locks"))
  func `the reader keeps its locks whatever is pressed, so that no add takes itself for the last user`() throws {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    for keys in [
      ["/", "port", "Enter"], ["q"], ["s"], ["\\", "port", "Enter"], ["\\", "C-u", "Enter"], ["3"], ["1"],
    ] {
      screen.press(keys[0])
      for key in keys.dropFirst() { screen.press(key) }
      try folder.write("more/2026-05-01.txt", "New after \(keys)\n\nIt came last. (wire.example.org)")
      #expect(try add().code == 0)
      try screen.wait { _ in locked(by: screen.processID).isSuperset(of: inodes(["catalog.db", "lookup.db"])) }
    }
    #expect(FileManager.default.fileExists(atPath: folder.path + "/data/courant/lookup.db-wal"))
    screen.press("/")
    screen.type("after")
    screen.press("Enter")
    try screen.wait { $0.text.contains("New after") && !$0.text.contains("making searchable") }
  }

  @Test
  func
    `another catalog that is put in the place of the one that is open is told, shown, and what is marked is kept in it`()
    throws
  {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("s")
    try screen.wait { $0.cursorLine.contains("*•") }
    try folder.write("more/2026-05-01.txt", "A new one\n\nIt came last. (wire.example.org)")
    let made = try BuiltProgram.shell(
      """
      XDG_DATA_HOME='\(folder.path)/other' "$courant" add '\(folder.path)/more' '\(folder.path)'/*.txt
      mv '\(folder.path)/other/courant/catalog.db' '\(folder.path)/data/courant/catalog.db'
      """)
    #expect(made.code == 0)
    try screen.wait { $0.text.contains("another program put another catalog in the place") }
    screen.press("g")
    try screen.wait { $0.cursorLine.contains("A new one") }
    screen.press("s")
    try screen.wait { $0.cursorLine.contains("A new one") && $0.cursorLine.contains("*•") }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data/courant")
    let kept = try #require(names.first { $0.hasPrefix("catalog.db.replaced-") })
    #expect(try starred("catalog.db") == ["A new one"])
    #expect(try starred(kept).count == 1)
  }

  @Test
  func `a catalog that is deleted under the reader can still be read, and the next mark says that it is not kept`()
    throws
  {
    let screen = try shell("\"$courant\" add *.txt; exec \"$courant\"")
    try screen.wait { $0.cursorLine.contains("A port loses") }
    try FileManager.default.removeItem(atPath: folder.path + "/data/courant/catalog.db")
    try screen.wait { $0.text.contains("the catalog was taken away") }
    screen.press("s")
    try screen.wait { $0.text.contains("put another catalog in the place of") && !$0.cursorLine.contains("*•") }
    screen.press("Enter")
    try screen.wait { $0.text.contains("Why sell them now?") }
  }

  private func starred(_ name: String) throws -> [String] {
    try Catalog.open(at: folder.path + "/data/courant/\(name)").rows(Listing(query: "is:starred"), .first(9)).map(
      \.headline)
  }

  private func add() throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("XDG_DATA_HOME='\(folder.path)/data' exec \"$courant\" add '\(folder.path)/more'")
  }

  /// The inodes of files that a process has locked.
  private func locked(by process: Int32) -> Set<String> {
    let lines = ((try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? "").split(separator: "\n")
    return Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard words.count > 5, words[4] == "\(process)" else { return nil }
        return words[5].split(separator: ":").last.map(String.init)
      })
  }

  private func inodes(_ names: [String]) -> Set<String> {
    Set(
      names.compactMap { name in
        var status = stat()
        return stat("\(folder.path)/data/courant/\(name)", &status) == 0 ? "\(status.st_ino)" : nil
      })
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

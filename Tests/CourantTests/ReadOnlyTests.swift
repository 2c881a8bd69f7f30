import Foundation
import Testing
import TmuxSupport

/// A catalog that may be looked at and not touched. Permissions do not bind root: then another user looks.
@Suite(.enabled(if: getuid() != 0 || ReadOnlyTests.canBeNobody, "root needs setpriv(1) to be bound by permissions"))
struct `A catalog that cannot be written` {
  private let home: TemporaryFolder
  private var place: String { home.path + "/.local/share/courant" }

  init() throws {
    home = try TemporaryFolder()
    #expect(try BuiltProgram.run(["add", BuiltProgram.seeds], home: home).code == 0)
  }

  @Test(arguments: [true, false])
  func `is read and searched, and says so when something is to be changed`(isFolderClosed: Bool) throws {
    let rows = try BuiltProgram.run(["list"], home: home).lines
    let found = try BuiltProgram.run(["search", "the"], home: home).output
    let other = try TemporaryFolder()
    try Stories.write(to: other)
    chmod(other.path, 0o755)
    try close(folder: isFolderClosed)
    defer { chmod(place, 0o700) }
    #expect(try courant("list").lines == rows)
    #expect(try courant("search", "the").output == found)
    let id = String(try #require(rows.first).prefix { $0 != " " })
    #expect(try courant("show", id).code == 0)
    for change in [["mark", "star", id], ["tag", "add", "sea", id], ["add", other.path]] {
      let outcome = try courant(change)
      #expect(outcome.code == 73 && outcome.talk.contains("read-only"), "\(change): \(outcome.code) \(outcome.talk)")
    }
    #expect(try courant("list").lines == rows)
  }

  @Test func `is read without its lookup, and tells what cannot be found`() throws {
    let rows = try BuiltProgram.run(["list"], home: home).lines
    for name in ["lookup.db", "lookup.db-wal", "lookup.db-shm"] {
      try? FileManager.default.removeItem(atPath: place + "/" + name)
    }
    try close(folder: true)
    defer { chmod(place, 0o700) }
    #expect(try courant("list").lines == rows)
    let search = try courant("search", "the")
    #expect(search.output.isEmpty && search.talk.contains("\(rows.count) stories of the catalog are not among"))
  }

  private func close(folder: Bool) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: place) { chmod(place + "/" + name, 0o400) }
    if folder { chmod(place, 0o500) }
    if getuid() == 0 { _ = try BuiltProgram.shell("chown -R 65534:65534 '\(home.path)'; chmod 755 '\(home.path)'") }
  }

  private func courant(_ words: String...) throws -> BuiltProgram.Outcome { try courant(words) }

  private func courant(_ words: [String]) throws -> BuiltProgram.Outcome {
    let nobody = getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
    return try BuiltProgram.shell(
      "exec \(nobody)\"$courant\" " + words.map { "'\($0)'" }.joined(separator: " "), home: home)
  }
}

/// What the superuser leaves in a user's folder when the program is run once as root.
@Suite(.enabled(if: getuid() == 0 && ReadOnlyTests.canBeNobody, "needs root and setpriv(1)"))
struct `A catalog that the superuser was at` {
  private let home: TemporaryFolder
  private var place: String { home.path + "/.local/share/courant" }
  private static let nobody: uid_t = 65534

  init() throws {
    home = try TemporaryFolder()
    #expect(try BuiltProgram.run(["add", BuiltProgram.seeds], home: home).code == 0)
    _ = try BuiltProgram.shell("chown -R 65534:65534 '\(home.path)'; chmod 755 '\(home.path)'")
  }

  @Test func `is searched by its user, though the lookup is the superuser's`() throws {
    _ = try BuiltProgram.shell(
      "rm -f '\(place)'/lookup.db*; printf x > '\(place)/lookup.db'; chmod 600 '\(place)/lookup.db'")
    let search = try asNobody("search the")
    #expect(search.code == 0 && search.output.contains("the"), "\(search.talk)")
    #expect(owner("lookup.db") == Self.nobody)
  }

  @Test func `has no file in it that is not the user's`() throws {
    _ = try BuiltProgram.shell("rm -f '\(place)'/lookup.db*")
    #expect(try BuiltProgram.run(["search", "the"], home: home).code == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: place) {
      #expect(owner(name) == Self.nobody, "\(name)")
    }
    #expect(try asNobody("search the").code == 0)
    #expect(try asNobody("add '\(BuiltProgram.seeds)'").code == 0)
  }

  private func owner(_ name: String) -> uid_t? {
    var status = stat()
    return lstat(place + "/" + name, &status) == 0 ? status.st_uid : nil
  }

  private func asNobody(_ words: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$courant\" \(words)", home: home)
  }
}

enum ReadOnlyTests {
  /// Whether another user may run the program where it was built.
  static let canBeNobody =
    (try? BuiltProgram.shell("setpriv --reuid 65534 --regid 65534 --clear-groups \"$courant\" --version").code) == 0
}

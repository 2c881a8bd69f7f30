import Briefing
import Catalog
import Foundation
import Testing
import TmuxSupport

@testable import courant

/// The whole catalog as one file, and back.
@Suite struct `A backup` {
  private let home: TemporaryFolder
  private let other: TemporaryFolder
  private var backup: String { home.path + "/courant.backup" }

  init() throws {
    home = try TemporaryFolder()
    other = try TemporaryFolder()
    #expect(try courant("add", BuiltProgram.seeds).code == 0)
  }

  private func courant(_ words: String..., in home: TemporaryFolder? = nil) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(words, home: home ?? self.home)
  }

  private func place(_ home: TemporaryFolder) -> String { home.path + "/.local/share/courant" }

  @Test func `brings everything back: versions, marks, notes, tags, places, queries and what can be undone`() throws {
    let path = place(home) + "/catalog.db"
    let catalog = try Catalog.open(at: path)
    let ids = try catalog.rows(Listing(), .first(3)).map(\.id)
    _ = try catalog.apply(.mark([ids[0]], .starred(true)), at: Moment(seconds: 1))
    _ = try catalog.apply(.mark([ids[1]], .tagged("sea", true)), at: Moment(seconds: 2))
    _ = try catalog.apply(.note(ids[2], section: 0, text: "Ask them"), at: Moment(seconds: 3))
    _ = try catalog.apply(.keep(SavedQuery(name: "rain", query: "rain")), at: Moment(seconds: 4))
    try catalog.remember(Bookmark(place: Place(.heading(section: 1)), open: [1]), of: ids[0])
    let said = try courant("backup", backup)
    #expect(
      said.code == 0 && said.talk.contains("19 stories in “") && said.talk.contains("courant.backup"), "\(said.talk)")
    var status = stat()
    #expect(stat(backup, &status) == 0 && status.st_mode & 0o777 == 0o600)

    let restored = try courant("restore", backup, in: other)
    #expect(restored.code == 0 && restored.talk.contains("19 stories restored"), "\(restored.talk)")
    #expect(try courant("list", in: other).lines == courant("list").lines)
    let again = try Catalog.open(at: place(other) + "/catalog.db")
    #expect(try again.detail(ids[2])?.notes.map(\.text) == ["Ask them"])
    #expect(try again.detail(ids[0])?.bookmark?.open == [1])
    #expect(try again.savedQueries().map(\.name) == ["rain"])
    #expect(try again.original(ids[0]) == catalog.original(ids[0]))
    #expect(try courant("undo", in: other).code == 0)
    #expect(try again.savedQueries().isEmpty)
    #expect(try !courant("search", "ferry", in: other).output.isEmpty)
    #expect(try courant("doctor", in: other).code == 0)
  }

  @Test func `is written while others read and mark, and is the catalog of one moment`() throws {
    let path = place(home) + "/catalog.db"
    let reader = try Catalog.open(at: path)
    let id = try reader.rows(Listing(), .first(1))[0].id
    _ = try reader.apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
    #expect(try courant("backup", backup).code == 0)
    #expect(try reader.apply(.mark([id], .starred(false)), at: Moment(seconds: 2)))
    #expect(try courant("restore", backup, in: other).code == 0)
    #expect(try courant("list", "is:starred", in: other).lines.count == 1)
  }

  @Test func `replaces no file and no catalog unless that is said, and keeps what was there`() throws {
    try home.write("courant.backup", "mine")
    let refused = try courant("backup", backup)
    #expect(refused.code == 73 && refused.talk.contains("--force"))
    #expect(try String(contentsOfFile: backup, encoding: .utf8) == "mine")
    #expect(try courant("backup", "--force", backup).code == 0)
    #expect(try courant("mark", "star", String(courant("list").lines[0].prefix { $0 != " " })).code == 0)
    let before = try courant("list").lines
    let kept = try courant("restore", backup)
    #expect(kept.code == 73 && kept.talk.contains("--force"))
    #expect(try courant("list").lines == before)
    let forced = try courant("restore", "--force", backup)
    #expect(forced.code == 0 && forced.talk.contains("catalog.db.before-restore"))
    #expect(try courant("list", "is:starred").lines.isEmpty)
    let former = try Catalog.open(at: place(home) + "/catalog.db.before-restore")
    #expect(try former.rows(Listing(query: "is:starred"), .first(9)).count == 1)
  }

  @Test func `is not put into the place of a catalog that a reader has open`() throws {
    #expect(try courant("backup", backup).code == 0)
    let reader = try Catalog.open(at: place(home) + "/catalog.db")
    let rows = try reader.rows(Listing(), .first(99))
    let refused = try courant("restore", "--force", backup)
    #expect(refused.code == 75, "\(refused.talk)")
    #expect(try reader.rows(Listing(), .first(99)) == rows)
    #expect(try courant("list").lines.count == 19)
    withExtendedLifetime(reader) {}
  }

  @Test func `that is damaged anywhere is refused, and changes nothing`() throws {
    #expect(try courant("backup", backup).code == 0)
    let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
    var places = Array(stride(from: 0, to: whole.count, by: whole.count / 23))
    places += [whole.count - 64, whole.count - 50, whole.count - 1, 20, 100]
    for place in places {
      var damaged = whole
      damaged[place] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: backup))
      let outcome = try courant("restore", backup, in: other)
      #expect(outcome.code == 65 && outcome.talk.contains("courant.backup"), "\(place): \(outcome.talk)")
    }
    for length in [0, 1, 63, 64, 8192, whole.count / 2, whole.count - 1] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: backup))
      #expect(try courant("restore", backup, in: other).code == 65, "\(length) bytes")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: place(other))
    #expect(names.isEmpty, "\(names)")
  }

  @Test func `of another program is refused, and so is none`() throws {
    for content in ["A letter.", String(repeating: "A longer letter. ", count: 9_000)] {
      try home.write("courant.backup", content)
      let outcome = try courant("restore", backup, in: other)
      #expect(outcome.code == 65 && outcome.talk.contains("is no backup"))
    }
    _ = try BuiltProgram.shell(
      "python3 -c \"import sqlite3; sqlite3.connect('\(backup)').execute('CREATE TABLE letter(text)')\"")
    #expect(try courant("restore", "--force", backup, in: other).code == 65)
    #expect(try courant("restore", backup + "-not-there", in: other).code == 66)
    #expect(try courant("restore", home.path, in: other).code != 0)
    #expect(try courant("list", in: other).code == 66)
  }

  @Test func `that the disk has no room for is refused, and leaves nothing`() throws {
    let refused = try BuiltProgram.shell("ulimit -f 20; exec \"$courant\" backup '\(backup)'", home: home)
    #expect(refused.code == 74 && refused.talk.hasPrefix("courant: "), "\(refused.code) \(refused.talk)")
    #expect(try !FileManager.default.contentsOfDirectory(atPath: home.path).contains { $0.hasPrefix("courant.backup") })
    #expect(try courant("list").lines.count == 19)
    #expect(try courant("backup", backup).code == 0)
    let full = try BuiltProgram.shell("ulimit -f 20; exec \"$courant\" restore '\(backup)'", home: other)
    #expect(full.code == 74, "\(full.code) \(full.talk)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place(other)).isEmpty)
  }
}

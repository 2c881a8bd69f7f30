import Briefing
import Foundation
import GRDB
import Samples
import System
import Testing

@testable import Catalog

@Suite struct `What is found whatever letters it is written with` {
  private static let text = """
    Ещё стоит Ёлка. Σίσυφος in Οδός. Łódź, Øresund and Ærø. ＡＩ at a ﾎﾟｰﾄ, 大きなポート. مُحَمَّد says. CO₂ in a ﬁne Straße. \
    שָׁלוֹם, हिन्दी क़लम, ที่บ้าน. Word™ №5.
    """

  @Test(arguments: [
    ("еще", "Ещё"), ("ЕЩЁ", "Ещё"), ("σισυφος", "Σίσυφος"), ("ΣΙΣΥΦΟΣ", "Σίσυφος"), ("lodz", "Łódź"),
    ("oresund", "Øresund"),
    ("aero", "Ærø"), ("AI", "ＡＩ"), ("ポート", "ﾎﾟｰﾄ"), ("ёлка", "Ёлка"), ("οδος", "Οδός"), ("محمد", "مُحَمَّد"), ("CO2", "CO₂"),
    ("fine", "ﬁne"), ("strasse", "Straße"), ("שלום", "שָׁלוֹם"), ("हिन्दी", "हिन्दी"), ("कलम", "क़लम"), ("ทีบาน", "ที่บ้าน"),
    ("word", "Word"),
  ])
  func `is shown over exactly its own letters`(query: String, word: String) throws {
    for text in [Self.text, Self.text.decomposedStringWithCanonicalMapping] {
      let catalog = try Catalog.inMemory()
      _ = try catalog.add([incoming("Head", at: 0, lede: text)])
      for query in [query, query.decomposedStringWithCanonicalMapping] {
        let hit = try #require(try catalog.hits(Search(query), limit: 10).hits.first)
        let matches = hit.matches.map { String(decoding: Array(hit.excerpt.utf8)[$0], as: UTF8.self) }
        #expect(matches.first == word, "\(query)")
        #expect(try catalog.headlines(query) == ["Head"])
      }
    }
  }

  @Test(arguments: ["ハス", "ดู", "कालम", "елк", "ـ", "\u{301}"])
  func `is not found where letters are others`(query: String) throws {
    let catalog = try Catalog.inMemory()
    _ = try catalog.add([incoming("Head", at: 0, lede: Self.text + " バス ดี")])
    #expect(try catalog.hits(Search(query), limit: 10).hits.isEmpty)
  }
}

@Suite struct `A lookup of an older fold` {
  private let folder = TemporaryPlace()
  private var path: String { folder.path("catalog.db") }
  private var lookup: String { folder.path("lookup.db") }

  init() throws {
    let catalog = try Catalog.openOrCreate(at: folder.path("catalog.db"))
    _ = try catalog.add((0..<300).map { incoming("Port \($0)", at: Int64($0 * 40), lede: "Ещё \($0). " + filler) })
    try catalog.sync()
    try catalog.catchUp()
  }

  private let filler = String(repeating: "Rain falls on the quay. ", count: 200)

  enum Age: CaseIterable {
    case ofAnotherFold, ofTheVersionBefore
  }

  /// Without what came with today's version.
  private static let versionBefore = """
    ALTER TABLE found DROP COLUMN isKept;
    DROP TABLE words;
    CREATE VIRTUAL TABLE words USING fts5(
      body, headings, keys, byline, content = '', columnsize = 0,
      tokenize = "porter unicode61 remove_diacritics 0 categories 'L* M* N* Co So'");
    INSERT INTO words(rowid, headings, body, keys, byline) SELECT story, '', 'rain', '', '' FROM found;
    PRAGMA user_version = 7;
    """

  /// Makes the lookup as an earlier program left it: its words are other ones, too.
  private func age(_ age: Age) throws {
    try DatabaseQueue(path: lookup).write { database in
      try database.execute(
        sql: age == .ofAnotherFold ? "UPDATE followed SET fold = 0" : Self.versionBefore)
      for number in try Int64.fetchAll(database, sql: "SELECT story FROM found LIMIT 20") {
        try database.execute(
          sql: "INSERT INTO words(rowid, headings, body, keys, byline) VALUES (?, '', 'aforetime', '', '')",
          arguments: [number])
      }
    }
  }

  @Test(arguments: Age.allCases)
  func `answers until another is made, and is gone then`(age: Age) throws {
    try self.age(age)
    let catalog = try Catalog.open(at: path)
    #expect(try catalog.isLookupOlder() && catalog.isOlder())
    #expect(try catalog.headlines("rain").count == 300 && !catalog.headlines("aforetime").isEmpty)
    #expect(try age == .ofAnotherFold || catalog.claims(citing: "https://a.example/1").isEmpty)
    #expect(try catalog.headlines("is:page rain").isEmpty && catalog.count(Listing(query: "is:page rain")).stories == 0)
    #expect(try catalog.notes("is:page rain").isEmpty)
    #expect(try catalog.lag() == 0)
    var during: [Int] = []
    try catalog.catchUp { _ in
      during.append((try? catalog.headlines("rain").count) ?? 0)
      return true
    }
    #expect(!during.isEmpty && during.allSatisfy { $0 == 300 })
    #expect(try !catalog.isLookupOlder() && !catalog.isOlder())
    #expect(try catalog.headlines("еще").count == 300 && catalog.headlines("aforetime").isEmpty)
    #expect(try catalog.flaws(in: .lookup).isEmpty)
    #expect(!Files.exists(lookup + ".next"))
  }

  @Test func `is made again from where that was broken off, with what came meanwhile`() throws {
    try age(.ofTheVersionBefore)
    let first = try Catalog.open(at: path)
    try first.catchUp { _ in false }
    #expect(try first.isLookupOlder() && first.headlines("rain").count == 300)
    #expect(Files.exists(lookup + ".next"))
    let second = try Catalog.open(at: path)
    _ = try second.add([incoming("Late", at: 99_000, lede: "Ещё rain.")])
    var taken = 0
    try second.catchUp {
      taken = $0
      return true
    }
    #expect(try second.headlines("еще").count == 301 && first.headlines("еще").count == 301)
    #expect(taken <= 301 && !Files.exists(lookup + ".next"))
  }

  @Test func `is made again once, though two programs do it`() throws {
    try age(.ofAnotherFold)
    let (one, other) = (try Catalog.open(at: path), try Catalog.open(at: path))
    #expect(try other.isLookupOlder())
    var rounds = 0
    try one.catchUp { _ in
      rounds += 1
      if rounds == 1 { try? other.catchUp() }
      return true
    }
    #expect(try one.headlines("еще").count == 300 && other.headlines("еще").count == 300)
    #expect(try !one.isLookupOlder() && !other.isLookupOlder())
  }

  @Test func `leaves nothing behind where the catalog is another one meanwhile`() throws {
    try age(.ofAnotherFold)
    try Catalog.open(at: path).catchUp { _ in false }
    let other = TemporaryPlace()
    do {
      let catalog = try Catalog.openOrCreate(at: other.path("catalog.db"))
      _ = try catalog.add([incoming("Other", at: 0, lede: "Ещё.")])
      try catalog.sync()
    }
    #expect(rename(other.path("catalog.db"), path) == 0)
    let opened = try Catalog.open(at: path)
    try opened.catchUp()
    #expect(try opened.headlines("еще") == ["Other"] && !Files.exists(lookup + ".next"))
  }
}

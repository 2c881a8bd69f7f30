import Briefing
import GRDB

/// How a catalog is, beside what it answers.
public struct CatalogHealth: Hashable, Sendable {
  public let schemaVersion: Int
  /// How many versions of stories there are beside the ones that are shown.
  public let olderVersions: Int
  public let notes: Int
}

extension Catalog {
  /// What the catalog holds beside stories, counted.
  public func health() throws(CatalogError) -> CatalogHealth {
    try storage.read { database in
      CatalogHealth(
        schemaVersion: try database.version(),
        olderVersions: try Int.fetchOne(database, sql: "SELECT count(*) - count(DISTINCT story) FROM version") ?? 0,
        notes: try Int.fetchOne(database, sql: "SELECT count(*) FROM note") ?? 0)
    }
  }

  /// Looks at every page of a file, at how they hang together, and whether what leads to rows leads to all of them: some
  /// seconds for a gigabyte in memory.
  ///
  /// Only what is proven counts as a flaw: a page that the disk does not give is none.
  /// - Returns: what is wrong, in SQLite's own words; at most ten things.
  /// - Throws: why it could not be looked at.
  public func flaws(in part: Part) throws(CatalogError) -> [String] {
    guard try !look(at: part).isEmpty else { return [] }
    // What a disk gave wrong once, it may give right to a connection that has read nothing yet.
    storage.forgetWhatWasRead()
    return try look(at: part)
  }

  private func look(at part: Part) throws(CatalogError) -> [String] {
    let flaws = try Self.flaws { () throws(CatalogError) in
      let rows = try storage.read(finding: part == .lookup) { database in
        try String.fetchAll(database, sql: "PRAGMA \(part.schema).integrity_check(10)").filter { $0 != "ok" }
      }
      if let code = rows.lazy.compactMap(Self.unread).first {
        throw .storage(code: code, message: "a page could not be read")
      }
      return rows
    }
    guard flaws.isEmpty else { return flaws }
    return try part == .lookup ? flawsOfWords() : flawsOfIDs()
  }

  /// A story whose id was garbled cannot be named, and no page is wrong for that: only an id that is not even text shows it.
  private func flawsOfIDs() throws(CatalogError) -> [String] {
    let (least, most) = (StoryID.lengths.lowerBound, StoryID.lengths.upperBound)
    let count = try storage.read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM story WHERE id GLOB '*[^0-9a-z]*' OR length(id) NOT BETWEEN \(least) AND \(most)
            OR length(id) <> length(CAST(id AS BLOB))
          """)
    }
    guard let count, count > 0 else { return [] }
    return ["\(count) \(count == 1 ? "story has an id" : "stories have ids") that no catalog gives"]
  }

  /// The code of the error that kept a page from being read, where a line of SQLite's says so: it takes that for a flaw.
  private static func unread(_ line: String) -> Int32? {
    if line.contains("failed to get page") { return ResultCode.SQLITE_IOERR.rawValue }
    guard let code = line.split(separator: "error code=").dropFirst().first.flatMap({ Int32($0) }) else { return nil }
    return ResultCode(rawValue: code).primaryResultCode == .SQLITE_CORRUPT ? nil : code
  }

  /// The index of words has pages of its own kind within SQLite's. Only who may write it can have it looked through.
  private func flawsOfWords() throws(CatalogError) -> [String] {
    do {
      return try Self.flaws { () throws(CatalogError) in
        try storage.probeLookup { try $0.execute(sql: "INSERT INTO words(words) VALUES ('integrity-check')") }
        return []
      }
    } catch .busy, .readOnly, .full, .cannotOpen {
      return []
    }
  }

  private static func flaws(_ look: () throws(CatalogError) -> [String]) throws(CatalogError) -> [String] {
    do {
      return try look()
    } catch .corrupt {
      return ["it is garbled"]
    }
  }

  /// The two files of a catalog.
  public enum Part: Hashable, Sendable, CaseIterable {
    /// What the user has.
    case catalog
    /// What is found in it, which can be made again.
    case lookup

    fileprivate var schema: String { self == .catalog ? "main" : "lookup" }
  }
}

import GRDB

/// How a catalog is, beside what it answers.
public struct CatalogHealth: Hashable, Sendable {
  /// The number of the form that its tables have.
  public let form: Int
  /// How many versions of stories there are beside the ones that are shown.
  public let olderVersions: Int
  public let notes: Int
}

extension Catalog {
  /// What the catalog holds beside stories, counted.
  public func health() throws(CatalogError) -> CatalogHealth {
    try storage.read { database in
      CatalogHealth(
        form: try Int.fetchOne(database, sql: "PRAGMA main.user_version") ?? 0,
        olderVersions: try Int.fetchOne(database, sql: "SELECT count(*) - count(DISTINCT story) FROM version") ?? 0,
        notes: try Int.fetchOne(database, sql: "SELECT count(*) FROM note") ?? 0)
    }
  }

  /// Looks at every page of a file, and at how they hang together: about a second for a gigabyte in memory.
  /// - Returns: what is wrong, in SQLite's own words; at most ten things.
  public func flaws(in part: Part) throws(CatalogError) -> [String] {
    try storage.read { database in
      do {
        return try String.fetchAll(database, sql: "PRAGMA \(part.schema).quick_check(10)").filter { $0 != "ok" }
      } catch let error as DatabaseError where error.isDamage {
        return [error.message ?? "it is garbled"]
      }
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

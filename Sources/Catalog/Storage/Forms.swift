import GRDB

/// The forms that the catalog's tables have had, and how each becomes the next.
struct Forms: Sendable {
  /// Makes the tables of one form those of the next, within one transaction. References between tables are not watched.
  typealias Step = @Sendable (Database) throws -> Void

  /// The form that this program reads and writes.
  var current: Int
  /// By the form that they start from: one for each form before the current one.
  var steps: [Int: Step]
  /// The tables that the current form has at least.
  var tables: Set<String>

  static let current = Forms(current: CatalogSchema.version, steps: [:], tables: CatalogSchema.tables)
}

/// That a catalog was brought into the form of this program, and where it is kept as it was.
public struct Upgrade: Hashable, Sendable {
  public var from: Int
  public var to: Int
  /// The file that holds the catalog as it was before.
  public var backup: String
}

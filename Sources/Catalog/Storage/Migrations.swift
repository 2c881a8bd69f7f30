package import GRDB

/// The forms that the catalog's tables have had, and how each becomes the next.
///
/// The tools that kill a program in the midst of a step bring their own.
package struct Migrations: Sendable {
  /// Makes the tables of one form those of the next, within one transaction. References between tables are not watched.
  package typealias Step = @Sendable (Database) throws -> Void

  /// The form that this program reads and writes.
  var current: Int
  /// By the form that they start from: one for each form before the current one.
  var steps: [Int: Step]
  /// The tables that the current form has at least.
  var tables: Set<String>

  static let current = Migrations(
    current: CatalogSchema.version, steps: [1: CatalogSchema.makeSecond], tables: CatalogSchema.tables)

  init(current: Int, steps: [Int: Step], tables: Set<String>) {
    self.current = current
    self.steps = steps
    self.tables = tables
  }

  /// The current form, and steps to forms that come after it, with the same tables.
  package init(after steps: [Step]) {
    let first = Self.current.current
    let further = zip(first..., steps).map { ($0, $1) }
    self.init(
      current: first + steps.count, steps: Self.current.steps.merging(further) { $1 }, tables: Self.current.tables)
  }
}

extension Catalog {
  /// The catalog at a path, brought into the newest of these forms.
  package static func open(at path: String, forms: Migrations) throws(CatalogError) -> Catalog {
    Catalog(try .onDisk(CatalogFiles(catalog: path), forms: forms))
  }
}

/// That a catalog was brought into the form of this program, and where it is kept as it was.
public struct Upgrade: Hashable, Sendable {
  public var from: Int
  public var to: Int
  /// The file that holds the catalog as it was before.
  public var backup: String
}

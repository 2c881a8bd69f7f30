package import GRDB
import Synchronization

/// The schema versions that catalogs have had, and how each becomes the next.
///
/// The tools that kill a program in the midst of a step bring their own.
package struct Migrations: Sendable {
  /// Makes the tables of one version those of the next, within one transaction. References between tables are not watched.
  package typealias Step = @Sendable (Database) throws -> Void

  /// The schema version that this program reads and writes.
  var current: Int
  /// By the version that they start from: one for each version before the current one.
  var steps: [Int: Step]
  /// The tables that the current version has at least.
  var tables: Set<String>
  /// The older versions that can be read as they are. Such a catalog is brought forward when it is first changed; any
  /// other, when it is opened.
  var readable: [Int: OlderTables] = [:]

  static let current = Migrations(
    current: CatalogSchema.version,
    steps: [
      1: CatalogSchema.makeSecond, 2: CatalogSchema.makeThird, 3: CatalogSchema.makeFourth, 4: CatalogSchema.makeFifth,
    ],
    tables: CatalogSchema.tables,
    readable: [
      1: CatalogSchema.first, 2: CatalogSchema.second, 3: CatalogSchema.third, 4: CatalogSchema.fourth,
    ])

  /// The current version, and steps to versions that come after it, with the same tables.
  package init(after steps: [Step]) {
    let first = Self.current.current
    let further = zip(first..., steps).map { ($0, $1) }
    self.init(
      current: first + steps.count, steps: Self.current.steps.merging(further) { $1 }, tables: Self.current.tables)
  }

  private init(current: Int, steps: [Int: Step], tables: Set<String>, readable: [Int: OlderTables] = [:]) {
    (self.current, self.steps, self.tables, self.readable) = (current, steps, tables, readable)
  }
}

/// How the tables of an older schema version are read as if they were those of this program.
///
/// Views of the connection's own stand before the tables, with what these lack. Where another program brings the catalog
/// forward meanwhile, the columns that the tables have then come first in the views, and count.
struct OlderTables: Sendable {
  /// The tables that the version has at least.
  var tables: Set<String>
  /// What makes the views, which is put together where an older catalog is opened.
  let views: @Sendable () -> String

  init(tables: Set<String>, views: @autoclosure @escaping @Sendable () -> String) {
    (self.tables, self.views) = (tables, views)
  }
}

extension Catalog {
  /// The catalog at a path, brought to the newest of these versions.
  package static func open(at path: String, migrations: Migrations) throws(CatalogError) -> Catalog {
    Catalog(try .onDisk(CatalogFiles(catalog: path), migrations: migrations))
  }
}

/// Whether a catalog was brought forward while it was open, and whom to tell.
final class UpgradeRecord: Sendable {
  private let done = Mutex<Upgrade?>(nil)
  private let tell: @Sendable (UpgradeStage) -> Void

  init(_ tell: @escaping @Sendable (UpgradeStage) -> Void) {
    self.tell = tell
  }

  func begin() {
    tell(.begins)
  }

  func note(_ upgrade: Upgrade) {
    done.withLock { $0 = upgrade }
    tell(.done(upgrade))
  }

  var value: Upgrade? { done.withLock(\.self) }
}

/// How far it has come with bringing an older catalog to the schema version of this program.
public enum UpgradeStage: Hashable, Sendable {
  /// It is copied first, which takes as long as it is large.
  case begins
  case done(Upgrade)
}

/// That a catalog was brought to the schema version of this program, and where it is kept as it was.
public struct Upgrade: Hashable, Sendable {
  public var from: Int
  public var to: Int
  /// The file that holds the catalog as it was before.
  public var backup: String
}

import Briefing
import GRDB

/// What stories would be to the catalog, were they added now.
public struct Foresight: Hashable, Sendable {
  public var new = 0
  /// How many it holds already, as they are.
  public var known = 0
  /// How many would be newer versions of stories that it holds.
  public var versions = 0
  /// How many the user removed; they would stay away.
  public var removed = 0
  /// The headline of the last story of which one would be a version.
  public var existing: String?
}

extension Catalog {
  /// What would become of stories, without adding them. Each costs what adding it would, but for the writing.
  ///
  /// Each is compared with what the catalog holds, and not with the others.
  public func foresee(_ batch: [IncomingStory]) throws(CatalogError) -> Foresight {
    try storage.read { database in
      // What is held in memory is for who adds; what it knows can be worked out again.
      var adding = try Adding(database, numbering: numbering, sketches: SketchIndex(), addition: nil)
      var foresight = Foresight()
      for incoming in batch {
        switch try adding.identity(of: incoming) {
        case .new, .back: foresight.new += 1
        case .known, .placed: foresight.known += 1
        case .removed: foresight.removed += 1
        case .version(let existing):
          foresight.versions += 1
          foresight.existing = try StoryQueries.row(existing.number, in: database)?.headline
        }
      }
      return foresight
    }
  }
}

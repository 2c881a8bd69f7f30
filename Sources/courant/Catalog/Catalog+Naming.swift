import Briefing
import Catalog

extension Catalog {
  /// Why a name stands for no story: several begin so, or none.
  func error(about name: String, orElse other: (String) -> CommandError) throws(CatalogError) -> CommandError {
    let ids = try ids(beginningWith: StoryID(name), limit: Self.mostNamed + 1)
    guard ids.count > 1 else { return other(name) }
    return .severalStories(name, Array(ids.prefix(Self.mostNamed)), more: ids.count > Self.mostNamed)
  }

  private static let mostNamed = 5
}

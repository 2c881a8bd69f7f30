import Briefing
import Catalog

/// Sets a mark on the stories that a command line names.
enum Marking {
  /// All at once, so that one undo takes all back.
  static func set(_ mark: Mark, on names: StoryNames) throws {
    var complaints = ErrorReporter()
    let catalog = try CatalogPlace().openToRead()
    let named = try names.stories(in: catalog, &complaints)
    let stories = try withRoom(for: mark, named, in: catalog, &complaints)
    if !stories.isEmpty {
      let change = Change.mark(stories, mark)
      let isDifferent = try catalog.apply(change, at: .now)
      StandardError.say(isDifferent ? change.sentence : "\(change.sentence) already")
    }
    try complaints.finish()
  }

  /// The stories that can take the mark; those that have too many tags are told, and the rest goes on.
  private static func withRoom(
    for mark: Mark, _ stories: [StoryID], in catalog: Catalog, _ complaints: inout ErrorReporter
  ) throws -> [StoryID] {
    guard case .tagged(let name, true) = mark else { return stories }
    return try stories.filter { id in
      let tags = try catalog.row(id)?.tags ?? []
      guard tags.count >= Tag.most, !tags.contains(name) else { return true }
      complaints.tell(RequestError.noRoomForTag(id))
      return false
    }
  }
}

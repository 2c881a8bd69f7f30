import Briefing
import Catalog

/// Sets a mark on the stories that a command line names.
enum Marking {
  /// All at once, so that one undo takes all back.
  static func set(_ mark: Mark, on names: StoryNames) throws {
    var complaints = Complaints()
    let catalog = try CatalogPlace().openToRead()
    let stories = try names.stories(in: catalog, &complaints)
    if !stories.isEmpty {
      let change = Change.mark(stories, mark)
      let isDifferent = try catalog.make(change, at: .now)
      Talk.say(isDifferent ? change.sentence : "\(change.sentence) already")
    }
    try complaints.finish()
  }
}

import ArgumentParser
import Briefing
import Catalog

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Put stories out of sight.", usage: "courant remove ID…|-",
    discussion: """
      They leave lists, counts, searches, questions and sources, and stay away when they are added again. \
      courant list is:removed shows them; courant restore brings them back with all that was set on them, and so do \
      courant undo and U in the reader. courant purge forgets them for good.
      """)

  @OptionGroup var stories: StoryNames

  func run() throws {
    try Removing.set(true, on: stories)
  }
}

/// Removes the stories that a command line names, or brings them back, all at once.
enum Removing {
  /// Up to how many stories leave the search before the command ends; of more, the next search takes care.
  private static let mostAtOnce = 500

  static func set(_ isRemoved: Bool, on names: StoryNames) throws {
    var complaints = ErrorReporter()
    let catalog = try CatalogPlace().openToRead()
    let stories = try names.stories(in: catalog, &complaints)
    if !stories.isEmpty {
      let change = Change.remove(stories, isRemoved: isRemoved)
      let isDifferent = try catalog.apply(change, at: .now)
      StandardError.say(isDifferent ? change.sentence : "\(change.sentence) already")
      // Worth no failure: whoever searches next makes up for it.
      if isDifferent, stories.count <= mostAtOnce { try? catalog.catchUp() }
    }
    try complaints.finish()
  }
}

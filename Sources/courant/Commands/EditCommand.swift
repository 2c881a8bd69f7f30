import ArgumentParser
import Briefing
import Catalog

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Give a story another headline or date.",
    usage: "courant edit ID [--date DATE] [--headline TEXT]",
    discussion: """
      What the story says itself stays in it: an empty value takes the edit back, and so do courant undo, and U in the \
      reader. The edit stays when a newer version comes.
      """)

  @Argument(
    help: ArgumentHelp("The story’s id, which may be cut short as long as only one begins so.", valueName: "id"))
  var story: String
  @Option(help: ArgumentHelp("A day as 2026-04-28, or a time in it as 2026-04-28T09:30Z; empty for the story’s own."))
  var date: EditedDate?
  @Option(help: ArgumentHelp("A line; empty for the story’s own.", valueName: "text"))
  var headline: String?

  func validate() throws {
    if date == nil, headline == nil { throw ValidationError("Give --date, --headline or both.") }
  }

  func run() throws {
    let catalog = try CatalogPlace().openToRead()
    guard let id = try catalog.resolve(StoryID(story)) else { throw CommandError.noSuchStory(story) }
    var edits: [StoryEdit] = []
    if let headline { edits.append(.headline(headline.contains { !$0.isWhitespace } ? headline : nil)) }
    if let date { edits.append(.date(date.moment)) }
    let change = Change.edit(id, edits)
    let isDifferent = try catalog.apply(change, at: .now)
    StandardError.say(isDifferent ? change.sentence : "\(change.sentence) already")
  }
}

/// A date as one types it, or none where it is empty.
struct EditedDate: ExpressibleByArgument, Hashable {
  let moment: Moment?

  init?(argument: String) {
    moment = Moment(iso8601: argument)
    if moment == nil, !argument.isEmpty { return nil }
  }
}

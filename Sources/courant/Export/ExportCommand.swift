public import ArgumentParser
import Briefing
import Catalog
public import Formats
import System

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every story into a file of its own.",
    usage:
      "courant export DIR [ID…|-|QUERY] [--format markdown|text|json] [--force] [--in PATH]\ncourant export --opml FILE|- [--force]",
    discussion: """
      The files are named by date, headline and id, and “courant add” of their folder gives the same stories back. \
      Markdown is for other programs too; text is the plainest; JSON also carries what you set: unread, stars, tags and \
      notes. Of a story that changed, the newest version is written. Files that are there with the same content are \
      left, those with another are not replaced unless you say --force. Where every word is the id of a story, cut short or not, these stories are written; \
      any other words are a query. --opml writes the feeds that you follow, as courant import reads them.
      """)

  @Argument(help: ArgumentHelp("The folder to write into; made if it is not there.", valueName: "dir"))
  var folder: Input?
  @Argument(
    help: ArgumentHelp(
      "Only these stories, or - for lines as list prints them; or those that match a query.", valueName: "id|-|query"))
  var stories: [String] = []
  @Option(help: ArgumentHelp("markdown, text or json.", valueName: "format"))
  var format = StoryFormat.markdown
  @Option(
    help: ArgumentHelp("Write the feeds that you follow into this file, or to standard output.", valueName: "file|-"))
  var opml: Input?
  @Flag(help: "Replace files of the same name.")
  var force = false
  @OptionGroup var input: InputOptions

  func run() throws {
    if let opml { return try exportFeeds(to: opml) }
    guard let folder else { throw ValidationError("Name the folder to export into.") }
    guard case .file(let path) = folder else {
      throw ValidationError("Stories are exported into a folder, not to standard output; courant show prints them.")
    }
    var errors = ErrorReporter()
    let listing = Listing(query: stories.joined(separator: " "))
    let catalog = try input.catalog(answering: listing.query, &errors)
    let named = try named(in: catalog, &errors)
    var export = Export(catalog, into: try ExportFolder(path, replacing: force), as: format)
    if let named {
      try export.run(named, &errors)
    } else {
      QueryTold.sayDoubts(in: listing.query)
      try export.run(listing, &errors)
    }
    StandardError.say(export.sentence)
    try errors.finish()
  }

  private func exportFeeds(to file: Input) throws {
    guard folder == nil, stories.isEmpty, input.inputs.isEmpty else {
      throw ValidationError("Feeds are exported by themselves, without a folder and without stories.")
    }
    try FeedListExport.write(try CatalogPlace().openToRead().subscriptions(), to: file, replacing: force)
  }

  /// The stories that the words name; nil where they are a query.
  private func named(in catalog: Catalog, _ errors: inout ErrorReporter) throws -> [StoryID]? {
    if stories.contains("-") { return try StoryNames(stories).stories(in: catalog, &errors) }
    guard !stories.isEmpty else { return nil }
    let found = try catalog.resolve(stories.map { StoryID($0) })
    // Who writes an id out means stories: a word that is none is told then, and not sought.
    let namesStories = !found.contains(nil) || zip(stories, found).contains { $0 == $1?.text }
    return namesStories ? try StoryNames(stories).stories(in: catalog, &errors) : nil
  }
}

extension StoryFormat: ExpressibleByArgument {}

/// Writes the stories of a listing into a folder, one at a time, so that their number costs no memory.
struct Export: ~Copyable {
  private let catalog: Catalog
  private var folder: ExportFolder
  private let format: StoryFormat
  private var new = 0
  private var same = 0
  private var replaced = 0
  private var left = 0
  /// Notes that are on the stories, and that the format has no place for.
  private var notes = 0

  init(_ catalog: Catalog, into folder: consuming ExportFolder, as format: StoryFormat) {
    self.catalog = catalog
    self.folder = folder
    self.format = format
  }

  mutating func run(_ stories: [StoryID], _ errors: inout ErrorReporter) throws {
    for story in stories { try write(story, &errors) }
    try folder.sync()
  }

  /// A file that is in the way is told, and the rest goes on; a disk that takes no more ends it.
  mutating func run(_ listing: Listing, _ errors: inout ErrorReporter) throws {
    let batches = catalog.rowBatches(listing)
    while case let rows = try batches.next(200), !rows.isEmpty {
      for row in rows { try write(row.id, &errors) }
    }
    try folder.sync()
  }

  private mutating func write(_ story: StoryID, _ errors: inout ErrorReporter) throws {
    do {
      guard let detail = try catalog.detail(story) else { return }
      try put(detail)
    } catch let error as CatalogError {
      // One story that cannot be read back is no reason to keep the others in.
      guard case .damaged = error else { throw error }
      left += 1
      errors.tell(error)
    } catch let error as CommandError {
      guard error.concernsOneExport else { throw error }
      left += 1
      errors.tell(error)
    }
  }

  private mutating func put(_ detail: StoryDetail) throws(CommandError) {
    switch try folder.write(format.bytes(of: detail), as: StoryFileName.of(detail.row, format)) {
    case .new: new += 1
    case .same: same += 1
    case .replaced: replaced += 1
    }
    notes += format.leavesOut(detail.notes)
  }

  /// What came of it.
  var sentence: String {
    let stories = new + same + replaced
    if stories + left == 0 { return "no story to export; courant list shows what there is" }
    let details = [
      same > 0 ? "\(same) there already" : nil, replaced > 0 ? "\(replaced) replaced" : nil,
      left > 0 ? "\(left) left out" : nil,
    ].compactMap { $0 }
    let count = "\(stories) \(stories == 1 ? "story" : "stories") in \(Input.file(folder.path).name)"
    return count + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
      + StoryFormat.sentence(onLeftOut: notes)
  }
}

extension StoryFormat {
  /// How many of a story's notes a file of this format does not have.
  func leavesOut(_ notes: [Note]) -> Int { self == .json ? 0 : notes.count }

  /// What is said behind what was written; nothing where nothing was left out.
  static func sentence(onLeftOut notes: Int) -> String {
    notes == 0 ? "" : "; without \(notes == 1 ? "a note" : "\(notes) notes"), which only JSON has"
  }
}

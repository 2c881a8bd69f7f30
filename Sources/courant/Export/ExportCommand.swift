public import ArgumentParser
import Briefing
import Catalog
public import Formats
import System

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every story into a file of its own.",
    usage: "courant export DIR [QUERY] [--format markdown|text|json] [--force] [--in PATH]",
    discussion: """
      The files are named by date, headline and id, and “courant add” of their folder gives the same stories back. \
      Markdown is for other programs too; text is the plainest; JSON also carries what you set: unread, stars, tags and \
      notes. Of a story that changed, the newest version is written. Files that are there with the same content are \
      left, those with another are not replaced unless you say --force.
      """)

  @Argument(help: ArgumentHelp("The folder to write into; made if it is not there.", valueName: "dir"))
  var folder: Input
  @Argument(help: "Only stories that match.")
  var query: [String] = []
  @Option(help: ArgumentHelp("markdown, text or json.", valueName: "format"))
  var format = StoryFormat.markdown
  @Flag(help: "Replace files of the same name.")
  var force = false
  @OptionGroup var input: InputOptions

  func run() throws {
    guard case .file(let path) = folder else {
      throw ValidationError("Stories are exported into a folder, not to standard output; courant show prints them.")
    }
    var errors = ErrorReporter()
    let listing = Listing(query: query.joined(separator: " "))
    let catalog = try input.catalog(answering: listing.query, &errors)
    var export = Export(catalog, into: try ExportFolder(path, replacing: force), as: format)
    try export.run(listing, &errors)
    StandardError.say(export.sentence)
    try errors.finish()
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

  init(_ catalog: Catalog, into folder: consuming ExportFolder, as format: StoryFormat) {
    self.catalog = catalog
    self.folder = folder
    self.format = format
  }

  /// A file that is in the way is told, and the rest goes on; a disk that takes no more ends it.
  mutating func run(_ listing: Listing, _ errors: inout ErrorReporter) throws {
    let batches = catalog.rowBatches(listing)
    while case let rows = try batches.next(200), !rows.isEmpty {
      for row in rows { try write(row, &errors) }
    }
    try folder.sync()
  }

  private mutating func write(_ row: Row, _ errors: inout ErrorReporter) throws {
    do {
      guard let detail = try catalog.detail(row.id) else { return }
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
  }
}

import ArgumentParser
import Briefing
import Catalog
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
  var format = ExportForm.markdown
  @Flag(help: "Replace files of the same name.")
  var force = false
  @OptionGroup var input: InputOptions

  func run() throws {
    guard case .file(let path) = folder else {
      throw ValidationError("Stories are exported into a folder, not to standard output; courant show prints them.")
    }
    var complaints = ErrorReporter()
    let listing = Listing(query: query.joined(separator: " "))
    let catalog = try input.catalog(answering: listing.query, &complaints)
    var export = Export(catalog, into: try ExportFolder(path, replacing: force), as: format)
    try export.run(listing, &complaints)
    StandardError.say(export.sentence)
    try complaints.finish()
  }
}

import ArgumentParser
import Briefing
import Catalog
import Formats
import Reader
import System

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A story as text, Markdown or JSON, or as it came.",
    usage:
      "courant show ID|PATH|URL|- [--text|--markdown|--json|--original] [--version N] [--width N] [--in PATH]",
    discussion: """
      Text has footnotes for the sources. Several stories, or a folder, come one after another; as JSON, one object a \
      line. The original is the very bytes that a story was read from: a text, a page, a mail, an entry of a feed; on a \
      terminal, what of them may be shown there. An id may be cut short as long as only one story's begins so.
      """)

  @Argument(
    help: ArgumentHelp(
      "A story's id in the index, a file, a folder, the address of a page, or -.", valueName: "id|path|url|-"))
  var stories: [String]
  @OptionGroup var input: InputOptions
  @Flag(exclusivity: .exclusive)
  var format = StoryPrinter.Format.text
  @Option(help: "An earlier version of the story: 1 is the first.")
  var version: Int?
  @Option(
    help:
      "Wrap text at so many columns (default: the terminal's, at most \(ReaderSettings.widest) or what config.toml says)."
  )
  var width: Int?
  @OptionGroup var network: NetworkOptions

  func validate() throws {
    if let width, width < 1 { throw ValidationError("The width must be 1 column or more.") }
    if let version, version < 1 { throw ValidationError("Versions are counted from 1.") }
  }

  func run() throws {
    var errors = ErrorReporter()
    var printer = self.printer
    let catalog = try catalog(&errors)
    var named: [Input] = []
    for name in stories {
      if let address = Input(argument: name).address {
        try show(&named, &printer, &errors)
        try show(pageAt: address, &printer, &errors)
      } else if let detail = try catalog?.detail(StoryID(name), version: version) {
        try show(&named, &printer, &errors)
        if format == .original {
          try printer.print(original: catalog?.original(detail.row.id, version: version) ?? [])
        } else {
          try printer.print(detail)
        }
      } else if let error = try error(about: name, in: catalog) {
        try show(&named, &printer, &errors)
        errors.tell(error)
      } else {
        named.append(Input(argument: name))
      }
    }
    try show(&named, &printer, &errors)
    try printer.output.flush()
    try errors.finish()
  }

  /// On a terminal, text is as wide as the user likes it, and days are written so.
  private var printer: StoryPrinter {
    guard format == .text, let columns = Output.columns else {
      return StoryPrinter(format: format, width: width ?? LinearText.usualWidth)
    }
    let settings = Config.current.settings.reader
    return StoryPrinter(format: format, width: width ?? min(settings.measure, columns), dates: settings.dates)
  }

  /// What was named to work on; or the user's catalog, if there is one and something could be the name of a story.
  private func catalog(_ errors: inout ErrorReporter) throws -> Catalog? {
    if !input.inputs.isEmpty { return try input.catalog(&errors) }
    guard stories.contains(where: Self.isPerhapsID) else { return nil }
    do {
      return try CatalogPlace().openToRead()
    } catch CommandError.noCatalog {
      return nil
    } catch is CommandError where stories.allSatisfy({ Self.isFile($0) }) {
      // No one asked for it.
      return nil
    }
  }

  /// Why a name is none: one without a dot or slash that no file has was meant to be a story's.
  private func error(about name: String, in catalog: Catalog?) throws -> CommandError? {
    if version != nil, let detail = try catalog?.detail(StoryID(name)) {
      return .noVersion(detail.row.id, versions: detail.versions)
    }
    guard Self.isPerhapsID(name), !Self.isFile(name) else { return nil }
    return try catalog?.error(about: name) { .unknownStory($0) } ?? .unknownName(name)
  }

  private static func isPerhapsID(_ name: String) -> Bool {
    guard case .file = Input(argument: name) else { return false }
    return !name.contains { "./".contains($0) }
  }

  private static func isFile(_ name: String) -> Bool {
    guard case .file(let path) = Input(argument: name) else { return true }
    return (try? FileStatus(of: path)) != nil
  }

  /// Fetches a page and prints what is on it, which is kept nowhere.
  private func show(
    pageAt address: String, _ printer: inout StoryPrinter, _ errors: inout ErrorReporter
  ) throws {
    let catalog = try Catalog.inMemory(isSearchable: false)
    let added = try PageFetching(into: catalog, isOffline: network.offline).add(address, &errors)
    for id in added?.ids ?? [] {
      if format == .original {
        try printer.print(original: catalog.original(id) ?? [])
      } else if let detail = try catalog.detail(id) {
        try printer.print(detail)
      }
    }
  }

  /// Prints what is read as it comes, so that a large folder shows its first story at once; nothing is left to show then.
  private func show(_ inputs: inout [Input], _ printer: inout StoryPrinter, _ errors: inout ErrorReporter) throws {
    guard !inputs.isEmpty else { return }
    let catalog = try Catalog.inMemory(isSearchable: false)
    let intake = Intake(inputs)
    defer { intake.stop() }
    inputs = []
    try intake.deliver(limit: 64, into: catalog) { delivery in
      delivery.tell(&errors)
      for (id, incoming) in delivery.stories {
        if format == .original {
          try printer.print(original: incoming.original)
        } else if let detail = try catalog.detail(id, of: incoming) {
          try printer.print(detail)
        }
      }
      return true
    }
  }
}

/// Prints stories one after another in the form that was asked for.
struct StoryPrinter: ~Copyable {
  enum Format: String, EnumerableFlag {
    case text, markdown, json, original

    static func help(for format: Format) -> ArgumentHelp? {
      switch format {
      case .text: "Text with footnotes."
      case .markdown: "Markdown with links."
      case .json: "One JSON object a line."
      case .original: "The bytes that it was read from."
      }
    }
  }

  var output = Output()
  private let format: Format
  private let width: Int
  private let dates: DateStyle
  private var isFirst = true
  /// Whether the last original ended within a line.
  private var isBehindLine = false

  init(format: Format, width: Int, dates: DateStyle = .auto) {
    self.format = format
    self.width = width
    self.dates = dates
  }

  mutating func print(_ detail: StoryDetail) throws(CommandError) {
    switch format {
    case .json: try output.line(detail.shownJSON.line)
    case .text: try printPart(LinearText.lines(of: detail, width: width, dates: dates))
    case .markdown: try printPart(MarkdownPrinter.text(of: detail.story))
    case .original: break
    }
    isFirst = false
  }

  /// Byte for byte, but for a line end between two that do not end in one.
  mutating func print(original: [UInt8]) throws(CommandError) {
    if isBehindLine { try output.write(original: [0x0A]) }
    try output.write(original: original)
    isBehindLine = original.last.map { $0 != 0x0A } ?? isBehindLine
  }

  /// A rule stands between stories.
  private mutating func printPart(_ text: String) throws(CommandError) {
    if !isFirst { try output.write(LinearText.rule) }
    try output.write(text.hasSuffix("\n") ? text : text + "\n")
  }
}

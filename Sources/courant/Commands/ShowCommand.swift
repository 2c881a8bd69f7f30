import ArgumentParser
import Briefing
import Catalog

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A story as text, Markdown or JSON.",
    discussion: """
      Text has footnotes for the sources. Several stories, or a folder, come one after another; as JSON, one object a \
      line.
      """)

  @Argument(help: ArgumentHelp("A story's name in the index, a file, a folder, or -.", valueName: "id|path|-"))
  var stories: [String]
  @OptionGroup var input: InputOptions
  @Flag(exclusivity: .exclusive)
  var format = StoryPrinter.Format.text
  @Option(help: "Wrap text at so many columns (default: the terminal's, at most 88).")
  var width: Int?

  func validate() throws {
    if let width, width < 1 { throw ValidationError("The width must be 1 column or more.") }
  }

  func run() throws {
    var complaints = Complaints()
    var printer = StoryPrinter(format: format, width: width ?? min(88, Output.columns ?? 72))
    let catalog = input.inputs.isEmpty ? nil : try input.catalog(&complaints)
    var named: [Input] = []
    for name in stories {
      if let entry = try catalog?.entry(StoryID(name)) {
        try show(&named, &printer, &complaints)
        try printer.print(entry)
      } else if let error = strangeness(of: name) {
        try show(&named, &printer, &complaints)
        complaints.tell(error)
      } else {
        named.append(Input(argument: name))
      }
    }
    try show(&named, &printer, &complaints)
    try printer.output.flush()
    try complaints.finish()
  }

  /// A name without a dot or slash that no file has was meant to be a story's.
  private func strangeness(of name: String) -> RequestError? {
    guard case .file(let path) = Input(argument: name), !name.contains(where: { "./".contains($0) }) else { return nil }
    guard (try? FileStatus(of: path)) == nil else { return nil }
    return input.inputs.isEmpty ? .unknownName(name) : .unknownStory(name)
  }

  /// Prints what is read as it comes, so that a large folder shows its first story at once; nothing is left to show then.
  private func show(_ inputs: inout [Input], _ printer: inout StoryPrinter, _ complaints: inout Complaints) throws {
    guard !inputs.isEmpty else { return }
    let catalog = try Catalog.inMemory()
    let intake = Intake(inputs)
    defer { intake.stop() }
    inputs = []
    while case let batch = intake.nextBatch(limit: 64), !batch.isEmpty {
      for id in try catalog.add(batch.arrivals(&complaints)).ids {
        if let entry = try catalog.entry(id) { try printer.print(entry) }
      }
    }
  }
}

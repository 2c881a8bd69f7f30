import ArgumentParser
import Briefing
import Catalog
import Reader
import System
import Terminal

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read stories in the terminal: those of the catalog, or of files and folders.",
    usage: "courant [PATH…|URL|-] [--in PATH] [--offline]",
    shouldDisplay: false)

  @Argument(help: "Files and folders to read, or - for standard input.")
  var paths: [Input] = []
  @OptionGroup var input: InputOptions
  @Flag(help: "Give the terminal back that a killed reader left behind, and do nothing else.")
  var resetTerminal = false

  @OptionGroup var network: NetworkOptions

  func run() throws {
    guard !resetTerminal else { return try Self.giveTerminalBack() }
    try Self.read(paths + input.inputs, isOffline: network.offline)
  }

  private static func giveTerminalBack() throws {
    do {
      try Terminal.reset()
    } catch TerminalError.noTerminal {
      throw CommandError.noTerminalToReset
    }
  }

  /// Reads inputs, or the user's catalog where there are none.
  static func read(_ inputs: [Input], isOffline: Bool = false) throws {
    try Descriptor.requireRoom(for: Courant.descriptors)
    let inputs = inputs.isEmpty && isPiped ? [.standardInput] : inputs
    if inputs.count == 1, let address = inputs[0].address {
      try read(pageAt: address, isOffline: isOffline)
    } else if !Terminal.isAtHand {
      try printIndex(of: inputs)
    } else if inputs.isEmpty {
      try ReaderSession.read(CatalogPlace(), isOffline: isOffline)
    } else {
      try ReaderSession.read(inputs)
    }
  }

  /// Fetches a page and reads it, kept nowhere.
  private static func read(pageAt address: String, isOffline: Bool) throws {
    var errors = ErrorReporter()
    let catalog = try Catalog.inMemory()
    let added = try PageFetching(into: catalog, isOffline: isOffline).add(address, &errors)
    try errors.finish()
    guard Terminal.isAtHand else {
      var output = Output()
      try output.index(of: catalog, Listing(), json: false)
      return try output.flush()
    }
    guard added?.ids.count == 1, let id = added?.ids.first, let detail = try catalog.detail(id) else {
      return try ReaderSession(catalog: catalog).run()
    }
    try ReaderSession(catalog: catalog).run(opening: .story(detail))
  }

  /// Whether a story comes on standard input though nobody named it. One that is empty is none.
  private static var isPiped: Bool {
    Descriptor.standardInput.hasInput {
      if Descriptor.standardError.isTerminal { StandardError.say("reading standard input") }
    }
  }

  private static func printIndex(of inputs: [Input]) throws {
    var errors = ErrorReporter()
    var output = Output()
    try output.index(of: InputOptions.catalog(of: inputs, &errors), Listing(), json: false)
    try output.flush()
    try errors.finish()
  }
}

extension ReaderSession {
  /// Reads the user's catalog.
  static func read(_ place: CatalogPlace, isOffline: Bool = false) throws {
    // Who opens the reader first of all finds in it how stories come in.
    let catalog = try place.exists ? place.openToRead { _ in } : place.openToWrite()
    // Until the terminal is given back, nothing can be said there.
    defer { if let upgrade = catalog.upgrade { StandardError.say(upgrade.sentence) } }
    try ReaderSession(catalog: catalog, folder: place.folder, isOffline: isOffline).run()
  }

  /// Reads files, folders and standard input, which are kept nowhere.
  ///
  /// Waits for the first story, so that a mistyped name is told where it was typed and never opens an empty reader.
  static func read(_ inputs: [Input]) throws {
    // What is typed on a terminal has to be read before the reader takes its keys from there.
    let ordered = inputs.filter { $0 == .standardInput } + inputs.filter { $0 != .standardInput }
    // Reading begins before there is a catalog to fill, and settings are read while it fills.
    let only = onlyStory(of: ordered)
    let intake = Intake(ordered, hasBeginnings: only != nil && !isTyped(ordered[0]))
    defer { intake.stop() }
    let catalog = try Catalog.inMemory()
    let backgroundImport = try BackgroundImport(intake, into: catalog, isOneStory: only != nil)
    let config = Config.current
    let end = Result {
      guard let first = firstScreen(backgroundImport, only, of: ordered) else { return }
      try ReaderSession(catalog: catalog, config: config).run(opening: first, backgroundImport.report)
    }
    // The terminal is given back by now, whatever came of it.
    var errors = ErrorReporter()
    backgroundImport.tell(&errors)
    try end.get()
    try errors.finish()
  }

  /// Waits for what there is to read first; nil if there is nothing.
  private static func firstScreen(_ backgroundImport: BackgroundImport, _ only: Input?, of inputs: [Input])
    -> FirstScreen?
  {
    while let first = backgroundImport.waitForFirst({ remark(on: inputs) }) {
      switch first {
      case .stories: return .index
      case .whole(let detail): return .story(detail)
      case .beginning(let content):
        if let detail = only.flatMap({ Beginning.detail(content, of: $0) }) { return .beginning(detail) }
      }
    }
    return nil
  }

  /// Says what the terminal is silent for, unless somebody is typing a story on it. Until the reader opens, ^C ends it.
  private static func remark(on inputs: [Input]) {
    guard Descriptor.standardError.isTerminal, let first = inputs.first else { return }
    guard !isTyped(first) else { return }
    StandardError.say("reading \(first.name)" + (inputs.count > 1 ? " and what else was named" : ""))
  }

  private static func isTyped(_ input: Input) -> Bool {
    input == .standardInput && Descriptor.standardInput.isTerminal
  }

  /// A story that is named alone is opened at once; its index would have nothing else to offer.
  private static func onlyStory(of inputs: [Input]) -> Input? {
    guard inputs.count == 1, let input = inputs.first else { return nil }
    guard case .file(let path) = input else { return input }
    return (try? FileStatus(of: path))?.kind == .file ? input : nil
  }
}

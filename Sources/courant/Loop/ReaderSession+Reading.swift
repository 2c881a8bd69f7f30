import Briefing
import Catalog
import Reader

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ReaderSession {
  /// Reads the user's catalog.
  static func read(_ place: CatalogPlace) throws {
    try ReaderSession(catalog: place.openToRead(), folder: place.folder).run()
  }

  /// Reads files, folders and standard input, which are kept nowhere.
  ///
  /// Waits for the first story, so that a mistyped name is told where it was typed and never opens an empty reader.
  static func read(_ inputs: [Input]) throws {
    // What is typed on a terminal has to be read before the reader takes its keys from there.
    let ordered = inputs.filter { $0 == .standardInput } + inputs.filter { $0 != .standardInput }
    // Reading begins before there is a catalog to file into, and settings are read while something is filed.
    let intake = Intake(ordered)
    defer { intake.stop() }
    let catalog = try Catalog.inMemory()
    let filing = Filing(intake, into: catalog)
    let config = Config.current
    let first = filing.waitForFirst { remark(on: ordered) }
    let end = Result {
      guard let first else { return }
      try ReaderSession(catalog: catalog, config: config).run(opening: isOneStory(ordered) ? first : nil) { post in
        filing.report { post(.reading($0)) }
      }
    }
    // The terminal is given back by now, whatever came of it.
    var complaints = Complaints()
    filing.tell(&complaints)
    try end.get()
    try complaints.finish()
  }

  /// Says what the terminal is silent for, unless somebody is typing a story on it. Until the reader opens, ^C ends it.
  private static func remark(on inputs: [Input]) {
    guard isatty(STDERR_FILENO) != 0, let first = inputs.first else { return }
    guard first != .standardInput || isatty(STDIN_FILENO) == 0 else { return }
    Talk.say("reading \(first.name)" + (inputs.count > 1 ? " and what else was named" : ""))
  }

  /// A story that is named alone is opened at once; its index would have nothing else to offer.
  private static func isOneStory(_ inputs: [Input]) -> Bool {
    guard inputs.count == 1, let input = inputs.first else { return false }
    guard case .file(let path) = input else { return true }
    return (try? FileStatus(of: path))?.kind == .file
  }
}

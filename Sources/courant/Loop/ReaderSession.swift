import ArgumentParser
import Briefing
import Catalog
import Reader
import Terminal

/// One sitting with the reader, from the first story to the last word on standard error.
struct ReaderSession {
  private let inputs: [Input]
  private let place: CatalogPlace?

  /// With the user's catalog.
  init(_ place: CatalogPlace) {
    (self.place, inputs) = (place, [])
  }

  /// With what the user named, and nothing else.
  init(_ inputs: [Input]) {
    place = nil
    // What is typed on a terminal has to be read before the reader takes its keys from there.
    self.inputs = inputs.filter { $0 == .standardInput } + inputs.filter { $0 != .standardInput }
  }

  /// On inputs, waits for the first story, so that a mistyped name is told where it was typed and never opens an empty reader.
  func run() throws {
    if let place {
      let end = try read(place.openToRead(), opening: nil)
      if let code = end.code { throw code }
    } else {
      try runOnInputs()
    }
  }

  private func runOnInputs() throws {
    let catalog = try Catalog.inMemory()
    let filing = Filing(inputs, into: catalog)
    defer { filing.stop() }
    let first = filing.waitForFirst()
    let end = Result { try first.map { try read(catalog, filing: filing, opening: isOneStory ? $0 : nil) } }
    // The terminal is given back by now, whatever came of it.
    var complaints = Complaints()
    filing.tell(&complaints)
    if let code = try end.get()?.code { throw code }
    try complaints.finish()
  }

  /// A story that is named alone is opened at once; its index would have nothing else to offer.
  private var isOneStory: Bool {
    guard inputs.count == 1, let input = inputs.first else { return false }
    guard case .file(let path) = input else { return true }
    return (try? FileStatus(of: path))?.kind == .file
  }

  private func read(
    _ catalog: Catalog, filing: Filing? = nil, opening story: StoryID?
  ) throws -> ReaderLoop.End {
    let terminal = try Terminal()
    defer { terminal.close() }
    let mailbox = Mailbox<Message>(waker: terminal.waker)
    let desk = Desk(catalog: catalog) { mailbox.post($0) }
    defer { desk.close() }
    filing?.report { mailbox.post(.reading($0)) }
    var loop = ReaderLoop(
      terminal: terminal, mailbox: mailbox, effects: EffectRunner(terminal: terminal, desk: desk))
    return loop.run(opening: story)
  }
}

extension ReaderLoop.End {
  /// As shells report a death by signal.
  fileprivate var code: ExitCode? {
    switch self {
    case .quit: nil
    case .hungUp: ExitCode(128 + 1)
    case .terminated(let signal): ExitCode(128 + signal)
    }
  }
}

import ArgumentParser
import Briefing
import Catalog
import Reader
import System
import Terminal

/// One sitting with the reader over a catalog, from the first picture until the terminal is given back.
struct ReaderSession {
  let catalog: Catalog
  var config = Config.current
  /// The folder of a catalog on disk, in which other programs write too; nil for one in memory.
  var folder: String?
  /// Whether the network is not to be used, whatever the settings say.
  var isOffline = false

  /// Reads until the user leaves.
  ///
  /// `begin` is called with the way to tell the reader something. Whatever the user changed is kept when this returns.
  /// - Throws: what the terminal lacks, or the system; why something that the user changed last was not kept; an exit code where the
  ///   reader was ended from outside.
  func run(
    opening first: FirstScreen = .index, _ begin: (@escaping @Sendable (Message) -> Void) -> Void = { _ in }
  ) throws {
    let terminal = try Terminal(config.settings.terminal)
    defer { terminal.close() }
    let mailbox = Mailbox<Message>(waker: terminal.waker)
    let backgroundIndexer = folder.map { _ in BackgroundIndexer(catalog: catalog) }
    let changeWriter = try ChangeWriter(catalog: catalog, backgroundIndexer: backgroundIndexer) { mailbox.post($0) }
    let queryWorker = try queryWorker(changeWriter) { mailbox.post($0) }
    let addingWorker = AddingWorker(catalog: catalog) { mailbox.post($0) }
    let fetchingWorker = folder.map { _ in
      FetchingWorker(
        catalog: catalog, config.settings.network, account: config.settings.account, isOffline: isOffline
      ) {
        mailbox.post($0)
      } fetched: {
        changeWriter.look()
      }
    }
    if let interval = config.settings.network.interval, config.settings.network.isOn, !isOffline {
      fetchingWorker?.refresh(every: interval)
    }
    begin { mailbox.post($0) }
    var loop = ReaderLoop(
      terminal: terminal, mailbox: mailbox,
      effects: EffectRunner(
        terminal: terminal, queryWorker: queryWorker, changeWriter: changeWriter, addingWorker: addingWorker,
        fetchingWorker: fetchingWorker
      ) {
        mailbox.post($0)
      },
      settings: readerSettings,
      passing: folder == nil ? "these stories are only being read; courant add keeps them, and what you mark" : nil)
    let end = loop.run(opening: first, saying: config.greeting)
    backgroundIndexer?.stop()
    queryWorker.close()
    addingWorker.stop()
    fetchingWorker?.close()
    // Nobody waits for the disk before an empty screen.
    terminal.close()
    addingWorker.wait(within: end.patience)
    fetchingWorker?.wait(within: end.patience)
    let refusal = folder.flatMap { _ in finish(changeWriter, within: end.patience) }
    if let code = end.code { throw code }
    if let refusal { throw refusal }
  }

  private var readerSettings: ReaderSettings {
    var settings = config.settings.reader
    settings.canFetch = folder != nil
    settings.isOffline = isOffline || !config.settings.network.isOn
    settings.secondsAheadOfUTC = WallClock.secondsAheadOfUTC
    return settings
  }

  /// Has the last changes written; those of a catalog in memory end with it, and nobody waits for them.
  private func finish(_ changeWriter: ChangeWriter, within patience: Duration) -> CatalogError? {
    changeWriter.close(within: patience) {
      StandardError.say("waiting for another program to let go of the catalog, so that what you changed last is kept")
    }
  }

  /// Without a watch, each answer is an occasion to see what others wrote.
  private func queryWorker(
    _ changeWriter: ChangeWriter, post: @escaping @Sendable (Message) -> Void
  ) throws(SystemError) -> QueryWorker {
    guard let folder else { return try QueryWorker(catalog: catalog, post: post) }
    let isWatched = FolderWatch.begin(in: folder) { changeWriter.look() }
    changeWriter.look()
    if isWatched { return try QueryWorker(catalog: catalog, post: post) }
    return try QueryWorker(catalog: catalog, post: post) { changeWriter.look() }
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

  /// How long to wait until the last changes are kept, while another program has the catalog locked. Whoever quits, or
  /// closes the window, loses nothing; a system that goes down waits for no one much longer.
  fileprivate var patience: Duration {
    switch self {
    case .quit, .hungUp: .seconds(6)
    case .terminated: .seconds(4)
    }
  }
}

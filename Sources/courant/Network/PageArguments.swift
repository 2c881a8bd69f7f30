import ArgumentParser
import Briefing
import Catalog
import Newsdesk
import System

extension Input {
  /// The address that was given in the place of a file; nil where it is none. A file of such a name is given as `./https:…`.
  var address: String? {
    guard case .file(let path) = self else { return nil }
    let text = String(decoding: path.bytes, as: UTF8.self)
    return ["https://", "http://"].contains { text.lowercased().hasPrefix($0) } ? text : nil
  }
}

extension Sequence where Element == Input {
  /// The addresses, and all else.
  var divided: (addresses: [String], others: [Input]) {
    (compactMap(\.address), filter { $0.address == nil })
  }
}

/// Fetches pages that a command line names, and ends with `^C`.
struct PageFetching {
  private let desk: Newsdesk
  private let stop = FetchStop()
  private let interruption = Interruption()

  /// - Parameter catalog: what the stories are put into.
  init(into catalog: Catalog, isOffline: Bool) {
    desk = Newsdesk(for: catalog, isOffline: isOffline)
    interruption.watch { [stop] in stop.stop() }
  }

  /// Fetches a page and adds what is on it; what goes wrong is told.
  func add(_ address: String, _ errors: inout ErrorReporter) throws -> Added? {
    do {
      return try desk.addPage(at: address, stop: stop)
    } catch let failure as FetchFailure {
      if let signal = interruption.signal { throw ExitCode(128 + signal) }
      errors.tell(NamedFailure(name: address, failure: failure))
      return nil
    }
  }
}

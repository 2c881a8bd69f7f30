public import Briefing
public import Catalog
import Formats

/// What came of fetching pages.
public struct FetchedPages: Sendable {
  public var kept: Int
  /// Those that could not be had, by their addresses.
  public var failures: [(url: String, failure: FetchFailure)]
}

extension Newsdesk {
  /// Fetches pages that the user asked for, and keeps copies of them, which are on the disk when this returns.
  /// - Parameter told: how far it has come.
  public func fetch(
    _ pages: [WantedPage], stop: FetchStop = FetchStop(), told: (FetchProgress) -> Void = { _ in }
  ) throws(CatalogError) -> FetchedPages {
    var progress = FetchProgress(total: 0)
    var run = WantedPages(pages, of: self, stop)
    try run.run { kept, failed, left in
      (progress.pages, progress.pagesFailed, progress.pagesLeft) = (kept, failed, left)
      told(progress)
    }
    try catalog.sync()
    return FetchedPages(kept: run.kept, failures: run.failures)
  }
}

import Briefing
import Catalog
import Foundation
import SiteSupport
import Testing

@testable import Newsdesk

/// A site on loopback, and a newsdesk that fetches from it into a catalog in memory.
struct Site {
  let web: TestSite
  let catalog: Catalog
  let desk: Newsdesk
  private let time = Clock()

  /// The time of the tests goes only when they say so.
  private final class Clock: @unchecked Sendable {
    private let lock = NSLock()
    private var seconds: Int64 = 1_790_000_000

    var now: Moment { lock.withLock { Moment(seconds: seconds) } }
    func pass(_ seconds: Int64) { lock.withLock { self.seconds += seconds } }
  }

  init(_ preferences: NewsdeskPreferences = NewsdeskPreferences { "\($0)" }, isOffline: Bool = false) throws {
    web = try #require(try TestSite())
    catalog = try Catalog.inMemory()
    let client = HTTPClient(agent: "Courant/test", environment: .empty, isOffline: isOffline)
    desk = Newsdesk(catalog: catalog, client: client, preferences: preferences) { [time] in time.now }
  }

  func pass(hours: Int64) { time.pass(hours * 3600) }

  var headlines: [String] { get throws { try catalog.rows(Listing(), .first(100)).map(\.headline).sorted() } }
}

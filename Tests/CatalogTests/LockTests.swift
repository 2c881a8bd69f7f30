import Briefing
import Foundation
import GRDB
import Samples
import Testing

@testable import Catalog

@Suite struct `A catalog that another program keeps locked` {
  private let folder = TemporaryPlace()

  @Test(.enabled(if: Thorough.isWanted))
  func `is read all the time; a change waits five seconds, says so, and works later`() throws {
    let path = folder.path("catalog.db")
    let catalog = try Catalog.openOrCreate(at: path)
    let id = try catalog.add([incoming("Port", at: 20)]).ids[0]
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE; UPDATE story SET isStarred = 0") }
    let change = Change.mark([id], .starred(true))
    let waited = ContinuousClock().measure {
      #expect(throws: CatalogError.busy) { _ = try catalog.apply(change, at: Moment(seconds: 1)) }
    }
    #expect(waited > .seconds(4) && waited < .seconds(8))
    #expect(try catalog.rows(Listing(), .first(9)).map(\.isStarred) == [false])
    #expect(try Catalog.open(at: path).headlines() == ["Port"])
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    #expect(try catalog.apply(change, at: Moment(seconds: 2)))
    #expect(try catalog.rows(Listing(), .first(9)).map(\.isStarred) == [true])
  }
}

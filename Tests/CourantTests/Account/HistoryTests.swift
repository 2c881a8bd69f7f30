import AccountServer
import Testing

/// Marks between two machines of one user and a server: none is lost, whatever happens on the way.
@Suite struct `Two machines and a server` {
  @Test(.timeLimit(.minutes(20)), arguments: History.all)
  func `end with the same marks`(history: History) throws {
    let server = try #require(PlayedServer(history.kind))
    try history.happens(try TwoMachines(at: server))
  }
}

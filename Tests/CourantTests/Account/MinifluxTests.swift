import AccountServer
import Foundation
import Testing

/// The same against a real server. One after the other, since they share it and its shelf.
@Suite(.serialized, .enabled(if: Miniflux.isThere, "there is no Miniflux to start here (scripts/miniflux get)"))
struct `A real Miniflux` {
  private static let shared = Miniflux()
  private let server: Miniflux

  init() throws {
    server = try #require(Self.shared)
    try server.clear()
  }

  @Test(.timeLimit(.minutes(20)), arguments: History.undisturbed)
  func `and two machines end with the same marks`(history: History) throws {
    try history.happens(try TwoMachines(at: server))
  }

  @Test func `lets nobody in with another password, and says which one it wants`() throws {
    let machine = try Machine("here", at: server, password: "alicepass12")
    let outcome = try machine.sync()
    #expect(outcome.code == 77 && outcome.talk.contains("Integrations"), "\(outcome.code) \(outcome.talk)")
    #expect(!outcome.talk.contains("alicepass12"))
  }

  @Test func `takes no labels, which is said once`() throws {
    try server.add(["Cranes"])
    let machine = try Machine("here", at: server)
    try machine.sync()
    try machine.tag("add", "later", "Cranes")
    let outcome = try machine.sync()
    #expect(outcome.code == 0 && outcome.talk.contains("takes no labels"), "\(outcome.talk)")
    try machine.tag("add", "boats", "Cranes")
    let next = try machine.sync()
    #expect(next.code == 0 && !next.talk.contains("takes no labels"), "\(next.talk)")
    #expect(try machine.marks()["Cranes"]?.labels == server.folders.union(["later", "boats"]))
  }

  @Test func `has its folders here as tags, and its feeds as feeds`() throws {
    try server.add(["Cranes"])
    let machine = try Machine("here", at: server)
    try machine.sync()
    #expect(try machine.run("list", "tag:\(server.folders.first ?? "")").lines.count == 1)
    #expect(try machine.run("feeds").output.contains("The Port"))
  }

  @Test func `gives no tag for the folder of feeds that are in none`() throws {
    try server.add(["Cranes"], in: Miniflux.rest)
    let machine = try Machine("here", at: server)
    try machine.sync()
    #expect(try machine.marks()["Cranes"] == .plain)
    #expect(try machine.run("feeds").output.contains("The Port"))
  }
}

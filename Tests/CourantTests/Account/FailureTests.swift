import AccountServer
import Foundation
import Testing
import TmuxSupport

/// What a server does wrong is said, costs no mark and keeps nobody waiting.
@Suite("When the server fails") struct FailureTests {
  @Test(.timeLimit(.minutes(20)), arguments: Failure.all)
  func `it is said what is wrong, and the mark goes out later`(failure: Failure) throws {
    let server = try #require(PlayedServer(failure.kind))
    let machine = try Self.machine(at: server)
    try machine.mark("read", "Cranes")
    try failure.begins(server)
    try server.forgetRequests()
    let outcome = try machine.sync()
    #expect(failure.codes.contains(outcome.code), "\(outcome.code): \(outcome.talk)")
    for words in failure.says { #expect(outcome.talk.contains(words), "\(outcome.talk)") }
    #expect(outcome.output.isEmpty)
    let count = try server.requests().count
    #expect(count <= failure.requests, "\(count) requests")
    #expect(try machine.marks()["Cranes"] == .read)
    try Self.mend(server)
    let again = try machine.sync()
    #expect(again.code == 0, "\(again.talk)")
    #expect(try server.marks() == ["Cranes": .read, "Strike": .plain, "Tide": .plain])
    try Self.expectNoSecret(of: server, at: machine, in: [outcome, again])
  }

  @Test func `a login that is refused once is made again`() throws {
    let server = try #require(PlayedServer(.reader))
    let machine = try Self.machine(at: server)
    for path in ["subscription/list", "stream/items/ids", "edit-tag"] {
      try machine.mark(path == "stream/items/ids" ? "unread" : "read", "Cranes")
      try server.tell("fail", ["kind": "status", "status": 401, "path": path])
      let outcome = try machine.sync()
      #expect(outcome.code == 0, "\(path): \(outcome.talk)")
    }
    #expect(try server.marks()["Cranes"] == .read)
  }

  @Test func `a server that sends elsewhere gets no password there`() throws {
    let server = try #require(PlayedServer(.reader))
    let machine = try Self.machine(at: server)
    for path in ["ClientLogin", "subscription/list", "edit-tag"] {
      try machine.mark(path == "subscription/list" ? "unread" : "read", "Cranes")
      let elsewhere = "http://localhost:\(server.port)/reader/api/0/" + path
      try server.tell("fail", ["kind": "redirect", "path": path, "to": elsewhere])
      _ = try machine.sync()
      try Self.mend(server)
    }
    let others = try server.requests().filter { $0.host.hasPrefix("localhost") }
    #expect(!others.contains { $0.isAuthorized || $0.form["Email"] != nil })
    #expect(try machine.sync().code == 0)
    #expect(try server.marks()["Cranes"] == .read)
  }

  @Test func `what comes packed is unpacked`() throws {
    let server = try #require(PlayedServer(.reader))
    try server.tell("set", ["gzip": true])
    let machine = try Self.machine(at: server)
    try machine.mark("star", "Tide")
    #expect(try machine.sync().code == 0)
    #expect(try server.marks()["Tide"] == .starred)
  }

  @Test func `offline, nothing is asked for`() throws {
    let server = try #require(PlayedServer(.reader))
    let machine = try Self.machine(at: server)
    try machine.mark("read", "Cranes")
    try server.forgetRequests()
    let outcome = try machine.run("sync", "--offline")
    #expect(outcome.code == 69 && outcome.talk.contains("the network is switched off"), "\(outcome.talk)")
    #expect(try server.requests().isEmpty)
    #expect(try machine.sync().code == 0)
    #expect(try server.marks()["Cranes"] == .read)
  }

  @Test func `a dry run changes nothing on either side`() throws {
    let server = try #require(PlayedServer(.reader))
    let machine = try Self.machine(at: server)
    try machine.mark("read", "Cranes")
    try server.mark(["Strike"], .star)
    try server.add(["Ferry"])
    let before = try machine.marks()
    try server.forgetRequests()
    let outcome = try machine.run("sync", "--dry-run")
    #expect(outcome.code == 0, "\(outcome.talk)")
    #expect(try !server.requests().contains(where: \.sendsMarks))
    #expect(try server.marks()["Cranes"] == .plain)
    #expect(try machine.marks() == before)
    #expect(try machine.sync().code == 0)
    #expect(try machine.marks().count == 4)
  }

  /// A machine that knows the three entries of a server.
  static func machine(at server: PlayedServer) throws -> Machine {
    try server.add(["Cranes", "Strike", "Tide"])
    let machine = try Machine("here", at: server)
    let outcome = try machine.sync()
    #expect(outcome.code == 0, "\(outcome.talk)")
    return machine
  }

  static func mend(_ server: PlayedServer) throws {
    try server.tell("fail")
    try server.tell("set", ["loops": false, "endless": false, "refuses": false])
  }

  /// Neither what was said nor any file of the user's but their own holds the password or a login.
  static func expectNoSecret(of server: PlayedServer, at machine: Machine, in outcomes: [BuiltProgram.Outcome]) throws {
    // As it is, and as forms have it.
    let encoded = server.password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let forms = [server.password, encoded, encoded.replacingOccurrences(of: "%20", with: "+")]
    let secrets = (forms + (try server.logins())).map { Array($0.utf8) }
    for outcome in outcomes {
      for secret in secrets {
        #expect(Array((outcome.output + outcome.talk).utf8).firstRange(of: secret) == nil)
      }
    }
    let files = FileManager.default.enumerator(atPath: machine.home.path)?.allObjects as? [String] ?? []
    #expect(files.contains { $0.hasSuffix("catalog.db") })
    for name in files where name != "password" {
      let data = FileManager.default.contents(atPath: machine.home.path + "/" + name) ?? Data()
      for secret in secrets { #expect(data.range(of: Data(secret)) == nil, "\(name) holds a secret") }
    }
  }
}

import AccountServer
import Foundation
import Testing
import TmuxSupport

/// An account as its user sets it up and lives with it.
@Suite struct `An account` {
  @Test func `brings the stories, marks and feeds of its server`() throws {
    let server = try #require(PlayedServer(.freshrss))
    try server.tell("add", ["titles": ["Cranes", "Strike"], "feed": "The Port", "folder": "sea"])
    try server.tell("add", ["titles": ["Frost"], "feed": "The Garden", "read": true, "starred": true])
    let machine = try Machine("here", at: server)
    let outcome = try machine.sync()
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.talk)")
    #expect(try machine.marks()["Frost"] == .readAndStarred)
    #expect(try machine.run("list", "tag:sea").lines.count == 2)
    #expect(try machine.run("search", "Strike").output.contains("Strike"))
    let feeds = try machine.run("feeds").output
    #expect(feeds.contains("The Port") && feeds.contains("The Garden"))
    #expect(try machine.run("refresh").code == 0)
    #expect(try machine.run("doctor").code == 0)
  }

  @Test func `gives no tag for the folder of what is in no folder`() throws {
    let server = try #require(PlayedServer(.freshrss))
    try server.tell("add", ["titles": ["Cranes"], "feed": "The Port", "folder": "Uncategorized"])
    try server.tell("add", ["titles": ["Frost"], "feed": "The Garden", "folder": "home"])
    let machine = try Machine("here", at: server)
    #expect(try machine.sync().code == 0)
    let tags = try machine.run("tags").output
    #expect(tags.contains("home") && !tags.contains("uncategorized"))
  }

  @Test func `asks at most six times when nothing is new, and sends nothing`() throws {
    let server = try #require(PlayedServer(.miniflux))
    let machine = try FailureTests.machine(at: server)
    try machine.sync()
    try server.forgetRequests()
    #expect(try machine.sync().code == 0)
    let requests = try server.requests()
    let (paths, marks) = (requests.map(\.path), requests.filter(\.sendsMarks))
    #expect(paths.count <= 6, "\(paths)")
    #expect(marks.isEmpty)
  }

  @Test func `goes on where a first sync was killed`() throws {
    let server = try #require(PlayedServer(.reader))
    try server.tell("add", ["titles": ["Cargo"], "count": 1750])
    let machine = try Machine("here", at: server)
    try server.tell("fail", ["kind": "kill-after", "path": "items/contents", "at": 6, "pid": machine.pidFile])
    #expect(Machine.killed.contains(try machine.sync().code))
    try server.forgetRequests()
    #expect(try machine.sync().code == 0)
    let asked = try server.requests().compactMap { $0.form["i"]?.count }.reduce(0, +)
    #expect(asked <= 1250, "\(asked) were fetched again")
    #expect(try machine.marks().count == 1750)
  }

  @Test func `has a story of two feeds once, and tells the server of both entries`() throws {
    let server = try #require(PlayedServer(.reader))
    try server.add(["Cranes", "Strike"])
    try server.tell("add", ["titles": ["Cranes"], "feed": "Harbour News"])
    let machine = try Machine("here", at: server)
    try machine.sync()
    try machine.mark("read", "Cranes")
    try server.forgetRequests()
    #expect(try machine.sync().code == 0)
    let sent = try server.requests().filter(\.sendsMarks).flatMap { $0.form["i"] ?? [] }
    #expect(Set(sent).count == 2)
  }

  @Test func `takes what is marked while it syncs along the next time`() throws {
    let server = try #require(PlayedServer(.miniflux))
    let machine = try FailureTests.machine(at: server)
    try machine.mark("read", "Cranes")
    try server.tell("fail", ["kind": "wait", "path": "stream/items/ids", "at": 2, "seconds": 3])
    let line = #"("$courant" sync; echo $? >&2) & sleep 1; "$courant" mark unread "$1"; "$courant" sync; wait"#
    let id = try #require(try machine.stories()["Cranes"]?.id)
    let outcome = try BuiltProgram.shell(line.replacingOccurrences(of: "$1", with: id), home: machine.home)
    #expect(outcome.talk.contains("another Courant exchanges with the server now"), "\(outcome.talk)")
    #expect(try machine.sync().code == 0)
    #expect(try server.marks()["Cranes"] == .plain)
    #expect(try machine.marks()["Cranes"] == .plain)
  }

  @Test func `takes no marks along to another user of the same server`() throws {
    let server = try #require(PlayedServer(.miniflux))
    let machine = try FailureTests.machine(at: server)
    try machine.mark("read", "Cranes", "Tide")
    try server.tell("add", ["of": "bob", "titles": ["Garden", "Frost", "Rain"]])
    try machine.use(
      server.url, type: server.type, user: server.otherUser.name, password: server.otherUser.password)
    _ = try machine.sync()
    #expect(try server.marks(of: "bob") == ["Garden": .plain, "Frost": .plain, "Rain": .plain])
    try machine.use(server.url, type: server.type, user: server.user, password: server.password)
    _ = try machine.sync()
    #expect(
      try machine.marks() == [
        "Cranes": .read, "Tide": .read, "Strike": .plain, "Garden": .plain, "Frost": .plain, "Rain": .plain,
      ])
    #expect(try server.marks() == ["Cranes": .read, "Tide": .read, "Strike": .plain])
  }

  @Test(arguments: [
    ("false", 78), ("true", 78), ("sleep 0.1; exit 3", 78), ("printf '\\n'", 78), ("/no/such/program", 78),
  ])
  func `says so where the command gives no password`(command: String, code: Int32) throws {
    let server = try #require(PlayedServer(.reader))
    let machine = try FailureTests.machine(at: server)
    try machine.mark("read", "Cranes")
    let settings = """
      [account]
      type = "greader"
      url = "\(server.url)"
      user = "alice"
      password-command = "\(command.replacingOccurrences(of: "\\", with: "\\\\"))"

      """
    try machine.home.write(".config/courant/config.toml", settings)
    try server.forgetRequests()
    let outcome = try machine.sync()
    #expect(outcome.code == code && outcome.talk.contains("password-command"), "\(outcome.code) \(outcome.talk)")
    #expect(try server.requests().isEmpty)
  }

  @Test func `says that nobody answers, and where`() throws {
    let server = try #require(PlayedServer(.reader))
    let machine = try FailureTests.machine(at: server)
    try machine.use("http://127.0.0.1:1", type: "greader", user: "alice", password: "tide")
    let outcome = try machine.sync()
    #expect(outcome.code == 69 && outcome.talk.contains("127.0.0.1"), "\(outcome.code) \(outcome.talk)")
  }

  @Test func `that is not set up is named by its settings`() throws {
    let outcome = try BuiltProgram.run(["sync"])
    #expect(outcome.code == 78 && outcome.talk.contains("[account]"), "\(outcome.code) \(outcome.talk)")
  }
}

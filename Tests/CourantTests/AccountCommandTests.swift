import Foundation
import Testing
import TmuxSupport

/// `courant sync` and what concerns the account, as far as no server is needed.
@Suite struct `An account in the settings` {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func run(_ words: String...) throws -> BuiltProgram.Outcome { try BuiltProgram.run(words, home: home) }

  private func write(_ settings: String) throws {
    let folder = home.path + "/.config/courant"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/config.toml"))
  }

  /// Nobody listens there.
  private func account(_ command: String, network: Bool = true) throws {
    try write(
      """
      network = \(network)
      [account]
      type = "miniflux"
      url = "http://127.0.0.1:1"
      user = "alice"
      password-command = "\(command)"
      """)
  }

  @Test func `is asked for where there is none, or not all of it is right`() throws {
    let none = try run("sync")
    #expect(
      none.code == 78 && none.talk.contains("[account] in config.toml takes type, url, user and password-command"))
    try write("[account]\ntype = \"miniflux\"\n")
    let flawed = try run("sync")
    #expect(flawed.code == 78 && flawed.talk.contains("courant config says what is not"))
    #expect(try run("config").talk.contains("config.toml line 1: “account” lacks “url”"))
  }

  @Test func `whose server is not there loses nothing, and says so`() throws {
    try account("echo secret-word")
    let sync = try run("sync")
    #expect(sync.code == 69 && sync.talk.contains("alice at 127.0.0.1:1: nobody answers at 127.0.0.1"))
    #expect(!sync.talk.contains("secret-word"))
    #expect(try run("refresh").code == 69)
  }

  @Test(arguments: [
    ("false", "password-command failed; try it by hand"), ("true", "password-command printed nothing; try it by hand"),
  ])
  func `that gives no password cannot be right`(command: String, words: String) throws {
    try account(command)
    let sync = try run("sync")
    #expect(sync.code == 78 && sync.talk.contains(words))
    #expect(try run("doctor").output.contains("wrong  alice at 127.0.0.1:1: \(words)"))
  }

  @Test func `is left alone offline, and by a dry run without a catalog`() throws {
    try account("touch \(home.path)/asked; echo x", network: false)
    #expect(try run("sync").code == 69)
    #expect(!FileManager.default.fileExists(atPath: home.path + "/asked"))
    try account("echo x")
    #expect(try run("sync", "--dry-run").code == 69)
    #expect(!FileManager.default.fileExists(atPath: home.path + "/.local/share/courant/catalog.db"))
  }

  @Test func `is looked at by the doctor, who asks no server`() throws {
    try account("echo x")
    _ = try run("sync")
    let doctor = try run("doctor").output
    #expect(doctor.contains("the account is alice at 127.0.0.1:1, and password-command prints something"))
    #expect(doctor.contains("the outbox is empty, nothing was exchanged to the end yet"))
    #expect(!doctor.contains("sync.lock"))
  }
}

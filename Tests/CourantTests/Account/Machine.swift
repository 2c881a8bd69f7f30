import AccountServer
import Foundation
import Testing
import TmuxSupport

/// A machine of the user's: a home of its own, whose settings name the account.
final class Machine {
  let home: TemporaryFolder
  let name: String
  /// The ids of stories by their headlines, as they were seen last.
  private var known: [String: String] = [:]

  init(_ name: String, at shelf: any Shelf, user: String? = nil, password: String? = nil) throws {
    self.name = name
    home = try TemporaryFolder()
    try use(shelf.url, type: shelf.type, user: user ?? shelf.user, password: password ?? shelf.password)
  }

  /// Writes the settings.
  func use(_ url: String, type: String, user: String, password: String) throws {
    let file = try home.write("password", password + "\n")
    try home.write(
      ".config/courant/config.toml",
      """
      [account]
      type = "\(type)"
      url = "\(url)"
      user = "\(user)"
      password-command = "cat '\(file)'"
      \(type == "inoreader" ? "app-id = \"1000\"\napp-key-command = \"echo key\"" : "")

      """)
  }

  @discardableResult
  func run(_ words: String..., input: String = "") throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(words, input: input, home: home)
  }

  /// The codes of a sync that was killed: that of the shell, or the signal itself.
  static let killed: Set<Int32> = [9, 137]

  /// Where a sync writes the number of its process, by which the server can end it.
  var pidFile: String { home.path + "/pid" }

  @discardableResult
  func sync() throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(#"echo $$ >"$HOME/pid"; exec "$courant" sync"#, home: home)
  }

  /// A sync that is killed after some seconds, unless it ends before.
  func syncKilled(after seconds: Double) throws {
    _ = try BuiltProgram.shell(
      "\"$courant\" sync 2>/dev/null & sleep \(seconds); kill -9 $! 2>/dev/null; wait", home: home)
  }

  /// Marks stories by their headlines; `words` are `read`, `unread`, `star` or `unstar`.
  func mark(_ word: String, _ titles: String...) throws { try mark(word, titles) }

  func mark(_ word: String, _ titles: [String]) throws {
    try succeed(["mark", word, "-"], on: titles)
  }

  func tag(_ word: String, _ tag: String, _ titles: String...) throws {
    try succeed(["tag", word, tag, "-"], on: titles)
  }

  func undo() throws {
    let outcome = try run("undo")
    #expect(outcome.code == 0, "\(name): undo: \(outcome.talk)")
  }

  private func succeed(_ words: [String], on titles: [String]) throws {
    if !titles.allSatisfy({ known[$0] != nil }) { known = try stories().mapValues(\.id) }
    let ids = titles.compactMap { known[$0] }
    #expect(ids.count == titles.count, "\(name) has not all of \(titles)")
    let outcome = try BuiltProgram.run(words, input: ids.joined(separator: "\n") + "\n", home: home)
    #expect(outcome.code == 0, "\(name): \(words.joined(separator: " ")): \(outcome.talk)")
  }

  /// Every story by its headline, with its id and marks.
  func stories() throws -> [String: (id: String, marks: Marks)] {
    let listed = try run("list", "--json")
    return try listed.lines.reduce(into: [:]) { stories, line in
      let said = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      guard let headline = said["headline"] as? String, let id = said["id"] as? String else { return }
      let isDouble = stories[headline] != nil
      #expect(!isDouble, "\(name) has “\(headline)” twice")
      let marks = Marks(
        isRead: !(said["unread"] as? Bool ?? false), isStarred: said["starred"] as? Bool ?? false,
        labels: Set(said["tags"] as? [String] ?? []))
      stories[headline] = (id, marks)
    }
  }

  func marks() throws -> [String: Marks] { try stories().mapValues(\.marks) }
}

import Foundation
import SiteSupport

/// A real Miniflux on loopback (`scripts/miniflux`), with a user of the tests' own; it ends with the tests.
public struct Miniflux: Sendable {
  public let port: UInt16
  private let databasePort: UInt16

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scripts/miniflux").path

  /// Whether there is one to start: its package was fetched, and PostgreSQL is there.
  public static let isThere: Bool = {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: script)
    process.arguments = ["missing"]
    process.standardOutput = output
    guard (try? process.run()) != nil else { return false }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 && said.isEmpty
  }()

  /// Nil where it does not start.
  public init?() {
    let ports = ServerProcess.start([Self.script, "run"])?.split(separator: " ").compactMap { UInt16($0) } ?? []
    guard ports.count == 2 else { return nil }
    (port, databasePort) = (ports[0], ports[1])
  }

  /// Runs SQL in its database, and gives what it says, a row a line with bars between the columns.
  @discardableResult
  public func sql(_ text: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "psql", "-h", "127.0.0.1", "-p", "\(databasePort)", "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qAtc", text,
      "miniflux",
    ]
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
    return String(decoding: said, as: UTF8.self)
  }

  /// Takes everything off the shelf, for the next test.
  public func clear() throws {
    try sql("delete from entries; delete from feeds; delete from categories where title <> \(Self.quoted(Self.rest))")
  }

  /// The folder that Miniflux itself makes, of the feeds that its user put in none.
  public static let rest = "All"
}

extension Miniflux: Shelf {
  public var url: String { "http://127.0.0.1:\(port)" }
  public var user: String { "alice" }
  public var password: String { "apipass12" }
  public var type: String { "miniflux" }
  public var takesLabels: Bool { false }
  public var folders: Set<String> { ["wharves"] }

  public func add(_ titles: [String]) throws { try add(titles, in: "Wharves") }

  /// Entries of one feed, which comes into the folder with the first of them.
  public func add(_ titles: [String], in folder: String) throws {
    let rows = titles.enumerated().map { number, title in "(\(number), \(Self.quoted(title)))" }
    try sql(
      """
      insert into categories (user_id, title) values (1, \(Self.quoted(folder))) on conflict do nothing;
      insert into feeds (user_id, category_id, title, feed_url, site_url, checked_at)
        select 1, id, 'The Port', 'https://port.example/feed.xml', 'https://port.example/', now() from categories
        where user_id = 1 and title = \(Self.quoted(folder)) on conflict do nothing;
      insert into entries (user_id, feed_id, hash, title, url, published_at, created_at, changed_at, content, author, status)
        select 1, (select min(id) from feeds), md5(title), title, 'https://port.example/' || md5(title),
          now() + number * interval '1 second', now(), now(), '<p>' || title || ' came into the harbour that day.</p>', '',
          'unread'
        from (values \(rows.joined(separator: ", "))) as rows (number, title);
      """)
  }

  public func mark(_ titles: [String], _ mark: ServerMark) throws {
    let change =
      switch mark {
      case .read: "status = 'read'"
      case .unread: "status = 'unread'"
      case .star: "starred = true"
      case .unstar: "starred = false"
      }
    let names = titles.map(Self.quoted).joined(separator: ", ")
    try sql("update entries set \(change), changed_at = now() where title in (\(names))")
  }

  public func marks() throws -> [String: Marks] {
    let rows = try sql("select title, status, starred from entries where status <> 'removed'").split(separator: "\n")
    return rows.reduce(into: [:]) { marks, row in
      let parts = row.split(separator: "|").map(String.init)
      marks[parts[0]] = Marks(isRead: parts[1] == "read", isStarred: parts[2] == "t")
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
  }
}

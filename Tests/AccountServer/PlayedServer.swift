import Foundation
import SiteSupport

/// A small server that speaks the Google Reader API on loopback (`greader.py`), as one of those that people use, which a test fills,
/// marks and disturbs. It ends with the tests.
public struct PlayedServer: Sendable {
  /// Whose deviations it plays.
  public enum Kind: String, CaseIterable, Sendable {
    case reader, freshrss, miniflux, inoreader, bazqux, theoldreader
  }

  public let kind: Kind
  public let port: UInt16
  public let user = "alice"
  /// Has characters that a form, a shell and a format would each take for something of their own.
  public let password = "tide & pier = 7%"
  /// Another user with another shelf on the same server.
  public let otherUser = (name: "bob", password: "bobs-other-password")

  /// Nil where there is no python3.
  public init?(_ kind: Kind) {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("greader.py")
    guard let port = ServerProcess.start(["python3", script.path, kind.rawValue]).flatMap({ UInt16($0) }) else {
      return nil
    }
    self.kind = kind
    self.port = port
  }

  public var url: String { "http://127.0.0.1:\(port)" }

  /// Tells the server something and gives what it answers (`greader.py` says what there is to tell).
  @discardableResult
  public func tell(_ name: String, _ asked: [String: Any] = [:]) throws -> Any {
    let body = try JSONSerialization.data(withJSONObject: asked)
    let answer = try LoopbackRequest.post("/_control/\(name)", Array(body), port: port)
    return try JSONSerialization.jsonObject(with: Data(answer))
  }

  /// What it was asked, in order.
  public func requests() throws -> [LoggedRequest] {
    (try tell("log") as? [[String: Any]] ?? []).map(LoggedRequest.init)
  }

  /// Every login and token that it has given out.
  public func logins() throws -> [String] { try tell("logins") as? [String] ?? [] }

  public func forgetRequests() throws { try tell("log", ["forget": true]) }
}

/// A request as the server wrote it down.
public struct LoggedRequest: Sendable {
  public let path: String
  public let host: String
  public let status: Int
  public let isAuthorized: Bool
  public let query: [String: [String]]
  public let form: [String: [String]]

  init(_ said: [String: Any]) {
    path = said["path"] as? String ?? ""
    host = said["host"] as? String ?? ""
    status = said["status"] as? Int ?? 0
    isAuthorized = said["authorized"] as? Bool ?? false
    query = said["query"] as? [String: [String]] ?? [:]
    form = said["form"] as? [String: [String]] ?? [:]
  }

  public var sendsMarks: Bool { path.hasSuffix("/edit-tag") }
}

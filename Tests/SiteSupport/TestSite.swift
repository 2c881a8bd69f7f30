public import Foundation

/// A web site on loopback, in a folder of its own (`site.py`), which ends with the tests.
public struct TestSite: Sendable {
  public let folder: URL
  public let port: UInt16

  /// Nil where there is no python3.
  public init?() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("courant-site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("site.py")
    guard let port = ServerProcess.start(["python3", script.path, folder.path]).flatMap({ UInt16($0) }) else {
      return nil
    }
    self.port = port
  }

  public func url(_ name: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)/\(name)" }

  public func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  public func writeFeed(_ name: String, title: String = "The Port", _ entries: [(String, String)]) throws {
    let items = entries.map { headline, body in
      "<item><title>\(headline)</title><guid>\(headline)</guid><link>\(url(headline.lowercased() + ".html"))</link>"
        + "<description><![CDATA[\(body)]]></description></item>"
    }
    try write(name, "<rss><channel><title>\(title)</title>\(items.joined())</channel></rss>")
  }

  public func writePage(_ name: String, _ headline: String, paragraphs: Int = 12, links: String = "") throws {
    let words = "This paragraph says at some length what happened in the harbour that day, and to whom it did."
    let text = String(repeating: "<p>\(words)</p>", count: paragraphs)
    try write(
      name,
      "<html><head><title>\(headline)</title></head><body><article><h1>\(headline)</h1>\(text)\(links)</article></body></html>"
    )
  }

  public func head(_ name: String, _ json: String) throws { try write(name + ".head", json) }

  /// What was asked for, and by which tag.
  public var requests: [String] {
    let text = (try? String(contentsOf: folder.appendingPathComponent("requests"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// Ends the site, as a network that is gone does.
  public func stop() {
    let ask =
      "import socket; s = socket.create_connection(('127.0.0.1', \(port))); s.sendall(b'GET /stop HTTP/1.0\\r\\n\\r\\n'); s.recv(1)"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", ask]
    process.standardError = FileHandle.nullDevice
    try? process.run()
    process.waitUntilExit()
  }
}

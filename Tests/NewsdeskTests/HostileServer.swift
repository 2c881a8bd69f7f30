import Foundation
import SiteSupport

/// `Server/hostile.py`, on loopback, for as long as the tests run: it ends when its standard input does.
struct HostileServer: Sendable {
  /// Two ports that speak plain HTTP, and one where nobody listens.
  let port: UInt16
  let otherPort: UInt16
  let closedPort: UInt16
  /// A port whose server speaks first, and no HTTP.
  let greetingPort: UInt16
  /// Ports that speak TLS, by what is wrong with them (`good`, `expired`, …); fewer where openssl cannot make the certificate.
  let encryptedPorts: [String: UInt16]
  /// Whom `good` is signed by.
  let authority: String

  /// Nil where there is no python3.
  static let shared = HostileServer()

  private init?() {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Server/hostile.py")
    guard let line = ServerProcess.start(["python3", "-W", "ignore", script.path]),
      let said = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let plain = said["plain"] as? Int, let other = said["other"] as? Int, let closed = said["closed"] as? Int,
      let greeting = said["greeting"] as? Int
    else { return nil }
    (port, otherPort, closedPort) = (UInt16(plain), UInt16(other), UInt16(closed))
    greetingPort = UInt16(greeting)
    encryptedPorts = (said["tls"] as? [String: Int] ?? [:]).mapValues { UInt16($0) }
    authority = said["ca"] as? String ?? ""
  }
}

/// A token that no other test asks the server with.
func newToken() -> String { "t\(UInt64.random(in: 0 ... .max))" }

import Briefing
import Testing

@testable import Newsdesk

@Suite(.withServer) struct `An encrypted connection` {
  private static func environment(_ file: String) -> HTTPEnvironment {
    HTTPEnvironment { $0 == "SSL_CERT_FILE" ? file : nil }
  }

  private func fetch(_ name: String, host: String = "127.0.0.1", trusting: Bool = true) throws -> Result<
    HTTPAnswer, HTTPFailure
  >? {
    var fetching = try Fetching()
    guard let port = fetching.server.encryptedPorts[name] else { return nil }
    if trusting {
      fetching.client = HTTPClient(agent: "x", environment: Self.environment(fetching.server.authority))
    }
    return fetching.fetch(try WebAddress("https://\(host):\(port)/do/ok/x"))
  }

  private static let hasCertificates = HostileServer.shared?.encryptedPorts.isEmpty == false

  @Test(.enabled(if: hasCertificates, "openssl is needed for certificates"))
  func `is made where the certificate is good, by whom the environment trusts`() throws {
    #expect(try fetch("good")?.get().status == 200)
    #expect(try fetch("good", host: "localhost")?.get().status == 200)
  }

  @Test(
    .enabled(if: hasCertificates, "openssl is needed for certificates"),
    arguments: [
      ("expired", TLSFlaw.expired), ("otherHost", .otherHost), ("selfSigned", .selfSigned), ("outdated", .outdated),
    ])
  func `is refused, and it is said why`(name: String, flaw: TLSFlaw) throws {
    guard let result = try fetch(name) else { return }
    #expect(result == .failure(.tls(flaw)))
  }

  @Test(.enabled(if: hasCertificates, "openssl is needed for certificates"))
  func `is refused where nobody trusted has signed`() throws {
    let result = try fetch("good", trusting: false)
    #expect(result == .failure(.tls(.unknownIssuer)) || result == .failure(.tls(.selfSigned)))
  }

  @Test func `to a server that does not encrypt is none`() throws {
    let fetching = try Fetching()
    let address = try WebAddress("https://127.0.0.1:\(fetching.server.greetingPort)/")
    #expect(fetching.failure(address) == .tls(.other))
  }

  @Test func `cannot be made without the certificates that the environment names`() throws {
    guard let port = try Fetching().server.encryptedPorts["good"] else { return }
    var fetching = try Fetching()
    fetching.client = HTTPClient(agent: "x", environment: Self.environment("/nonexistent/ca.pem"))
    let failure = fetching.failure(try WebAddress("https://127.0.0.1:\(port)/"))
    #expect(failure == .tls(.noCertificates))
  }
}

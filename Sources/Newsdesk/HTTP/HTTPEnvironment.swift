import Briefing
import System

/// What the environment says of the network: through whom to go, and whose certificates to trust.
public struct HTTPEnvironment: Hashable, Sendable {
  /// The proxy for each scheme, and for those without one.
  var proxies: [String: String] = [:]
  var anyProxy: String?
  /// Hosts that are reached without one: names, numbers, or `*`.
  var direct: [String] = []
  var certificateFile: String?
  var certificateFolder: String?
  /// Where hosts are that are looked up nowhere, as `host:port:address`: for tests.
  var hosts: [String] = []

  /// Reads variables as curl does: `http_proxy` in small letters only, because servers set the other one to what a stranger says.
  public init(_ variable: (String) -> String?) {
    func value(_ names: String...) -> String? { names.lazy.compactMap(variable).first { !$0.isEmpty } }
    proxies["http"] = value("http_proxy")
    proxies["https"] = value("https_proxy", "HTTPS_PROXY")
    anyProxy = value("all_proxy", "ALL_PROXY")
    direct = (value("no_proxy", "NO_PROXY") ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    certificateFile = value("CURL_CA_BUNDLE", "SSL_CERT_FILE")
    certificateFolder = value("SSL_CERT_DIR")
  }

  /// Of this process.
  public static var current: HTTPEnvironment { HTTPEnvironment { Environment[$0] } }

  /// Nothing said.
  public static let empty = HTTPEnvironment { _ in nil }

  /// The proxy that an address is reached through; nil where it is reached directly.
  func proxy(for address: WebAddress) -> String? {
    guard let proxy = proxies[address.scheme] ?? anyProxy else { return nil }
    return direct.contains { Self.matches($0, address.host) } ? nil : proxy
  }

  /// A name matches itself and what stands below it, a number itself or those that begin like it (`10.0.0.0/8`).
  private static func matches(_ entry: String, _ host: WebHost) -> Bool {
    if entry == "*" { return true }
    switch host {
    case .number(let number, _):
      let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
      guard let network = (try? WebAddress("http://\(bracketed(parts[0]))/"))?.host,
        case .number(let other, _) = network
      else { return false }
      return parts.count == 1 ? number == other : number.isWithin(other, bits: Int(parts[1]) ?? -1)
    case .name(let name, _):
      let name = name.hasSuffix(".") ? name.dropLast() : name[...]
      var suffix = entry.drop { $0 == "." }
      if suffix.hasSuffix(".") { suffix = suffix.dropLast() }
      return !suffix.isEmpty && (name == suffix || name.hasSuffix("." + suffix))
    }
  }

  private static func bracketed(_ number: Substring) -> String {
    number.contains(":") && number.first != "[" ? "[\(number)]" : String(number)
  }
}

extension IPAddress {
  /// Whether its first bits are those of another.
  fileprivate func isWithin(_ network: IPAddress, bits: Int) -> Bool {
    let (mine, its) = (groups, network.groups)
    guard mine.count == its.count, (0...mine.count * 16).contains(bits) else { return false }
    return zip(mine, its).enumerated().allSatisfy { index, pair in
      let counted = min(max(0, bits - index * 16), 16)
      return counted == 0 || (pair.0 ^ pair.1) >> UInt16(16 - counted) == 0
    }
  }

  private var groups: [UInt16] {
    switch self {
    case .four(let value): [UInt16(value >> 16), UInt16(value & 0xFFFF)]
    case .six(let groups): groups
    }
  }
}

/// An address that may be opened: it is of the web, and read as browsers read it (WHATWG URL, “basic URL parser”).
///
/// Tabs and line breaks are taken out, spaces and controls at the ends too; backslashes are slashes; the host may be
/// percent-encoded, in any script, or a number in any form. What names a user is left out, because no page of a story needs
/// it and it passes for a host that it is not; `user` keeps it to be told. `.` and `..` in the path stay as they are.
public struct WebAddress: Hashable, Sendable {
  /// `http` or `https`.
  public let scheme: String
  public let host: WebHost
  /// Nil where it is the scheme's own.
  public let port: UInt16?
  /// Path, query and fragment, percent-encoded.
  public let rest: String
  /// What stood before the `@`, without a password; displayable.
  public let user: String?

  /// Why an address is not one that may be opened.
  public enum Flaw: Error, Hashable, Sendable {
    /// It has no scheme, and so leads nowhere by itself.
    case noScheme
    /// Another scheme than http and https.
    case otherScheme(String)
    case noHost
    /// No host can be called so.
    case badHost(String)
    case badPort
  }

  /// The whole address in ASCII: letters, digits and marks that a URL may hold, with no space, quote or backslash.
  public var text: String { "\(scheme)://\(host.ascii)\(portText)\(rest)" }

  /// The whole as people read it, which differs in the host alone.
  public var shown: String { "\(scheme)://\(host.shown)\(portText)\(rest)" }

  private var portText: String { port.map { ":\($0)" } ?? "" }
}

extension WebAddress {
  /// Reads an address as it stands in a text. Linear in its length, but for the host, which is short.
  public init(_ text: String) throws(Flaw) {
    var bytes = Array(text.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let colon = Self.endOfScheme(bytes) else { throw .noScheme }
    let scheme = String(decoding: bytes[..<colon].map(\.lowercased), as: UTF8.self)
    guard scheme == "http" || scheme == "https" else { throw .otherScheme(scheme) }
    let start = bytes[(colon + 1)...].firstIndex { !Self.isSlash($0) } ?? bytes.count
    let end = bytes[start...].firstIndex { Self.isSlash($0) || $0 == 0x3F || $0 == 0x23 } ?? bytes.count
    let authority = Authority(bytes[start..<end])
    guard !authority.host.isEmpty else { throw .noHost }
    guard let host = WebHost(authority.host) else { throw .badHost(Gate.text(of: authority.host)) }
    let usual: UInt16 = scheme == "http" ? 80 : 443
    port = try authority.port(usual: usual)
    (self.scheme, self.host, user) = (scheme, host, authority.user)
    rest = Self.rest(bytes[end...])
  }

  /// A letter, then letters, digits, `+`, `-` and `.`, up to a colon.
  private static func endOfScheme(_ bytes: [UInt8]) -> Int? {
    guard bytes.first?.isLetter == true, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let isScheme = bytes[..<colon].allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    return isScheme ? colon : nil
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }

  /// Letters that may stand in a URL (RFC 3986), percent signs included, but for the apostrophe, which quotes in a shell.
  private static let allowed: [Bool] = {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&()*+,;=%".utf8)
    return (0..<256).map { letters.contains(UInt8($0)) }
  }()

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func rest(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 1)
    if bytes.first.map(isSlash) != true { text.append(0x2F) }
    var isPath = true
    for byte in bytes {
      if byte == 0x3F || byte == 0x23 { isPath = false }
      if isPath, byte == 0x5C {
        text.append(0x2F)
      } else if allowed[Int(byte)] {
        text.append(byte)
      } else {
        text += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// What stands between the slashes and the path.
private struct Authority {
  let host: [UInt8]
  let user: String?
  private let portDigits: ArraySlice<UInt8>?

  init(_ bytes: ArraySlice<UInt8>) {
    let at = bytes.lastIndex(of: UInt8(ascii: "@"))
    let credentials = bytes[bytes.startIndex..<(at ?? bytes.startIndex)]
    let name = credentials.prefix { $0 != UInt8(ascii: ":") }
    user = credentials.isEmpty ? nil : Gate.text(of: Array(name))
    let site = bytes[(at.map { $0 + 1 } ?? bytes.startIndex)...]
    let bracket = site.lastIndex(of: UInt8(ascii: "]")) ?? site.startIndex
    let colon = site[bracket...].firstIndex(of: UInt8(ascii: ":"))
    host = Array(site[..<(colon ?? site.endIndex)])
    portDigits = colon.map { site[($0 + 1)...] }
  }

  /// The port; nil where it is not said, or is the usual one.
  func port(usual: UInt16) throws(WebAddress.Flaw) -> UInt16? {
    guard let portDigits, !portDigits.isEmpty else { return nil }
    guard portDigits.allSatisfy(\.isDigit), let number = UInt16(String(decoding: portDigits, as: UTF8.self)) else {
      throw .badPort
    }
    return number == usual ? nil : number
  }
}

/// A web address as one word of a command line.
enum WebAddress {
  /// Letters that may stand in a URL (RFC 3986), percent signs included.
  private static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The address with all that a URL may not hold percent-encoded; nil for any scheme but http and https, or no host.
  ///
  /// What names a user before the host is left out: no story's page needs it, and it passes for a host that it is not.
  /// A host in another script than Latin is kept: browsers know what to do with it.
  static func argument(for address: String) -> String? {
    let bytes = Array(address.utf8)
    let scheme = ["https://", "http://"].first { bytes.prefix($0.utf8.count).map(lowercased) == Array($0.utf8) }
    guard let scheme else { return nil }
    let rest = bytes.dropFirst(scheme.utf8.count)
    let hostEnd = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    let authority = rest[..<hostEnd]
    let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
    guard !host.isEmpty, host.allSatisfy({ $0 >= 0x80 || allowed.contains($0) }), isWritten(host) else { return nil }
    return scheme + String(decoding: host, as: UTF8.self) + encoded(rest[hostEnd...])
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }

  /// Whether a host has only letters, marks and digits beyond ASCII: nothing invisible, nothing that steers.
  private static func isWritten(_ host: ArraySlice<UInt8>) -> Bool {
    String(decoding: host, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.isASCII || scalar.properties.isIDContinue || scalar == "\u{3002}"
    }
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      if allowed.contains(byte) {
        text.append(byte)
      } else {
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

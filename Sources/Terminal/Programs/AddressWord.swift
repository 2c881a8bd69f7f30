/// A web address as one word of a command line.
///
/// Whoever hands an address over has read and judged it; this is the last look at its shape, before another program gets it.
enum AddressWord {
  /// Letters that may stand in a URL (RFC 3986), percent signs included, but for the apostrophe, which quotes in a shell.
  private static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&()*+,;=%".utf8)

  /// Whether it is an http or https address in ASCII, with a host, without a user's name before it, and with nothing that a
  /// URL must percent-encode.
  static func isSafe(_ address: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return false }
    let rest = address.utf8.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    return !authority.isEmpty && !authority.contains(UInt8(ascii: "@")) && rest.allSatisfy(allowed.contains)
  }
}

/// Addresses of pages by which a page is known again, however a link to it is written.
public enum PageAddress {
  /// The name of the page that an address leads to: the same for all addresses of one page.
  ///
  /// It is the host in small letters without `www.`, then the path and the query as they stand. Left out is what does not
  /// change the page: scheme, user, the scheme's own port, a fragment (but `#!…`, which stands for a page), parameters that
  /// only tell where a reader came from (`TrackingParameter`), marks of AMPAddress and the cache that AMPAddress pages come from, one slash
  /// at the end, and `index.html`. Percent signs are written in one way (RFC 3986, 6.2.2, with the marks of RFC 2396), hosts
  /// of other letters as they read. Parameters keep their order, paths their case.
  ///
  /// Any text has a key; it is no address. Linear in the length of the text.
  public static func key(of address: String) -> String {
    var written = WrittenAddress(address)
    if let inner = AMPAddress.addressInCache(written) { written = WrittenAddress(inner) }
    return written.host + path(of: written) + (written.query.isEmpty ? "" : "?" + written.query) + written.fragment
  }

  private static func path(of written: WrittenAddress) -> String {
    var path = written.path[...]
    if written.query.isEmpty, let folder = withoutIndex(path) { path = folder }
    if path.last == "/" { path = path.dropLast() }
    if AMPAddress.isMarked(path) {
      path = path.dropLast("/amp".utf8.count)
    }
    // A query of the first page, and what a program shows there, stand behind its slash.
    return path.isEmpty && !(written.query.isEmpty && written.fragment.isEmpty) ? "/" : String(path)
  }

  /// The folder, where a path names the page that a server shows for it.
  private static func withoutIndex(_ path: Substring) -> Substring? {
    for name in ["/index.html", "/index.htm"] where path.hasSuffix(name) { return path.dropLast(name.utf8.count - 1) }
    return nil
  }
}

/// What an address is made of, each written in one way, without what never changes a page.
struct WrittenAddress {
  /// Without `www.`; empty where none is written.
  let host: String
  /// From its first slash on.
  let path: String
  /// Without its question mark.
  let query: String
  /// Empty, or from `#!` on.
  let fragment: String

  init(_ address: String) {
    var bytes = Array(address.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    var rest = bytes[...]
    var usualPort: [UInt8] = []
    for (scheme, port) in [("https://", ":443"), ("http://", ":80")] where rest.opens(with: scheme) {
      rest = rest.dropFirst(scheme.utf8.count)
      usualPort = Array(port.utf8)
    }
    let mark = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
    fragment = Self.fragment(rest[mark...])
    rest = rest[..<mark]
    let question = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
    query = Self.query(rest[question...].dropFirst())
    rest = rest[..<question]
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    path = PercentEncoding.normal(rest[slash...])
    host = Self.host(rest[..<slash], usualPort)
  }

  /// A mark that links have which lead nowhere is none.
  private static func fragment(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.count > 2 && bytes.opens(with: "#!") ? PercentEncoding.normal(bytes) : ""
  }

  private static func query(_ bytes: ArraySlice<UInt8>) -> String {
    let kept = bytes.split(separator: UInt8(ascii: "&")).map(PercentEncoding.normal).filter {
      !TrackingParameter.isMeant(by: $0) && !AMPAddress.isMarked(parameter: $0)
    }
    let query = kept.joined(separator: "&")
    return query.last == "/" ? String(query.dropLast()) : query
  }

  private static func host(_ authority: ArraySlice<UInt8>, _ usualPort: [UInt8]) -> String {
    let at = authority.lastIndex(of: UInt8(ascii: "@"))
    var site = authority[(at.map { $0 + 1 } ?? authority.startIndex)...]
    if !usualPort.isEmpty, site.suffix(usualPort.count).elementsEqual(usualPort) {
      site = site.dropLast(usualPort.count)
    }
    let colon = site.firstIndex(of: UInt8(ascii: ":")) ?? site.endIndex
    let port = String(decoding: site[colon...], as: UTF8.self)
    var name = site[..<colon]
    if name.count > 1, name.last == UInt8(ascii: ".") { name = name.dropLast() }
    return AMPAddress.withoutMark(Query.host(readable(name))) + port.lowercased()
  }

  /// A name in Punycode, or in wide letters, as it reads.
  private static func readable(_ name: ArraySlice<UInt8>) -> String {
    let text = String(decoding: name, as: UTF8.self)
    let isPlain = name.allSatisfy { $0 < 0x80 } && !text.lowercased().contains("xn--")
    guard !isPlain, case .name(_, let shown)? = WebHost(Array(name)) else { return text }
    return shown
  }
}

/// Pages in a reduced form for telephones, whose address is that of the page with a mark.
private enum AMPAddress {
  /// The address of a page that is fetched from a cache: `cdn.ampproject.org/c/s/…`, `google.com/amp/s/…`.
  static func addressInCache(_ written: WrittenAddress) -> String? {
    var rest = written.path[...]
    if written.host == "cdn.ampproject.org" || written.host.hasSuffix(".cdn.ampproject.org") {
      guard let kind = ["/c/", "/v/"].first(where: rest.hasPrefix) else { return nil }
      rest = rest.dropFirst(kind.utf8.count)
    } else if written.host == "google.com", rest.hasPrefix("/amp/") {
      rest = rest.dropFirst("/amp/".utf8.count)
    } else {
      return nil
    }
    if rest.hasPrefix("s/") { rest = rest.dropFirst(2) }
    guard rest.prefix(while: { $0 != "/" }).contains(".") else { return nil }
    return rest + (written.query.isEmpty ? "" : "?" + written.query) + written.fragment
  }

  /// Without `amp.`, where what is left is a host.
  static func withoutMark(_ host: String) -> String {
    let rest = host.dropFirst("amp.".utf8.count)
    return host.hasPrefix("amp.") && rest.contains(".") ? Query.host(String(rest)) : host
  }

  /// Whether a path ends in `/amp` behind the name of an article, which has digits or several words; not in a word of its own.
  static func isMarked(_ path: Substring) -> Bool {
    guard path.hasSuffix("/amp") else { return false }
    let name = path.dropLast("/amp".utf8.count).utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    return name.contains { $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  static func isMarked(parameter: String) -> Bool {
    ["amp", "amp=", "amp=1", "amp=true", "outputtype=amp", "output=amp"].contains(parameter.lowercased())
  }
}

extension ArraySlice<UInt8> {
  /// Whether letters open it, large or small; `word` is in small letters.
  fileprivate func opens(with word: String) -> Bool {
    prefix(word.utf8.count).map(\.lowercased).elementsEqual(word.utf8)
  }
}

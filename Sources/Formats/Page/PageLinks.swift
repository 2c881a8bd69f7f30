import Briefing

/// Where the links of a page lead.
struct PageLinks {
  private let base: LinkOrigin?
  /// The page's own host, as citations name it.
  private let ownHost: String?

  /// - Parameters:
  ///   - address: of the page.
  ///   - base: what the page says that its links start from.
  init(address: String?, base: String?) {
    let page = address.flatMap { LinkOrigin($0) }
    ownHost = address.flatMap { Self.host(of: $0) }
    let said = base.flatMap { page?.resolve($0) ?? LinkOrigin.whole($0) }
    self.base = said.flatMap { LinkOrigin($0) } ?? page
  }

  /// The whole address; nil for one that leads nowhere on the web.
  func resolve(_ reference: String) -> String? {
    guard let url = base.map({ $0.resolve(reference) }) ?? LinkOrigin.whole(reference) else { return nil }
    let text = Gate.text(of: url)
    return text.utf8.contains(0x20) ? text.replacing(" ", with: "%20") : text
  }

  /// The host that a link cites; nil for the page's own.
  func citedHost(of url: String) -> String? {
    guard let host = Self.host(of: url), host != ownHost else { return nil }
    return host
  }

  static func host(of url: String) -> String? {
    if let plain = plainHost(of: url) {
      return plain.utf8.starts(with: "www.".utf8) ? Citation.host(named: plain) : plain
    }
    guard let address = try? WebAddress(url) else { return nil }
    return Citation.host(named: address.host.shown)
  }

  /// The host of an address as nearly all are written, in small letters of ASCII, which stands for itself; nil for any other.
  private static func plainHost(of url: String) -> String? {
    var rest = url.utf8[...]
    guard rest.starts(with: "http".utf8) else { return nil }
    rest = rest.dropFirst(rest.starts(with: "https".utf8) ? 5 : 4)
    guard rest.starts(with: "://".utf8) else { return nil }
    let host = rest.dropFirst(3).prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    var (labels, length, last) = (1, 0, UInt8(ascii: "."))
    for byte in host {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      // A name that ends in a number is an address of four.
      case UInt8(ascii: "0")...UInt8(ascii: "9"): if length == 0, labels > 1 { return nil }
      case UInt8(ascii: "-"): if last == byte || length == 0 { return nil }
      case UInt8(ascii: "."):
        if length == 0 || length > 63 || last == UInt8(ascii: "-") { return nil }
        (labels, length) = (labels + 1, -1)
      default: return nil
      }
      length += 1
      last = byte
    }
    return labels > 1 && (1...63).contains(length) && last != UInt8(ascii: "-") && host.count < 200 ? String(host) : nil
  }
}

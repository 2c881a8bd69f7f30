/// The address that others on a page or in a feed start from (RFC 3986, section 5.2).
package struct LinkOrigin: Sendable {
  /// Up to the colon.
  private let scheme: String
  /// From the slashes up to the path.
  private let authority: Substring
  /// Up to the question mark.
  private let path: Substring
  private let query: Substring

  /// Nil for what is no address of the web.
  package init?(_ address: String) {
    let trimmed = LinkOrigin.trimmed(address)
    guard let scheme = LinkOrigin.scheme(of: trimmed), scheme == "http" || scheme == "https" else { return nil }
    let rest = trimmed.dropFirst(scheme.count + 1)
    guard rest.hasPrefix("//") else { return nil }
    let end = rest.utf8.dropFirst(2).firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    self.scheme = scheme
    authority = rest[..<end]
    let tail = rest[..<(rest.utf8[end...].firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex)]
    path = tail[end..<(tail.utf8[end...].firstIndex(of: UInt8(ascii: "?")) ?? tail.endIndex)]
    query = tail[path.endIndex...]
  }

  /// The whole address that one on the page stands for; nil where it leads nowhere on the web, or to a place on this page.
  package func resolve(_ reference: String) -> String? {
    let reference = LinkOrigin.trimmed(reference)
    if LinkOrigin.isWhole(reference) { return reference }
    guard let first = reference.unicodeScalars.first, first != "#" else { return nil }
    if let scheme = LinkOrigin.scheme(of: reference) {
      guard scheme == "http" || scheme == "https" else { return nil }
      let rest = reference.dropFirst(scheme.count + 1)
      if rest.hasPrefix("//") { return reference }
      return resolve(String(rest))
    }
    if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
    if first == "/" { return "\(scheme):\(authority)\(LinkOrigin.withoutDots(reference[...]))" }
    if first == "?" { return "\(scheme):\(authority)\(path)\(reference)" }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return "\(scheme):\(authority)\(LinkOrigin.withoutDots(folder + reference))"
  }

  /// An address by itself: whole, or nil.
  static func whole(_ reference: String) -> String? {
    let reference = trimmed(reference)
    if isWhole(reference) { return reference }
    guard let scheme = scheme(of: reference), scheme == "http" || scheme == "https",
      reference.dropFirst(scheme.count + 1).hasPrefix("//")
    else { return nil }
    return reference
  }

  /// Whether it is a whole address as most are written.
  private static func isWhole(_ address: String) -> Bool {
    let bytes = address.utf8
    guard bytes.starts(with: "http".utf8) else { return false }
    let rest = bytes.dropFirst(4)
    return rest.starts(with: "://".utf8) || rest.starts(with: "s://".utf8)
  }

  /// Without white space at the ends, and without line ends and tabs within; other white space within as percent and digits
  /// (URL standard, 4.4 and 1.3).
  private static func trimmed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) { return text }
    var bytes = Array(text.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeAll { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let trimmed = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 == 0x20 || $0 >= 0x80 }), trimmed.contains(where: \.isWhitespace) else {
      return trimmed
    }
    return trimmed.unicodeScalars.map { scalar in
      guard scalar.properties.isWhitespace else { return String(scalar) }
      return String(scalar).utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    }.joined()
  }

  /// The scheme in small letters; nil where none stands before a colon.
  private static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex else { return nil }
    let name = text.utf8[..<colon]
    let isScheme = name.allSatisfy { $0.isASCIILetter || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    guard isScheme, name.first?.isASCIILetter == true else { return nil }
    return String(decoding: name.map(\.smallLetter), as: UTF8.self)
  }

  /// The path without its `.` and `..`, and what stands behind it.
  private static func withoutDots(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    // A part that is dots begins with one.
    if zip(bytes, bytes.dropFirst()).allSatisfy({ $0 != UInt8(ascii: "/") || $1 != UInt8(ascii: ".") }),
      bytes.first != UInt8(ascii: ".")
    {
      return String(text)
    }
    let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    var parts: [ArraySlice<UInt8>] = []
    let pieces = bytes[..<end].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      if piece.elementsEqual(".".utf8) {
        if isLast { parts.append([]) }
      } else if piece.elementsEqual("..".utf8) {
        if parts.count > 1 { parts.removeLast() }
        if isLast { parts.append([]) }
      } else {
        parts.append(piece)
      }
    }
    return String(decoding: Array(parts.joined(separator: [UInt8(ascii: "/")])) + bytes[end...], as: UTF8.self)
  }
}

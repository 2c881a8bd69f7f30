import Briefing

/// What a citation in JSON may be: the name of a host, or an address.
enum CitedName {
  /// The host that a name or an address gives, as citations hold it; nil if it could not be one.
  static func host(in name: String) -> String? {
    var rest = name[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { !"/?#".contains($0) }
    if let user = rest.lastIndex(of: "@") { rest = rest[rest.index(after: user)...] }
    rest = rest.prefix { $0 != ":" }
    let host = Citation.host(named: String(rest))
    return isHost(host) ? host : nil
  }

  /// The same for what Courant wrote itself, whose texts may have had addresses that lead to no host there is.
  static func writtenHost(in name: String) -> String? {
    if let host = host(in: name) { return host }
    guard let scheme = name.firstRange(of: "://") else { return nil }
    let authority = name[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let site = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    let host = Citation.host(named: String(site.prefix { $0 != ":" }))
    return isAddressed(host) ? host : nil
  }

  /// The address verbatim; nil for a host alone, and for what no address can have in it.
  static func address(_ name: String) -> String? {
    let isWhole = name.utf8.count <= 8192 && name.contains(":") && Gate.text(of: name) == name
    return isWhole && !name.contains(where: \.isWhitespace) ? name : nil
  }

  private static func isHost(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count) && Gate.text(of: name) == name && name.unicodeScalars.allSatisfy(isOfHost)
  }

  private static func isAddressed(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count) && Gate.text(of: name) == name
      && !name.contains { $0.isWhitespace || "()[]<>\\".contains($0) }
  }

  /// Letters of any script, for names are kept in Unicode.
  private static func isOfHost(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "-", "・": true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
  }
}

/// Knows which last labels of a host exist.
enum TopLevelDomain {
  /// Whether `range` of `text` is a top-level domain, in any case.
  static func isKnown(_ text: Bytes, _ range: Range<Int>) -> Bool {
    if isCommon(text, range) { return true }
    guard range.count >= 2, range.count <= 64 else { return false }
    if text[range].contains(where: { $0 >= 0x80 }) {
      return names.contains(text.string(range).lowercased())
    }
    return names.contains(String(decoding: text[range].map(\.lowercased), as: UTF8.self))
  }

  /// Whether it is one of the five that most hosts have, in small letters: told without a look into any table.
  static func isCommon(_ text: Bytes, _ range: Range<Int>) -> Bool {
    guard range.count == 3 else { return false }
    let at = range.lowerBound
    return text.has("com", at: at) || text.has("org", at: at) || text.has("net", at: at) || text.has("gov", at: at)
      || text.has("edu", at: at)
  }

  private static let names: Set<String> = {
    let blob = Bytes(start: Host.topLevelDomainNames.utf8Start, count: Host.topLevelDomainNames.utf8CodeUnitCount)
    return Set(blob.split { $0.isSpace }.map { String(decoding: $0, as: UTF8.self) })
  }()
}

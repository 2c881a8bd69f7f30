/// Knows which last labels of a host exist.
enum TopLevelDomain {
  /// Whether `range` of `text` is a top-level domain, in any case.
  static func isKnown(_ text: Bytes, _ range: Range<Int>) -> Bool {
    if range.count == 3, isCommon(text, at: range.lowerBound) { return true }
    guard range.count >= 2, range.count <= 64 else { return false }
    if text[range].contains(where: { $0 >= 0x80 }) {
      return names.contains(text.string(range).lowercased())
    }
    return names.contains(String(decoding: text[range].map(\.lowercased), as: UTF8.self))
  }

  private static func isCommon(_ text: Bytes, at index: Int) -> Bool {
    text.has("com", at: index) || text.has("org", at: index) || text.has("net", at: index)
      || text.has("gov", at: index) || text.has("edu", at: index)
  }

  private static let names: Set<String> = {
    let blob = Bytes(start: Host.topLevelDomainNames.utf8Start, count: Host.topLevelDomainNames.utf8CodeUnitCount)
    return Set(blob.split { $0.isSpace }.map { String(decoding: $0, as: UTF8.self) })
  }()
}

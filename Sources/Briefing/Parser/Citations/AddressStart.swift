/// What the parser needs to know of `http` and `https` addresses.
enum AddressStart {
  /// Whether `range` is an address of the web.
  static func isWeb(_ text: Bytes, _ range: Range<Int>) -> Bool {
    hostStart(text, at: range.lowerBound, limit: range.upperBound) != nil
  }

  /// Where the host begins in the address at `start`; nil if no web address stands there.
  static func hostStart(_ text: Bytes, at start: Int, limit: Int) -> Int? {
    for scheme in ["https://", "http://"] as [StaticString] {
      let end = start + scheme.utf8CodeUnitCount
      guard end < limit else { continue }
      let matches = (0..<scheme.utf8CodeUnitCount).allSatisfy {
        text[start + $0].lowercased == scheme.utf8Start[$0]
      }
      if matches { return end }
    }
    return nil
  }
}

extension String {
  /// The text with a space in place of each no-break space: what two texts are compared by that differ in nothing a reader
  /// would call a change.
  public var withPlainSpaces: String {
    var text = self
    guard text.withUTF8(Self.mayHoldSpaces) else { return self }
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      plain.append("\u{A0}\u{202F}\u{2007}".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    return String(plain)
  }

  /// Whether one of the no-break spaces' first bytes stands in the text.
  private static func mayHoldSpaces(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = 0..<bytes.count
    return bytes.first(0xC2, in: range) < bytes.count || bytes.first(0xE2, in: range) < bytes.count
  }
}

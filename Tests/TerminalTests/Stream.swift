/// Bytes on their way to a terminal, as it would understand them.
struct Stream {
  /// Each thing that a painted screen has no reason to send: unknown sequences, controls, what no eye sees.
  private(set) var forbidden: [String] = []

  init(_ bytes: [UInt8]) {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        takeSequence(&rest)
      } else if Self.isHarmful(scalar) {
        forbidden.append("U+" + String(scalar.value, radix: 16))
      }
    }
  }

  /// Cursor movement, erasing, attributes and modes; the character set that ncurses returns to.
  private mutating func takeSequence(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = rest.popFirst() else { return }
    switch kind {
    case "[":
      let end = rest.firstIndex { ("@"..."~").contains($0) } ?? rest.endIndex
      let final = end < rest.endIndex ? rest[end] : "?"
      if !"ABCDGHJKLMPSTX@dhlmrt".unicodeScalars.contains(final) { forbidden.append("CSI \(final)") }
      rest = rest[min(end + 1, rest.endIndex)...]
    case "(": if rest.popFirst() != "B" { forbidden.append("charset") }
    case "=", ">", "7", "8", "M": break
    default: forbidden.append("ESC \(kind)")
    }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: !["\r", "\n", "\u{8}"].contains(scalar)
    case .format: scalar != "\u{200C}"
    case .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

import Briefing

/// Text of a page or a feed as it is meant: references replaced, line ends made one line feed each.
enum MarkupText {
  /// What becomes of zeros.
  enum Zeros {
    case kept, replaced
  }

  /// - Parameter rules: which references there are; nil for none.
  static func append(
    _ bytes: MarkupBytes, _ range: Range<Int>, as rules: CharacterReference.Rules?, zeros: Zeros,
    to output: inout [UInt8]
  ) {
    var index = range.lowerBound
    while true {
      let stop = bytes.placeOfUnreadText(in: index..<range.upperBound)
      if stop > index { output.append(contentsOf: MarkupBytes(rebasing: bytes[index..<stop])) }
      guard stop < range.upperBound else { return }
      index = stop + 1
      switch bytes[stop] {
      case 0x0D:
        if index < range.upperBound, bytes[index] == 0x0A { index += 1 }
        output.append(0x0A)
      case 0: if zeros == .kept { output.append(0) } else { output.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
      default:
        if let rules, let found = CharacterReference.read(bytes, at: stop, limit: range.upperBound, rules: rules) {
          found.append(to: &output)
          index = found.end
        } else {
          output.append(UInt8(ascii: "&"))
        }
      }
    }
  }
}

/// Addresses of the web as they stand among words, and what a link says of its own.
enum InlineAddress {
  /// Whether an address is one of http or https.
  static func isWeb(_ url: String) -> Bool {
    var url = url
    return url.withUTF8 { AddressStart.isWeb($0, 0..<$0.count) }
  }

  /// The address that a range of the text gives, without its backslashes and with its character references read; no spaces
  /// of any kind stand at its ends, and no mark that stood on the sign before it.
  static func decoded(_ text: Bytes, _ range: Range<Int>) -> String {
    guard text[range].contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else {
      // Without spaces at its ends, words of ASCII stand alone as they are.
      let isASCII = text[range].allSatisfy { $0 < 0x80 }
      return isASCII ? text.string(text.trimmed(range)) : CanonicalForm.alone(text.string(range))
    }
    var output: [UInt8] = []
    var (index, done) = (range.lowerBound, range.lowerBound)
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound, text[index + 1].isPunctuation {
        output += text[done..<index]
        done = index + 1
        index += 2
      } else if text[index] == UInt8(ascii: "&"),
        let reference = CharacterReference.read(text, at: index, limit: range.upperBound, rules: .markdown)
      {
        output += text[done..<index]
        reference.append(to: &output)
        index = reference.end
        done = index
      } else {
        index += 1
      }
    }
    return CanonicalForm.alone(Gate.text(of: output + text[done..<range.upperBound]))
  }

  /// The bare address around the slashes that stand at `slashes`; nil if none of the web does, or what touches it makes it a
  /// part of something else.
  static func bare(_ text: Bytes, slashes: Int, within range: Range<Int>) -> Range<Int>? {
    guard slashes + 1 < range.upperBound, text[slashes + 1] == UInt8(ascii: "/"), slashes > range.lowerBound,
      text[slashes - 1] == UInt8(ascii: ":")
    else { return nil }
    var start = slashes - 1
    while start > range.lowerBound, slashes - start < 7, text[start - 1].isLetter { start -= 1 }
    let isAlone = start == range.lowerBound || mayStand(behind: text[start - 1])
    guard isAlone, AddressStart.hostStart(text, at: start, limit: range.upperBound) == slashes + 2 else { return nil }
    let end = bareEnd(text, from: slashes + 2, limit: range.upperBound)
    return end > slashes + 2 ? start..<end : nil
  }

  private static func mayStand(behind byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || "*_~([{<>\"'`|,:-".utf8.contains(byte)
  }

  /// Where an address ends that nothing closes: at a space, a bracket or quote that it did not open, and before the marks
  /// that end sentences.
  private static func bareEnd(_ text: Bytes, from start: Int, limit: Int) -> Int {
    var index = start
    var (round, square) = (0, 0)
    scan: while index < limit {
      let byte = text[index]
      switch byte {
      case ...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "\\"):
        break scan
      case UInt8(ascii: "("): round += 1
      case UInt8(ascii: ")"):
        if round == 0 { break scan }
        round -= 1
      case UInt8(ascii: "["): square += 1
      case UInt8(ascii: "]"):
        if square == 0 { break scan }
        square -= 1
      case 0x80...:
        let (scalar, width) = text.scalar(at: index)
        if parts(scalar) { break scan }
        index += width - 1
      default: break
      }
      index += 1
    }
    while index > start, endsSentence(text[index - 1]) { index -= 1 }
    return index
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: "["):
      true
    default: false
    }
  }

  /// Quotes, brackets and stops that are no ASCII, which no address holds as they are.
  private static func parts(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAB, 0xBB, 0x2010...0x2027, 0x2030...0x205E, 0x3000...0x3003, 0x3008...0x3011, 0x3014...0x301F,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFFD:
      true
    default: false
    }
  }
}

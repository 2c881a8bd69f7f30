/// A character reference of HTML, such as `&eacute;`, `&#233;` or `&#xE9;`, and what it stands for.
///
/// Read as the HTML standard says ("Character reference state"), or more strictly where the rules ask for it.
public struct CharacterReference: Hashable, Sendable {
  /// What counts as a reference.
  public enum Rules: Hashable, Sendable {
    /// Text of HTML: a semicolon may be missing behind numbers and behind names of the first days of HTML.
    case text
    /// The value of an attribute of HTML: as text, but a name without a semicolon is none before `=`, a letter or a digit,
    /// so that `?a=b&copy=c` is an address.
    case attribute
    /// XML as it is found: HTML's names too, and a semicolon behind each.
    case xml
    /// Markdown (CommonMark, "Entity and numeric character references"): a semicolon behind each, at most seven digits, and
    /// numbers mean what Unicode says.
    case markdown
  }

  /// What it stands for.
  public let first: Unicode.Scalar
  /// A few names stand for two scalars.
  public let second: Unicode.Scalar?
  /// Where the text goes on behind it.
  public let end: Int

  /// Reads the reference whose `&` stands at `start`; nil where the `&` is only that.
  ///
  /// Looks at no byte from `limit` on. Costs the length of the reference; the first call makes the table of names.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int, rules: Rules
  ) -> CharacterReference? {
    guard start + 2 < limit else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") { return number(bytes, at: start + 2, limit: limit, rules: rules) }
    return name(bytes, at: start + 1, limit: limit, rules: rules)
  }

  /// Writes what it stands for as UTF-8.
  @inline(__always)
  public func append(to output: inout [UInt8]) {
    output.append(contentsOf: UTF8.encode(first) ?? UTF8.encodedReplacementCharacter)
    if let second { output.append(contentsOf: UTF8.encode(second) ?? UTF8.encodedReplacementCharacter) }
  }

  /// The text with what its references stand for in place of them.
  public static func resolved(_ text: String, rules: Rules = .text) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(UInt8(ascii: "&")) else { return bytes.string(0..<bytes.count) }
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      resolve(bytes, 0..<bytes.count, rules: rules, into: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// Writes the bytes of a range, with what its references stand for in place of them.
  public static func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, rules: Rules, into output: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let mark = bytes.first(UInt8(ascii: "&"), in: index..<range.upperBound)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<mark]))
      guard mark < range.upperBound else { return }
      if let reference = read(bytes, at: mark, limit: range.upperBound, rules: rules) {
        reference.append(to: &output)
        index = reference.end
      } else {
        output.append(UInt8(ascii: "&"))
        index = mark + 1
      }
    }
  }
}

/// Names.
extension CharacterReference {
  /// The longest name, and the longest that may stand without a semicolon.
  private static let (longest, longestOld) = (31, 6)

  private static func name(_ bytes: Bytes, at start: Int, limit: Int, rules: Rules) -> CharacterReference? {
    var end = start
    let stop = min(limit, start + longest + 1)
    while end < stop, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
    let table = CharacterNames.all
    if end < limit, bytes[end] == UInt8(ascii: ";"), let found = table.find(bytes, start..<end) {
      return CharacterReference(first: found.first, second: found.second, end: end + 1)
    }
    guard rules == .text || rules == .attribute else { return nil }
    var length = min(end - start, longestOld)
    while length >= 2 {
      let behind = start + length
      if let found = table.find(bytes, start..<behind), found.isOld {
        let isOfWord = behind < limit && (bytes[behind].isLetter || bytes[behind].isDigit || bytes[behind] == 0x3D)
        if rules == .attribute, isOfWord { return nil }
        return CharacterReference(first: found.first, second: found.second, end: behind)
      }
      length -= 1
    }
    return nil
  }
}

/// Numbers.
extension CharacterReference {
  private static func number(_ bytes: Bytes, at start: Int, limit: Int, rules: Rules) -> CharacterReference? {
    let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = isHexadecimal ? start + 1 : start
    var end = first
    var value: UInt32 = 0
    while end < limit, let digit = isHexadecimal ? bytes[end].hexadecimalValue : bytes[end].decimalValue {
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
      end += 1
    }
    guard end > first else { return nil }
    let isClosed = end < limit && bytes[end] == UInt8(ascii: ";")
    if !isClosed, rules == .xml || rules == .markdown { return nil }
    if rules == .markdown, end - first > (isHexadecimal ? 6 : 7) { return nil }
    let scalar = rules == .markdown ? value : windows1252(value)
    return CharacterReference(
      first: scalar == 0 ? "\u{FFFD}" : Unicode.Scalar(scalar) ?? "\u{FFFD}", second: nil, end: isClosed ? end + 1 : end
    )
  }

  /// The scalars that writers mean by 128 to 159, which are controls in Unicode and letters in windows-1252.
  private static let letters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  private static func windows1252(_ value: UInt32) -> UInt32 {
    (0x80...0x9F).contains(value) ? letters[Int(value - 0x80)] : value
  }
}

extension UInt8 {
  @inline(__always) fileprivate var decimalValue: UInt8? { isDigit ? self - 0x30 : nil }

  @inline(__always)
  fileprivate var hexadecimalValue: UInt8? {
    if isDigit { return self - 0x30 }
    let letter = self | 0x20
    return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : nil
  }
}

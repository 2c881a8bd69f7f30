/// A host name as it stands in the text, and how sure it is that it names a site.
struct Host {
  /// How likely it is that these words in parentheses are a host and not a product, a file or an abbreviation.
  enum Certainty: Comparable {
    /// A file's or a product's name: `README.md`, `Node.js`.
    case none
    /// A host only where a citation would stand, behind a whole sentence: `ASP.NET`, `Character.AI`, `docs.rs`.
    case atClaimEnd
    /// A host behind a whole clause as well, or if the text cites it plainly too: `Booking.com`.
    case atClauseEnd
    case certain
  }

  /// Its bytes in the text.
  var range: Range<Int>
  var certainty: Certainty

  /// Reads the host that begins at `start`; nil if no name with a known top-level domain stands there.
  ///
  /// Stops at the first byte that cannot be part of a host. Looks at no more than 255 bytes.
  static func read(_ text: Bytes, at start: Int, limit: Int) -> Host? {
    let end = nameEnd(text, from: start, limit: min(limit, start + 255))
    // A name goes on in a sign that stands on its last letter, and opens with none.
    guard !text.standsOnLast(start, limit: limit), !text.standsOnLast(end, limit: limit),
      let shape = HostShape(text, start..<end)
    else { return nil }
    return Host(range: start..<end, certainty: shape.certainty)
  }

  /// Whether `range`, with which the text ends, may be the beginning of a name.
  static func mayBeCut(_ text: Bytes, _ range: Range<Int>) -> Bool {
    range.count < 255
      && text[range].allSatisfy {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 >= 0x80
      }
  }

  /// The name as citations hold it: lower case, without `www.`.
  func name(in text: Bytes) -> String {
    var range = range
    while range.count > 4, text[range.lowerBound + 3] == UInt8(ascii: "."),
      (0..<3).allSatisfy({ text[range.lowerBound + $0].lowercased == UInt8(ascii: "w") }),
      text[range.lowerBound + 4..<range.upperBound].contains(UInt8(ascii: "."))
    {
      range = range.lowerBound + 4..<range.upperBound
    }
    let isASCII = !text[range].contains { $0 >= 0x80 }
    guard isASCII else { return text.string(range).lowercased() }
    return String(unsafeUninitializedCapacity: range.count) { buffer in
      for (offset, place) in range.enumerated() { buffer[offset] = text[place].lowercased }
      return range.count
    }
  }

  private static func nameEnd(_ text: Bytes, from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let byte = text[index]
      if byte.isLetter || byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
        index += 1
      } else if byte >= 0x80, let width = letterWidth(text, at: index), index + width <= limit {
        index += width
      } else {
        break
      }
    }
    while index > start, text[index - 1] == UInt8(ascii: ".") { index -= 1 }
    return index
  }

  private static func letterWidth(_ text: Bytes, at index: Int) -> Int? {
    let (value, width) = text.scalar(at: index)
    guard let scalar = Unicode.Scalar(value) else { return nil }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      return width
    default: return value == 0x30FB ? width : nil
    }
  }
}

/// The labels of a name, and what they say about it.
private struct HostShape {
  private let text: Bytes
  private let range: Range<Int>
  private var labels = 1
  private var lastDot = 0
  private var uppers = 0
  private var lowers = 0
  /// Whether the last label is one of those that no file's name ends with.
  private let isCommon: Bool

  /// Nil if this cannot be a host: an empty label, a hyphen at the edge of one, or no known top-level domain.
  init?(_ text: Bytes, _ range: Range<Int>) {
    (self.text, self.range) = (text, range)
    guard range.count >= 4 else { return nil }
    isCommon =
      text[range.upperBound - 4] == UInt8(ascii: ".")
      && TopLevelDomain.isCommon(text, range.upperBound - 3..<range.upperBound)
    var labelStart = range.lowerBound
    for index in range {
      let byte = text[index]
      if byte.isUpper { uppers += 1 } else if byte.isLower { lowers += 1 }
      guard byte == UInt8(ascii: ".") else { continue }
      guard Self.isLabel(text, labelStart..<index) else { return nil }
      (labels, lastDot, labelStart) = (labels + 1, index, index + 1)
    }
    guard labels > 1, Self.isLabel(text, labelStart..<range.upperBound),
      isCommon || TopLevelDomain.isKnown(text, labelStart..<range.upperBound)
    else { return nil }
  }

  private static func isLabel(_ text: Bytes, _ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    return text[first] != UInt8(ascii: "-") && text[last] != UInt8(ascii: "-")
  }

  var certainty: Host.Certainty {
    if hasPrefix("www.") { return .certain }
    if !isCommon, let certainty = certaintyOfFile { return certainty }
    if uppers == 0 || labels > 2 { return .certain }
    if isProduct { return .atClaimEnd }
    return lowers == 0 ? .certain : .atClauseEnd
  }

  /// How sure it is of a name that a file may have; nil for another.
  private var certaintyOfFile: Host.Certainty? {
    if FileName.isStem(text, range.lowerBound..<lastDot, ending: lastDot + 1..<range.upperBound) {
      return Host.Certainty.none
    }
    switch FileName.ending(text, lastDot + 1..<range.upperBound) {
    case .alwaysFile where labels == 2: return Host.Certainty.none
    case .oftenFile where labels == 2: return uppers > 0 ? Host.Certainty.none : .atClaimEnd
    default: return nil
    }
  }

  /// `ASP.NET`, `Asp.Net`, `Character.AI`: what comes behind the full stop is written as part of a name.
  private var isProduct: Bool {
    if lastDot - range.lowerBound <= 4, range.upperBound - lastDot == 4, text[lastDot + 1].isUpper {
      return (1...3).map { text[lastDot + $0].lowercased }.elementsEqual("net".utf8)
    }
    return lowers > 0 && text[lastDot + 1..<range.upperBound].allSatisfy(\.isUpper)
  }

  private func hasPrefix(_ word: StaticString) -> Bool {
    guard labels > 2, range.count > word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[range.lowerBound + offset].lowercased != word.utf8Start[offset] { return false }
    return true
  }
}

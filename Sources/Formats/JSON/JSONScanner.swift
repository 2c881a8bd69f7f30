/// Reads JSON (RFC 8259) by itself: no library that does is there on every system without all of Foundation.
///
/// It takes what Foundation's reader takes: a byte-order mark before the text, and a comma behind the last element. What is
/// nested more than 512 deep, is no UTF-8, or is a number without end is refused.
struct JSONScanner {
  private static let deepest = 512
  private let bytes: [UInt8]
  private var at = 0

  /// The one value that the bytes hold.
  /// - Throws: `FormatError.broken`.
  static func value(of bytes: [UInt8]) throws(FormatError) -> JSON {
    var scanner = JSONScanner(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.at = 3 }
    let value = try scanner.value(depth: 0)
    scanner.skipBlank()
    guard scanner.at == bytes.count else { throw .broken }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipBlank() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// - Parameter depth: in how many arrays and objects it stands.
  private mutating func value(depth: Int) throws(FormatError) -> JSON {
    skipBlank()
    guard let first = peek else { throw .broken }
    switch first {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(FormatError) -> JSON {
    guard bytes[at...].starts(with: word.utf8) else { throw .broken }
    at += word.utf8.count
    return value
  }

  private mutating func elements(depth: Int) throws(FormatError) -> [JSON] {
    var elements: [JSON] = []
    try each(until: "]", depth: depth) { scanner throws(FormatError) in
      elements.append(try scanner.value(depth: depth + 1))
    }
    return elements
  }

  private mutating func members(depth: Int) throws(FormatError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    try each(until: "}", depth: depth) { scanner throws(FormatError) in
      guard scanner.peek == UInt8(ascii: "\"") else { throw .broken }
      let key = try scanner.string()
      scanner.skipBlank()
      guard scanner.take(":") else { throw .broken }
      members.append(JSON.Member(key: key, value: try scanner.value(depth: depth + 1)))
    }
    return members
  }

  /// What stands between brackets, with commas between.
  private mutating func each(
    until end: Unicode.Scalar, depth: Int, _ element: (inout JSONScanner) throws(FormatError) -> Void
  ) throws(FormatError) {
    guard depth < Self.deepest else { throw .broken }
    at += 1
    skipBlank()
    while !take(end) {
      try element(&self)
      skipBlank()
      if take(",") { skipBlank() } else if peek != UInt8(ascii: end) { throw .broken }
    }
  }
}

/// Numbers.
extension JSONScanner {
  private mutating func number() throws(FormatError) -> JSON {
    let start = at
    _ = take("-")
    // No digit stands behind a zero that opens a number.
    if !take("0") { try digits() }
    var isInteger = true
    if take(".") {
      try digits()
      isInteger = false
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
      isInteger = false
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let fraction = Double(text), fraction.isFinite else { throw .broken }
    return .fraction(fraction)
  }

  /// One at least.
  private mutating func digits() throws(FormatError) {
    let start = at
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
    if at == start { throw .broken }
  }
}

/// Strings.
extension JSONScanner {
  private mutating func string() throws(FormatError) -> String {
    at += 1
    var text: [UInt8] = []
    var start = at
    while let byte = peek, byte != UInt8(ascii: "\"") {
      // Controls stand as escapes.
      guard byte >= 0x20 else { throw .broken }
      at += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      text += bytes[start..<at - 1]
      try takeEscape(into: &text)
      start = at
    }
    guard take("\"") else { throw .broken }
    let rest = bytes[start..<at - 1]
    guard
      let string = text.isEmpty
        ? String(validating: rest, as: UTF8.self) : String(validating: text + rest, as: UTF8.self)
    else { throw .broken }
    return string
  }

  private mutating func takeEscape(into text: inout [UInt8]) throws(FormatError) {
    guard let letter = peek else { throw .broken }
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += UTF8.encode(try scalar()) ?? .init()
    default: throw .broken
    }
  }

  /// What four digits say, or two halves of a pair; half a pair is no scalar.
  private mutating func scalar() throws(FormatError) -> Unicode.Scalar {
    let unit = try unit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), take("\\"), take("u"), case let other = try self.unit(),
      UTF16.isTrailSurrogate(other)
    else { throw .broken }
    return UTF16.decode(UTF16.EncodedScalar([unit, other]))
  }

  private mutating func unit() throws(FormatError) -> UInt16 {
    let digits = bytes[at...].prefix(4)
    var unit: UInt16 = 0
    for digit in digits {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { throw .broken }
      unit = unit << 4 | UInt16(value)
    }
    guard digits.count == 4 else { throw .broken }
    at += 4
    return unit
  }
}

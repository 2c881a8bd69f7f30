/// Takes a TOML text apart into names, strings and words.
struct TOMLScanner {
  private let bytes: [UInt8]
  private var at = 0
  private var lineStart = 0
  /// The line that comes next.
  private(set) var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  func isAt(_ character: Unicode.Scalar) -> Bool { peek == UInt8(ascii: character) }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isAt(character) else { return false }
    at += 1
    return true
  }

  /// What is wrong with what comes next.
  func flaw(_ words: String) -> TOMLDocument.Flaw {
    // Bytes that go on with a letter begin no column.
    let column = bytes[lineStart..<at].count { $0 & 0xC0 != 0x80 } + 1
    return TOMLDocument.Flaw(line: line, column: column, words: words)
  }

  private mutating func advance() {
    at += 1
    if bytes[at - 1] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, at) }
  }

  /// Passes over blanks, and over comments and ends of lines where those may stand. False at the end of the text.
  mutating func skipBlank(andLines: Bool) -> Bool {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): advance()
      case UInt8(ascii: "\n") where andLines: advance()
      // By itself it ends no line, and the parser does not expect it.
      case UInt8(ascii: "\r") where andLines && bytes[at...].starts(with: "\r\n".utf8): advance()
      case UInt8(ascii: "#") where andLines: while let byte = peek, byte != UInt8(ascii: "\n") { advance() }
      default: return true
      }
    }
    return false
  }

  /// A part of a name, bare or in quotes; nil where none begins.
  mutating func takeName() throws(TOMLDocument.Flaw) -> String? {
    let start = at
    if try takeString() { return String(decoding: bytes[start..<at].dropFirst().dropLast(), as: UTF8.self) }
    while let byte = peek, Self.isBare(byte) { at += 1 }
    return at == start ? nil : String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: isDigit(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The words that are values without quotes.
  private static let values: Set<String> = ["true", "false", "inf", "nan"]

  /// Whether nothing more stands on the line but a comment.
  mutating func isAtEndOfLine() -> Bool {
    !skipBlank(andLines: false) || isAt("#") || isAt("\n") || isAt("\r")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Takes a string of one line or, in three quotes, of several; false where none begins.
  ///
  /// One with U+0000 in it is refused: the parser hands it on as far as that.
  mutating func takeString() throws(TOMLDocument.Flaw) -> Bool {
    guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    let isLong = bytes[at...].starts(with: [quote, quote, quote])
    at += isLong ? 3 : 1
    while let byte = peek {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), at + 1 < bytes.count {
        if Self.isNUL(bytes[at...]) { throw flaw("no text may hold U+0000") }
        advance()
        advance()
      } else if byte != quote {
        advance()
      } else if !isLong {
        advance()
        return true
      } else if bytes[at...].starts(with: [quote, quote, quote]) {
        // Up to two quotes may stand before the three that end it.
        for _ in 0..<5 where peek == quote { advance() }
        return true
      } else {
        advance()
      }
    }
    return true
  }

  private static func isNUL(_ escape: ArraySlice<UInt8>) -> Bool {
    escape.starts(with: "\\u0000".utf8) || escape.starts(with: "\\U00000000".utf8)
  }

  /// Takes a number, a date, or a word such as `true`; false where nothing of the kind stands.
  mutating func takeWord() throws(TOMLDocument.Flaw) -> Bool {
    let start = at
    while let byte = peek, Self.isBare(byte) || "+.:".utf8.contains(byte) { at += 1 }
    let word = bytes[start..<at]
    if let first = word.first, Self.isLetter(first), !Self.values.contains(String(decoding: word, as: UTF8.self)) {
      at = start
      throw flaw(TOMLDocument.Flaw.noValue)
    }
    guard let first = word.first else { return false }
    let digits = word.map { Self.isDigit($0) ? UInt8(ascii: "0") : $0 }
    // The parser stumbles over half a date and half a time; whole ones are values, if of no setting.
    if digits.elementsEqual("0000-00-00".utf8) || digits.elementsEqual("00:00:00".utf8) {
      return !isAt(" ") || at + 1 == bytes.count || !Self.isDigit(bytes[at + 1])
    }
    let rest = word.dropFirst(first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? 1 : 0)
    let isPower = { (at: Int) in at > rest.startIndex && rest[at - 1] | 0x20 == UInt8(ascii: "e") }
    return !rest.isEmpty
      && rest.indices.allSatisfy { rest[$0] != UInt8(ascii: ":") && (!"+-".utf8.contains(rest[$0]) || isPower($0)) }
  }
}

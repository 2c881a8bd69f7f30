import Briefing

/// What the head of an answer says, taken from its lines as they come.
struct HTTPHead {
  private(set) var status = 0
  private(set) var location: String?
  private(set) var contentType: String?
  private(set) var charset: String?
  private(set) var etag: String?
  private(set) var lastModified: String?
  private(set) var retryAfter: String?
  private(set) var cacheControl: String?
  private(set) var length: Int?
  /// Whether its last line has come, which is empty.
  private(set) var isWhole = false
  /// Whether it says two things at once of what is told apart by it.
  private(set) var isContradictory = false

  /// Where it leads, with a status that says so.
  var redirect: String? { [301, 302, 303, 307, 308].contains(status) ? location : nil }

  /// A line, with or without its end. A status line begins another head, as there is one behind each `100 Continue`.
  mutating func take(_ line: UnsafeRawBufferPointer) {
    let end = line.lastIndex { $0 != 0x0D && $0 != 0x0A }.map { $0 + 1 } ?? 0
    let line = line[..<end]
    if line.isEmpty {
      isWhole = true
    } else if line.starts(with: "HTTP/".utf8) {
      self = HTTPHead()
      status = Self.status(of: line)
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      take(Self.text(line[..<colon]).lowercased(), Self.text(line[(colon + 1)...]))
    }
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "location": location = location ?? value
    case "content-type": (contentType, charset) = Self.contentType(value)
    case "etag": etag = etag ?? Self.repeatable(value)
    case "last-modified": lastModified = lastModified ?? Self.repeatable(value)
    case "retry-after": retryAfter = retryAfter ?? value
    // As Inoreader has it, in seconds.
    case "x-reader-limits-reset-after" where status == 429: retryAfter = retryAfter ?? value
    case "cache-control": cacheControl = cacheControl.map { $0 + "," + value } ?? value
    case "content-length": takeLength(value)
    default: break
    }
  }

  /// Two lengths, or one that is no number, is what answers are smuggled in with (RFC 9112, 6.3).
  private mutating func takeLength(_ value: String) {
    let isNumber = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber else {
      isContradictory = true
      return
    }
    let new = Int(value) ?? .max
    if let length, length != new { isContradictory = true }
    length = new
  }

  private static func status(of line: Slice<UnsafeRawBufferPointer>) -> Int {
    let digits = line.drop { $0 != 0x20 }.dropFirst().prefix { (0x30...0x39).contains($0) }
    return digits.count == 3 ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
  }

  /// Without white space at the ends.
  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// What is sent back as it came: letters of ASCII only, and not too many of them.
  private static func repeatable(_ value: String) -> String? {
    !value.isEmpty && value.utf8.count <= 1024 && value.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? value : nil
  }

  private static func contentType(_ value: String) -> (String?, String?) {
    let parts = value.lowercased().split(separator: ";").map {
      $0.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    }
    func token(_ text: String?) -> String? {
      guard let text, (1...128).contains(text.utf8.count) else { return nil }
      return text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
    }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
    return (token(parts.first), token(charset.map { String($0.dropFirst("charset=".utf8.count)) }))
  }
}

import Briefing

/// Reads a feed from bytes as they came.
package enum FeedReader {
  /// - Parameters:
  ///   - type: what HTTP says of the type, with its charset; nil or empty where nothing does.
  ///   - url: where the feed was found; nil where that is not known.
  /// - Returns: what is in it, as far as it goes: nothing where there is no feed. Linear.
  package static func read(
    _ bytes: [UInt8], type: String? = nil, url: String? = nil, decoder: ForeignDecoder = { _, _ in nil }
  ) -> Feed {
    read(decoded: FeedCharset.decode(bytes, type: type, decoder), url: url)
  }

  /// As `read`, of bytes in UTF-8.
  static func read(decoded text: [UInt8], url: String? = nil) -> Feed {
    let first = text.first { $0 > 0x20 && $0 < 0x7F }
    if first == UInt8(ascii: "{") { return JSONFeed.read(text, url: url) }
    return text.withUnsafeBufferPointer { text in
      var scanner = FeedScanner(text, url: url)
      scanner.run()
      return scanner.feed
    }
  }
}

/// In what encoding a feed is: its mark says it, or HTTP, or its declaration; else it is UTF-8 if it can be. What is said to
/// have one byte a letter and has whole letters of UTF-8 is UTF-8: by chance, no text has.
enum FeedCharset {
  private static let reach = 1024

  static func decode(_ bytes: [UInt8], type: String? = nil, _ decoder: ForeignDecoder) -> [UInt8] {
    if let mark = Charset.mark(of: bytes) {
      return mark.charset.decode(bytes.dropFirst(mark.length), decoder) ?? Array(bytes.dropFirst(mark.length))
    }
    if let shape = Charset.shape(of: bytes), let text = shape.decode(bytes, decoder) { return text }
    let said = type.flatMap(Charset.init(type:)) ?? declared(bytes).flatMap(Charset.init(named:))
    if let charset = said {
      // What is said to be wider would have shown its shape.
      if case .singleByte = charset, hasOnlyUTF8(bytes) { return bytes }
      if case .singleByte = charset, let text = charset.decode(bytes, decoder) { return text }
      if case .foreign = charset, let text = charset.decode(bytes, decoder) { return text }
      return bytes
    }
    return isUTF8(bytes) ? bytes : SingleByteTable.windows1252?.decode(bytes) ?? bytes
  }

  /// What `encoding="…"` says.
  private static func declared(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(reach))
    guard let start = head.place(of: "<?xml", from: 0), let end = head.place(of: ">", from: start),
      let place = Array(head[..<end]).place(of: "encoding", from: start)
    else { return nil }
    let value = head[(place + 8)..<end].drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }

  /// Whether several letters beyond ASCII are whole, and none is broken.
  private static func hasOnlyUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.lazy.filter { $0 >= 0xC2 }.prefix(3).count == 3 && (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Whether more letters beyond ASCII are whole than broken.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    if (try? UTF8Span(validating: bytes.span)) != nil { return true }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (whole, broken) = (0, 0)
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if !scalar.isASCII { whole += 1 }
      case .error: broken += 1
      case .emptyInput: return whole > broken
      }
    }
  }
}

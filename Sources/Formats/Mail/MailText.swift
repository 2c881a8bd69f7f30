import Briefing

/// Texts of a mail in the encodings that it names.
enum MailText {
  /// In UTF-8; where no encoding is named, or none that is known, by what the bytes look like.
  static func decode(_ bytes: [UInt8], charset name: String?, _ decoder: ForeignDecoder) -> [UInt8] {
    if let charset = name.flatMap(Charset.init(named:)), charset != .utf8, let text = charset.decode(bytes, decoder) {
      return text
    }
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    if let mark = Charset.mark(of: bytes), let text = mark.charset.decode(bytes.dropFirst(mark.length), decoder) {
      return text
    }
    let isDeclared = name.map { Charset(named: $0) == .utf8 } ?? false
    return isDeclared ? bytes : SingleByteTable.windows1252?.decode(bytes) ?? bytes
  }

  /// A header's text, with what RFC 2047 encodes in it decoded.
  static func header(_ value: [UInt8], _ decoder: ForeignDecoder) -> String {
    string(EncodedWords.decode(value) { bytes, charset in decode(bytes, charset: charset, decoder) })
  }

  static func string(_ bytes: [UInt8]) -> String {
    String(decoding: decode(bytes, charset: nil) { _, _ in nil }, as: UTF8.self)
  }
}

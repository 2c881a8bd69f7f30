import Briefing

/// A field with parameters, such as `text/plain; charset=utf-8` (RFC 2045, and RFC 2231 for long ones and other letters).
struct MailField {
  /// In lower case, without spaces.
  let value: String
  private var parameters: [String: String] = [:]
  private static let most = 1000

  init(_ field: [UInt8]?, _ decoder: ForeignDecoder) {
    let pieces = Self.pieces(field ?? [])
    value = (pieces.first ?? []).filter { $0 > 0x20 }.lowercasedText
    var parted: [String: [(number: Int, isEncoded: Bool, bytes: [UInt8])]] = [:]
    for piece in pieces.dropFirst().prefix(Self.most) {
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = piece[..<equals].filter { $0 > 0x20 }.lowercasedText
      let bytes = Self.unquoted(piece[(equals + 1)...])
      let parts = name.split(separator: "*", omittingEmptySubsequences: false)
      if parts.count == 1 {
        if parameters[name] == nil { parameters[name] = MailText.header(bytes, decoder) }
      } else {
        parted[String(parts[0]), default: []].append((Int(parts[1]) ?? 0, parts.last == "", bytes))
      }
    }
    for (name, parts) in parted { parameters[name] = Self.joined(parts.sorted { $0.number < $1.number }, decoder) }
  }

  subscript(name: String) -> String? { parameters[name] }

  /// Parted by semicolons that stand in no quotes.
  private static func pieces(_ field: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var (start, at, isQuoted) = (0, 0, false)
    while at < field.count {
      switch field[at] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where isQuoted: at += 1
      case UInt8(ascii: ";") where !isQuoted:
        pieces.append(field[start..<at])
        start = at + 1
      default: break
      }
      at += 1
    }
    return pieces + [field[start...]]
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> [UInt8] {
    let trimmed = Array(value.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
    guard trimmed.first == UInt8(ascii: "\"") else { return trimmed }
    var text: [UInt8] = []
    var at = 1
    while at < trimmed.count, trimmed[at] != UInt8(ascii: "\"") {
      if trimmed[at] == UInt8(ascii: "\\"), at + 1 < trimmed.count { at += 1 }
      text.append(trimmed[at])
      at += 1
    }
    return text
  }

  /// The first encoded part names the encoding and the language before its text.
  private static func joined(
    _ parts: [(number: Int, isEncoded: Bool, bytes: [UInt8])], _ decoder: ForeignDecoder
  ) -> String {
    var charset: String?
    var bytes: [UInt8] = []
    for (index, part) in parts.enumerated() {
      var text = part.bytes[...]
      if index == 0, part.isEncoded {
        let marks = text.indices.filter { text[$0] == UInt8(ascii: "'") }
        if marks.count >= 2 {
          charset = text[..<marks[0]].lowercasedText
          text = text[(marks[1] + 1)...]
        }
      }
      let escaped = text.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 }
      bytes += part.isEncoded ? TransferEncoding.quotedPrintable(escaped[...]) : Array(text)
    }
    return String(decoding: MailText.decode(bytes, charset: charset, decoder), as: UTF8.self)
  }
}

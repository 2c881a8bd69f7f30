import Briefing

/// A part of a mail: a text, or several parts, or a mail in the mail.
struct MailPart {
  let header: MailHeader
  let type: MailField
  let disposition: MailField
  /// Where it stands, with its header, and where its body does.
  let range: Range<Int>
  let body: Range<Int>
  let parts: [MailPart]

  /// Reads the parts of a range of bytes, however they nest; those beyond a thousand, or nested deeper than twenty, are not
  /// looked into. Costs one look at each byte for each level.
  init(_ bytes: [UInt8], in range: Range<Int>, _ decoder: ForeignDecoder) {
    var room = 1000
    self.init(bytes, range, decoder, depth: 0, room: &room, usualType: [])
  }

  private init(
    _ bytes: [UInt8], _ range: Range<Int>, _ decoder: ForeignDecoder, depth: Int, room: inout Int, usualType: [UInt8]
  ) {
    self.range = range
    header = MailHeader(bytes, in: range)
    body = header.end..<range.upperBound
    type = MailField(header.raw("content-type") ?? usualType, decoder)
    disposition = MailField(header.raw("content-disposition"), decoder)
    guard depth < 20 else {
      parts = []
      return
    }
    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      let usual = type.value == "multipart/digest" ? Array("message/rfc822".utf8) : []
      var parts: [MailPart] = []
      for range in Self.ranges(bytes, body, boundary: Array(boundary.utf8)) where room > 0 {
        room -= 1
        parts.append(MailPart(bytes, range, decoder, depth: depth + 1, room: &room, usualType: usual))
      }
      self.parts = parts
    } else if type.value == "message/rfc822", room > 0 {
      room -= 1
      parts = [MailPart(bytes, body, decoder, depth: depth + 1, room: &room, usualType: [])]
    } else {
      parts = []
    }
  }

  /// What stands between lines of `--` and the boundary; without the line that ends them all, up to the end.
  private static func ranges(_ bytes: [UInt8], _ body: Range<Int>, boundary: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (at, start): (Int, Int?) = (body.lowerBound, nil)
    while at < body.upperBound {
      let end = bytes.lineEnd(from: at, before: body.upperBound)
      let line = bytes[at..<end]
      if line.starts(with: [0x2D, 0x2D]), line.dropFirst(2).starts(with: boundary) {
        // The line end before a boundary belongs to it.
        if let start { ranges.append(start..<max(start, Self.withoutLineEnd(bytes, at))) }
        if line.dropFirst(2 + boundary.count).starts(with: [0x2D, 0x2D]) { return ranges }
        start = min(end + 1, body.upperBound)
      }
      at = end + 1
    }
    if let start { ranges.append(start..<body.upperBound) }
    return ranges
  }

  private static func withoutLineEnd(_ bytes: [UInt8], _ end: Int) -> Int {
    guard end > 0, bytes[end - 1] == 0x0A else { return end }
    return end > 1 && bytes[end - 2] == 0x0D ? end - 2 : end - 1
  }
}

extension MailPart {
  /// The body as it was before it was written for mail, in UTF-8.
  func text(of bytes: [UInt8], _ decoder: ForeignDecoder) -> [UInt8] {
    MailText.decode(content(of: bytes), charset: type["charset"], decoder)
  }

  /// A body that is a page, in UTF-8: its header says the encoding, or the page does.
  func page(of bytes: [UInt8], _ decoder: ForeignDecoder) -> [UInt8] {
    if type["charset"] != nil { return text(of: bytes, decoder) }
    let content = content(of: bytes)
    return PageEncoding(of: content).decode(content, decoder).bytes
  }

  /// The body as it was before it was written for mail.
  func content(of bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case "quoted-printable": TransferEncoding.quotedPrintable(bytes[body])
    case "base64": TransferEncoding.base64(bytes[body])
    default: Array(bytes[body])
    }
  }

  /// Whether the body stands in the mail byte for byte.
  var isPlain: Bool { encoding != "quoted-printable" && encoding != "base64" }

  private var encoding: String { (header.raw("content-transfer-encoding") ?? []).filter { $0 > 0x20 }.lowercasedText }

  var isAttachment: Bool { disposition.value == "attachment" || fileName != nil && !type.value.hasPrefix("text/") }

  var fileName: String? { disposition["filename"] ?? type["name"] }

  /// Nothing is said of a part that is plain text.
  var isText: Bool { !isAttachment && (type.value == "text/plain" || !type.value.contains("/")) }
  var isPage: Bool { !isAttachment && (type.value == "text/html" || type.value == "application/xhtml+xml") }
}

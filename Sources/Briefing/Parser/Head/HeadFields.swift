/// Lines above a text that say something of it: front matter between `---` or `+++`, `Title: …` lines, a mail's header.
struct HeadFields {
  private(set) var title: String?
  private(set) var origin = StoryOrigin()
  /// What is no story; all but the words of the title.
  private(set) var pieces: [StoryHead.Piece] = []
  /// The line behind them.
  private(set) var end = 0
  private let text: Bytes
  /// Comments among the fields, and names of groups of them.
  private var others: [Range<Int>] = []
  /// A date that says when the text was changed last.
  private var changed: Moment?

  /// A line that names what it says, with the lines that go on below.
  private struct Field {
    var key: String
    /// The value on the line of the key.
    var value: Range<Int>
    /// The lines below that belong to it.
    var more: [Range<Int>] = []
    var whole: Range<Int>
  }

  private static let longest = 400

  /// Nil if the text opens with none.
  init?(_ text: Bytes, _ lines: Lines) {
    self.text = text
    guard let first = lines.all.first?.range else { return nil }
    if text.isWord("---", first) || text.isWord("+++", first) || text.isWord(";;;", first) {
      guard readFenced(lines.all, mark: first) else { return nil }
    } else {
      guard readBare(lines.all) else { return nil }
    }
    origin.published = origin.published ?? changed
  }

  /// Fields between two lines of the same mark.
  private mutating func readFenced(_ lines: [Line], mark: Range<Int>) -> Bool {
    guard
      let last = lines[1...].prefix(Self.longest).firstIndex(where: {
        text[$0.range].elementsEqual(text[mark]) || text.isWord("...", $0.range)
      })
    else { return false }
    let sign = text[mark.lowerBound] == UInt8(ascii: "+") ? UInt8(ascii: "=") : UInt8(ascii: ":")
    guard last > 1, let fields = fields(lines[1..<last], sign: sign) else { return false }
    pieces.append(StoryHead.Piece(range: mark, reason: .metadata))
    take(fields)
    pieces.append(StoryHead.Piece(range: lines[last].range, reason: .metadata))
    end = last + 1
    return true
  }

  /// Fields that open the text and end at a blank line; the first must be one that texts open with.
  private mutating func readBare(_ lines: [Line]) -> Bool {
    let count = lines.dropFirst().prefix(Self.longest).firstIndex { $0.opensBlock } ?? lines.count
    guard count < lines.count, count <= Self.longest, let first = field(lines[0].range, sign: UInt8(ascii: ":")),
      Self.openers.contains(first.key), let fields = fields(lines[..<count], sign: UInt8(ascii: ":"))
    else { return false }
    let keys = Set(fields.map(\.key))
    let isMail = keys.intersection(Self.mailKeys).count >= 2
    guard isMail || keys.contains("title") || keys.contains("headline") else { return false }
    take(fields)
    end = count
    return true
  }

  /// The fields of some lines; nil if one is none.
  private mutating func fields(_ lines: ArraySlice<Line>, sign: UInt8) -> [Field]? {
    var fields: [Field] = []
    others = []
    for line in lines {
      let range = line.range
      if text[range.lowerBound] == UInt8(ascii: "#") {
        others.append(range)
        continue
      }
      let isItem = text[range.lowerBound] == UInt8(ascii: "-")
      let goesOn = line.isIndented || isItem || "]})".utf8.contains(text[range.lowerBound])
      if goesOn, !fields.isEmpty {
        fields[fields.count - 1].more.append(isItem ? text.trimmed(range.lowerBound + 1..<range.upperBound) : range)
        fields[fields.count - 1].whole = fields[fields.count - 1].whole.lowerBound..<range.upperBound
      } else if let field = field(range, sign: sign) {
        fields.append(field)
      } else if text[range.lowerBound] == UInt8(ascii: "[") {
        others.append(range)
      } else {
        return nil
      }
    }
    return fields.isEmpty ? nil : fields
  }

  private func field(_ line: Range<Int>, sign: UInt8) -> Field? {
    let stop = min(line.upperBound, line.lowerBound + 40)
    let colon = text.first(sign, in: line.lowerBound..<stop)
    let name = text.trimmed(line.lowerBound..<colon)
    guard colon < stop, !name.isEmpty, name.allSatisfy({ isOfKey(text[$0]) }) else { return nil }
    guard colon + 1 == line.upperBound || text[colon + 1].isSpace || sign != UInt8(ascii: ":") else { return nil }
    let key = String(
      decoding: text[name].map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.lowercased }, as: UTF8.self)
    return Field(key: key, value: text.trimmed(colon + 1..<line.upperBound), whole: line)
  }

  private func isOfKey(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || "_-. ".utf8.contains(byte)
  }

  private mutating func take(_ fields: [Field]) {
    pieces += others.map { StoryHead.Piece(range: $0, reason: .metadata) }
    for field in fields {
      if Self.titles.contains(field.key), title == nil, let value = values(of: field).first, !value.isEmpty {
        takeTitle(field, value)
        continue
      }
      takeOrigin(field)
      putAside(field.whole)
    }
  }

  /// The words of a title are set aside as well where they do not stand there as they are.
  private mutating func takeTitle(_ field: Field, _ value: String) {
    title = value
    guard unquoted(field.value) == value else { return putAside(field.whole) }
    putAside(field.whole.lowerBound..<field.value.lowerBound)
    putAside(text.trimmed(field.value.upperBound..<field.whole.upperBound))
  }

  private mutating func putAside(_ range: Range<Int>) {
    if !range.isEmpty { pieces.append(StoryHead.Piece(range: range, reason: .metadata)) }
  }

  private mutating func takeOrigin(_ field: Field) {
    let values = values(of: field)
    guard let value = values.first else { return }
    switch field.key {
    case _ where Self.dates.contains(field.key): origin.published = origin.published ?? DateText.moment(value)
    case _ where Self.changes.contains(field.key): changed = changed ?? DateText.moment(value)
    case _ where Self.authors.contains(field.key):
      if origin.authors.isEmpty { origin.authors = values.compactMap(name) }
    case _ where Self.addresses.contains(field.key):
      if origin.url == nil, Self.isAddress(value) { origin.url = value }
    case _ where Self.publishers.contains(field.key): origin.publisher = origin.publisher ?? value
    default: break
    }
  }

  /// What a field says: one value, or those of a list.
  private func values(of field: Field) -> [String] {
    var parts = field.more
    if !field.value.isEmpty, !text.isWord("|", field.value), !text.isWord(">", field.value) {
      parts.insert(field.value, at: 0)
    }
    if field.value.isEmpty { return parts.map(unquoted).filter { !$0.isEmpty } }
    let isList =
      text[field.value.lowerBound] == UInt8(ascii: "[") && text[field.value.upperBound - 1] == UInt8(ascii: "]")
    if isList {
      return listed(field.value.lowerBound + 1..<field.value.upperBound - 1)
    }
    return [Self.decoded(parts.map(unquoted).joined(separator: " "))]
  }

  /// A mail's header with its encoded words decoded, as far as they are in UTF-8 or Latin 1.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.firstRange(of: "=?".utf8) != nil else { return text }
    let decoded = EncodedWords.decode(Array(text.utf8)) { bytes, charset in
      switch charset {
      case "utf-8", "utf8", "us-ascii": bytes
      case "iso-8859-1", "windows-1252": bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
      default: nil
      }
    }
    return Gate.text(of: String(decoding: decoded, as: UTF8.self)).split(separator: " ").joined(separator: " ")
  }

  /// What commas part.
  private func listed(_ range: Range<Int>) -> [String] {
    var (values, start) = ([String](), range.lowerBound)
    while start < range.upperBound {
      let end = text.first(UInt8(ascii: ","), in: start..<range.upperBound)
      values.append(unquoted(text.trimmed(start..<end)))
      start = end + 1
    }
    return values.filter { !$0.isEmpty }
  }

  private func unquoted(_ range: Range<Int>) -> String {
    var range = range
    if let first = range.first, let last = range.last, range.count > 1, text[first] == text[last],
      text[first] == UInt8(ascii: "\"") || text[first] == UInt8(ascii: "'")
    {
      range = first + 1..<last
    }
    return text.string(range).split(separator: " ").joined(separator: " ")
  }

  /// The name in `Name <address>`, else all of it.
  private func name(_ value: String) -> String? {
    let name = value.prefix { $0 != "<" }.filter { $0 != "\"" }.split(separator: " ").joined(separator: " ")
    return name.isEmpty ? value : name
  }

  private static func isAddress(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { AddressStart.isWeb($0, 0..<$0.count) && !$0.contains(0x20) }
  }

  private static let titles: Set<String> = ["title", "headline", "subject"]
  private static let dates: Set<String> = [
    "date", "published", "pubdate", "published_at", "published_on", "publishdate", "publish_date", "published_time",
    "created", "posted", "datum", "fecha", "data",
  ]
  private static let changes: Set<String> = ["updated", "modified", "lastmod", "last_modified", "updated_at"]
  private static let authors: Set<String> = ["author", "authors", "by", "byline", "from", "writer", "autor", "auteur"]
  private static let addresses: Set<String> = [
    "url", "link", "source", "canonical", "permalink", "original", "source_url", "canonical_url", "original_url",
  ]
  private static let publishers: Set<String> = [
    "publisher", "site", "site_name", "publication", "outlet", "newspaper", "newsletter",
  ]
  private static let mailKeys: Set<String> = [
    "from", "to", "cc", "subject", "date", "reply_to", "sender", "message_id", "return_path", "received",
    "mime_version",
    "content_type", "list_id", "delivered_to", "sent",
  ]
  private static let openers = mailKeys.union(titles).union(dates).union(authors).union(addresses).union(publishers)
}

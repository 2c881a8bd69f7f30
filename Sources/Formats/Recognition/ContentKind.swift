import Briefing

/// What a file holds: told by its first bytes, and by its name only where they leave it open.
enum ContentKind: Hashable, Sendable {
  case text
  /// Stories in Courant's own JSON.
  case stories
  case kagiNews, jsonFeed
  /// RSS, RDF or Atom.
  case feed
  case page
  /// An OPML outline.
  case outline
  /// newsboat's list of what is followed.
  case followList
  case mail, mailbox
  case gzip, zip
  case foreign(ForeignKind)
  /// JSON of some other kind.
  case otherJSON

  /// Whether it is read by its tags.
  var isMarkup: Bool { self == .page || self == .feed || self == .outline }

  /// How many bytes are looked at.
  static let reach = 64 << 10
  private static let mostKeys = 64

  /// - Parameters:
  ///   - bytes: the whole, or its beginning.
  ///   - name: of the file; nil for a stream.
  init(of bytes: [UInt8], named name: ArraySlice<UInt8>?) {
    if Gzip.isGzip(bytes) {
      self = .gzip
    } else if ZipArchive.isZip(bytes) {
      self = .zip
    } else if let kind = ForeignKind(signatureOf: bytes) {
      self = .foreign(kind)
    } else {
      self = Self.ofText(Self.readable(bytes), bytes, FileEnding(name))
    }
  }

  /// The beginning in UTF-8, where it is in another encoding that shows at once.
  private static func readable(_ bytes: [UInt8]) -> [UInt8] {
    let head = bytes.prefix(reach)
    guard let charset = Charset.mark(of: head)?.charset ?? Charset.shape(of: head), charset != .utf8 else {
      return Array(head)
    }
    // EBCDIC stands only before XML, which is told by its shape.
    if case .foreign = charset { return Array("<rss>".utf8) }
    return charset.decode(head) { _, _ in nil } ?? Array(head)
  }

  private static func ofText(_ head: [UInt8], _ bytes: [UInt8], _ ending: FileEnding) -> ContentKind {
    let first = head.first { $0 > 0x20 && $0 < 0x7F }
    if ending == .json || first == UInt8(ascii: "{") {
      let kind = json(head, bytes)
      if ending == .json || kind != .otherJSON { return kind }
    }
    if first == UInt8(ascii: "<") || ending == .markup || ending == .page, let kind = markup(head, ending) {
      return kind
    }
    if MailHead.isMailbox(head) { return .mailbox }
    if MailHead.isMail(head, isNamedSo: ending == .mail) { return .mail }
    return FollowList.isFollowList(head, isNamedSo: ending == .followList) ? .followList : .text
  }

  private static func json(_ head: [UInt8], _ bytes: [UInt8]) -> ContentKind {
    let keys = Set(JSONOutline(of: bytes, most: mostKeys).parts.map(\.key))
    if keys.contains("headline") { return .stories }
    if keys.contains("clusters") || keys.contains("stories") { return .kagiNews }
    if keys.contains("items"), keys.contains("version") || keys.contains("title") { return .jsonFeed }
    if keys.contains("categories"), keys.contains("timestamp") { return .foreign(.kagiCategories) }
    // Damaged in its first line, or one of several.
    return head.has("\"headline\"") ? .stories : .otherJSON
  }

  private static func markup(_ head: [UInt8], _ ending: FileEnding) -> ContentKind? {
    guard let root = MarkupHead(head) else {
      if ending == .markup, MarkupHead.feedName(in: head) != nil { return .feed }
      return ending == .page ? .page : nil
    }
    switch root.name {
    case "rss", "feed", "rdf:rdf", "channel": return root.isBehindJunk && ending == .text ? nil : .feed
    case "opml": return .outline
    case "svg": return .foreign(.picture)
    case "html", "head", "body": return .page
    case "meta", "title", "script", "link", "style", "base", "frameset": return ending == .text ? nil : .page
    default: break
    }
    if ending == .page { return .page }
    // A server's warning before a feed is markup as well.
    if let feed = MarkupHead.feedName(in: head), ending != .text, head.has("<\(feed)") || head.has("<rdf:RDF") {
      return feed == "opml" ? .outline : .feed
    }
    let isDeclared = head.prefix(16).lowercasedText.contains("<?xml")
    return ending == .markup || isDeclared && ending != .text ? .foreign(.xml) : nil
  }
}

/// What a file's name says of what it holds.
enum FileEnding: Hashable {
  case none, text, json, page, markup, mail, followList

  init(_ name: ArraySlice<UInt8>?) {
    let name = name?.lowercasedText ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    switch ending {
    case "json", "jsonl": self = .json
    case "txt", "text", "md", "markdown": self = .text
    case "html", "htm", "xhtml": self = .page
    case "xml", "rss", "atom", "rdf", "opml": self = .markup
    case "eml", "mbox", "mht", "mhtml": self = .mail
    default: self = name == "urls" ? .followList : .none
    }
  }
}

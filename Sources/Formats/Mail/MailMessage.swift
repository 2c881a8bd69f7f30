import Briefing

/// A mail as a story: its subject is the headline, whoever sent it the publisher, its text the body.
struct MailMessage {
  private let bytes: [UInt8]
  private let part: MailPart
  private let decoder: ForeignDecoder

  init(_ bytes: [UInt8], in range: Range<Int>, _ decoder: @escaping ForeignDecoder) {
    self.init(bytes, MailPart(bytes, in: range, decoder), decoder)
  }

  private init(_ bytes: [UInt8], _ part: MailPart, _ decoder: @escaping ForeignDecoder) {
    (self.bytes, self.part, self.decoder) = (bytes, part, decoder)
  }

  /// The mail, or those that it is a cover around.
  var stories: [StoryFile.Story] {
    let body = MailBody(part)
    let inner = body.isCover || part.type.value == "multipart/digest" ? body.mails : []
    return inner.isEmpty
      ? [story(body)].compactMap(\.self) : inner.flatMap { MailMessage(bytes, $0, decoder).stories }
  }

  /// Nil where nothing in it can be read.
  private func story(_ body: MailBody) -> StoryFile.Story? {
    guard var reading = reading(body) else { return nil }
    let header = part.header
    if let subject = header.text("subject", decoder), !isSavedPage || reading.story.headline.isEmpty {
      reading.story.headline = subject
    }
    guard !reading.story.headline.isEmpty else { return nil }
    let sender = MailAddress(header.text("from", decoder) ?? header.text("sender", decoder) ?? "")
    reading.story.publisher = sender.name ?? sender.address ?? reading.story.publisher
    reading.story.published = isSavedPage ? reading.story.published ?? date : date ?? reading.story.published
    reading.story.url = archived ?? reading.story.url
    reading.setAside += body.attachments.compactMap(\.fileName).map { name in
      SetAside(place: 0..<0, text: Gate.words(of: name), reason: .footer)
    }
    return StoryFile.Story(reading: reading, original: Array(bytes[part.range]), entry: name(sender))
  }

  /// Whether a browser saved a page as a mail. Then the page says better what it is called, and when it was published.
  private var isSavedPage: Bool { part.header.raw("snapshot-content-location") != nil }

  /// What the body says: its text, and its page where it has no text.
  private func reading(_ body: MailBody) -> Reading? { textReading(body) ?? pageReading(body) }

  /// What the pages of the body show. One that is no article is read whole: a letter, or links with a line on each.
  private func pageReading(_ body: MailBody) -> Reading? {
    let page = body.pages.flatMap { $0.page(of: bytes, decoder) }
    let address = archived ?? body.pages.first?.header.text("content-location", decoder)
    let found = Page.read(page, url: address)
    var reading = found.kind == .article ? found.reading : Page.fragment(page, url: address)
    guard !reading.story.blocks.isEmpty else { return nil }
    reading.setAside = reading.setAside.map { SetAside(place: 0..<0, text: $0.text, reason: $0.reason) }
    guard !isSavedPage else { return reading }
    let (story, footer) = MailTrimming.trimmed(reading.story)
    return Reading(story: story, setAside: reading.setAside + footer)
  }

  /// Everything of the body that is text, one behind the other.
  private func textReading(_ body: MailBody) -> Reading? {
    guard !body.texts.isEmpty else { return nil }
    var footer: [String] = []
    var text: [UInt8] = []
    for part in body.texts {
      let words = MailWords(
        part.text(of: bytes, decoder), isFlowed: part.type["format"]?.lowercased() == "flowed",
        dropsSpaces: part.type["delsp"]?.lowercased() == "yes")
      footer += words.footer
      if !text.isEmpty { text += [0x0A, 0x0A] }
      text += words.text
    }
    let subject = part.header.text("subject", decoder)
    var reading = StoryParser.parse(Self.headed(text, subject))
    reading.setAside = reading.setAside.map { SetAside(place: 0..<0, text: $0.text, reason: $0.reason) }
    reading.setAside += footer.map { SetAside(place: 0..<0, text: $0, reason: .footer) }
    return reading
  }

  /// The text under its subject, unless it opens with that itself.
  private static func headed(_ text: [UInt8], _ subject: String?) -> [UInt8] {
    guard let subject else { return text }
    let start = text.firstIndex { $0 > 0x20 } ?? text.count
    let line = text[start...].prefix { $0 != 0x0A }
    let first = Gate.words(of: String(decoding: line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }, as: UTF8.self))
    let rest = first.lowercased() == subject.lowercased() ? text[(start + line.count)...] : text[...]
    return Array("# \(subject)\n\n".utf8) + rest
  }

  private var date: Moment? {
    guard let raw = part.header.raw("date") else { return nil }
    return LooseDate.moment(of: Gate.text(of: raw))
  }

  /// Where the mail can be read on the web (RFC 5064).
  private var archived: String? {
    (part.header.bracketed("archived-at") ?? part.header.text("snapshot-content-location", decoder))
      .flatMap(CitedName.address).flatMap { CitedName.host(in: $0) == nil ? nil : $0 }
  }

  /// What is sent again is the same mail: it is known by its list, or its sender, and the name that it has there.
  private func name(_ sender: MailAddress) -> EntryName? {
    guard let guid = part.header.bracketed("message-id"),
      let feed = part.header.bracketed("list-id") ?? sender.address
    else { return nil }
    return EntryName(feed: feed.lowercased(), guid: guid, url: archived)
  }
}

/// Who sent a mail.
struct MailAddress {
  private(set) var name: String?
  private(set) var address: String?

  /// Reads `Name <address>`, `"Name" <address>`, `address (Name)`, `Name (address)` or either alone.
  init(_ text: String) {
    if let open = text.lastIndex(of: "<") {
      let inside = text[text.index(after: open)...].prefix { $0 != ">" }
      address = inside.contains("@") ? inside.filter { !$0.isWhitespace } : nil
      name = Self.name(text[..<open])
    } else if text.contains("@") {
      let word = text.split { " ()".contains($0) }.first { $0.contains("@") } ?? text[...]
      address = String(word)
      name = Self.name(text[..<word.startIndex]) ?? Self.name(text[word.endIndex...])
    } else {
      name = Self.name(text[...])
    }
  }

  private static func name(_ text: Substring) -> String? {
    var name = text.drop(while: isMark)
    while let last = name.last, isMark(last) { name.removeLast() }
    if name.isEmpty { return nil }
    let hasEscapes = name.utf8.contains(UInt8(ascii: "\\"))
    return Gate.words(of: hasEscapes ? String(name).replacing("\\\"", with: "\"") : String(name))
  }

  /// Whether a sign stands around a name and is none of it.
  private static func isMark(_ sign: Character) -> Bool {
    switch sign {
    case "\"", "'", "(", ")", " ", "\\": true
    default: false
    }
  }
}

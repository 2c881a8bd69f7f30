import Briefing

/// The text of one element, while it is being read.
struct FeedCapture {
  let meaning: FeedMeaning
  /// Where the name of its tag stands.
  let name: Range<Int>
  private let form: Form
  /// Whether its text is an address by itself (a guid that is a permanent link).
  private let isPermanent: Bool
  private var value: [UInt8] = []
  /// Whether some of it stood in a section, in which nothing is replaced.
  private var hasSection = false
  /// How many elements of its own name are open in it.
  private var depth = 0
  /// Of somebody: the name and the address that stand in it.
  private var part: FeedElement?
  private var personName: [UInt8] = []
  private var personAddress: [UInt8] = []

  /// How the text is written.
  private enum Form {
    /// Markup with its signs replaced, or text: what it is shows when it is read.
    case escaped
    /// Markup with its signs replaced.
    case page
    /// Elements of a page.
    case elements
    case plain
    case base64
  }

  init(_ meaning: FeedMeaning, _ tokenizer: MarkupTokenizer) {
    self.meaning = meaning
    name = tokenizer.name
    form = meaning.element.isRich ? Self.form(tokenizer) : .plain
    isPermanent = tokenizer.string(of: "ispermalink")?.lowercased() != "false"
  }

  /// Whether nothing says that elements may stand in it.
  var isUnmarked: Bool { form == .escaped }

  /// What type and mode say; RSS has neither.
  private static func form(_ tokenizer: MarkupTokenizer) -> Form {
    let type = tokenizer.string(of: "type")?.lowercased()
    let mode = tokenizer.string(of: "mode")?.lowercased()
    if mode == "base64" { return .base64 }
    switch type {
    case nil: return mode == nil ? .escaped : mode == "xml" ? .elements : .page
    case "xhtml": return .elements
    case "html": return .page
    case "text": return .plain
    case let type?:
      if mode == "escaped" { return type.contains("html") ? .page : .plain }
      if type.contains("xhtml") || mode == "xml" { return .elements }
      if type.contains("html") { return .page }
      if type.hasPrefix("text/") { return .plain }
      // Atom has all other types in base64 (RFC 4287, 4.1.3.3).
      return type.contains("/") && !type.hasSuffix("xml") ? .base64 : .escaped
    }
  }
}

/// What stands in it.
extension FeedCapture {
  mutating func append(_ tokenizer: MarkupTokenizer) {
    if part == .personName { return tokenizer.appendText(to: &personName) }
    if part == .personAddress { return tokenizer.appendText(to: &personAddress) }
    hasSection = hasSection || tokenizer.textContent == .section
    guard form == .elements else { return tokenizer.appendText(to: &value) }
    guard tokenizer.textContent == .section else {
      value.append(contentsOf: tokenizer.bytes[tokenizer.text])
      return
    }
    for byte in tokenizer.bytes[tokenizer.text] {
      switch byte {
      case UInt8(ascii: "<"): value += "&lt;".utf8
      case UInt8(ascii: "&"): value += "&amp;".utf8
      default: value.append(byte)
      }
    }
  }

  mutating func enter(_ tokenizer: MarkupTokenizer, _ isSame: Bool) {
    if isSame, !tokenizer.isSelfClosing { depth += 1 }
    if meaning.element == .person {
      let local = Self.local(tokenizer)
      part = local == "name" ? .personName : local == "email" ? .personAddress : part
      return
    }
    appendTag(tokenizer, isEnd: false)
  }

  /// Whether an end tag of its name ends it.
  mutating func leave(_ tokenizer: MarkupTokenizer) -> Bool {
    if depth == 0 { return true }
    depth -= 1
    appendTag(tokenizer, isEnd: true)
    return false
  }

  mutating func appendTag(_ tokenizer: MarkupTokenizer, isEnd: Bool) {
    if meaning.element == .person {
      part = nil
      return
    }
    guard form != .plain || meaning.element.isRich else { return }
    let start = tokenizer.name.lowerBound - (isEnd ? 2 : 1)
    let tag = tokenizer.bytes[start..<min(tokenizer.at, tokenizer.bytes.count)]
    // A prefix is no part of a page's tag.
    if let colon = tokenizer.bytes[tokenizer.name].firstIndex(of: UInt8(ascii: ":")) {
      value += isEnd ? "</".utf8 : "<".utf8
      value.append(contentsOf: tokenizer.bytes[(colon + 1)..<min(tokenizer.at, tokenizer.bytes.count)])
    } else {
      value.append(contentsOf: tag)
    }
  }

  private static func local(_ tokenizer: MarkupTokenizer) -> String {
    let name = String(decoding: tokenizer.bytes[tokenizer.name], as: UTF8.self).lowercased()
    return String(name.drop { $0 != ":" }.dropFirst()).isEmpty ? name : String(name.drop { $0 != ":" }.dropFirst())
  }
}

/// What came of it.
extension FeedCapture {
  func finish(into facts: inout FeedFacts, _ bases: FeedBases) {
    switch meaning.element {
    case .person: if let name = person { facts.takePerson(name, rank: meaning.rank) }
    case .link:
      if let url = bases.resolve(line) { facts.take(.link, rank: meaning.rank + 1, FeedText(url)) }
    case .id:
      facts.take(.id, rank: meaning.rank, FeedText(line))
      if isPermanent, meaning.rank == 5, let url = LinkOrigin.whole(line) { facts.take(.link, rank: 1, FeedText(url)) }
    case .published, .updated:
      if let moment = LooseDate.moment(of: line) { facts.take(meaning.element, rank: meaning.rank, moment) }
    case .title, .description, .content: facts.take(meaning.element, rank: meaning.rank, text)
    default: facts.take(meaning.element, rank: meaning.rank, FeedText(line))
    }
  }

  private var line: String { PageText.line(value) }

  private var text: FeedText {
    switch form {
    case .plain: FeedText(value, .plain)
    case .page, .elements: FeedText(value, .html)
    case .escaped: FeedText.guessed(value, isEscaped: !hasSection)
    case .base64: Self.decoded(value)
    }
  }

  /// What is said to be in base64, if it is; a picture or the like says nothing.
  private static func decoded(_ value: [UInt8]) -> FeedText {
    guard value.allSatisfy({ $0.isASCIILetter || $0 <= 0x20 || "0123456789+/=-_".utf8.contains($0) }) else {
      return FeedText.guessed(value)
    }
    let text = TransferEncoding.base64(value[...])
    if Gate.looksBinary(text) { return FeedText([], .plain) }
    return FeedText.guessed((try? UTF8Span(validating: text.span)) == nil ? value : text)
  }

  /// The name of somebody, which may stand behind an address: `a@b.example (Ida Roe)`.
  private var person: String? {
    let name = PageText.line(personName)
    if !name.isEmpty { return name }
    let text = FeedText(value, .html).line
    let address = MailAddress(text)
    let spoken = address.name ?? address.address ?? text
    if !spoken.isEmpty { return spoken }
    let written = PageText.line(personAddress)
    return written.isEmpty ? nil : written
  }
}

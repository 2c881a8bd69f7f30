import Briefing

/// What a page says of itself beside its text: in its head, and in the data that it has for search engines.
struct PageFacts {
  /// The words of `<title>`.
  private(set) var title: String?
  /// What `<meta>` elements say, by name, property or itemprop in small letters; the first of each that says something.
  private(set) var meta: [String: String] = [:]
  private(set) var canonical: String?
  private(set) var base: String?
  private(set) var language: String?
  /// What the article is according to JSON-LD.
  private(set) var linkedData = LinkedData()
  private var isLinkedData = false

  /// How many bytes of data for search engines are read.
  private static let mostLinkedData = 1 << 20

  mutating func note(root tokenizer: MarkupTokenizer) {
    if language == nil { language = tokenizer.string(of: "lang").flatMap { $0.isEmpty ? nil : PageText.line($0) } }
  }

  mutating func note(title tokenizer: MarkupTokenizer) {
    guard title == nil else { return }
    var words: [UInt8] = []
    tokenizer.appendText(to: &words)
    let line = PageText.line(words)
    if !line.isEmpty { title = line }
  }

  /// Notes what `<meta>`, `<link>` or `<base>` says.
  mutating func note(_ tokenizer: MarkupTokenizer) {
    switch tokenizer.element {
    case .base: if base == nil { base = tokenizer.string(of: "href") }
    case .link:
      if canonical == nil, let rel = tokenizer.value(of: "rel"), tokenizer.bytes.isIgnoringCase("canonical", rel) {
        canonical = tokenizer.string(of: "href")
      }
    default: noteMeta(tokenizer)
    }
  }

  private mutating func noteMeta(_ tokenizer: MarkupTokenizer) {
    guard meta.count < 256, let content = tokenizer.value(of: "content") ?? tokenizer.value(of: "value"),
      content.count < 4096
    else { return }
    for name: StaticString in ["property", "name", "itemprop", "http-equiv"] {
      guard let range = tokenizer.value(of: name), !range.isEmpty, range.count < 64 else { continue }
      let key = tokenizer.string(ofValue: range).lowercased()
      if meta[key] == nil {
        let line = PageText.line(CharacterReference.resolved(tokenizer.string(ofValue: content)))
        if !line.isEmpty { meta[key] = line }
      }
    }
  }

  mutating func noteKind(ofScript tokenizer: MarkupTokenizer) {
    isLinkedData =
      tokenizer.value(of: "type").map { tokenizer.bytes.hasIgnoringCase("application/ld+json", at: $0.lowerBound) }
      ?? false
  }

  mutating func note(script tokenizer: MarkupTokenizer) {
    guard isLinkedData, tokenizer.text.count < Self.mostLinkedData else { return }
    isLinkedData = false
    linkedData.add(Array(tokenizer.bytes[tokenizer.text]))
  }

  /// Whether the page says that it is an article.
  var saysArticle: Bool { linkedData.isArticle || meta("og:type")?.lowercased() == "article" }

  /// The first of some names that a `<meta>` element has.
  func meta(_ names: String...) -> String? {
    for name in names { if let value = meta[name] { return value } }
    return nil
  }
}

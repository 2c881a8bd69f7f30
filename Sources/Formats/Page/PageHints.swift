/// What the names that a page's author gave an element say of it.
struct PageHints: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// Named as what stands around articles: navigation, advertising, sharing, more to read.
  static let around = PageHints(rawValue: 1 << 0)
  /// Named as what readers write under an article.
  static let comments = PageHints(rawValue: 1 << 1)
  /// Named as an article or a part of one.
  static let article = PageHints(rawValue: 1 << 2)
  /// Named as the words of the article themselves.
  static let body = PageHints(rawValue: 1 << 3)
  /// Not shown.
  static let hidden = PageHints(rawValue: 1 << 4)
  /// Named as buttons for sharing.
  static let sharing = PageHints(rawValue: 1 << 5)
  /// Named as who wrote the article.
  static let byline = PageHints(rawValue: 1 << 6)
  /// Named as when it was written.
  static let date = PageHints(rawValue: 1 << 7)
  /// Named as what it is called.
  static let headline = PageHints(rawValue: 1 << 8)
  /// Named as the words below a picture.
  static let caption = PageHints(rawValue: 1 << 9)
  /// Named as something that is beside the matter, though it may hold words of the article.
  static let doubtful = PageHints(rawValue: 1 << 10)
  /// Names of advertising and of more to read, beyond doubt.
  static let surely = PageHints(rawValue: 1 << 11)
  /// Asks whether a reader is one.
  static let challenge = PageHints(rawValue: 1 << 12)
  /// Said to be the author, by an attribute that says nothing else.
  static let author = PageHints(rawValue: 1 << 13)
  /// Named as the words between the headline and the article.
  static let lead = PageHints(rawValue: 1 << 14)
}

/// Reads hints out of classes, ids, roles and the like.
struct HintReader {
  /// What was read of names that came before, by their hash.
  private var known: [UInt64: PageHints] = [:]

  /// The hints of a start tag.
  mutating func read(_ tokenizer: MarkupTokenizer) -> PageHints {
    var hints: PageHints = []
    for attribute in tokenizer.attributes {
      let (name, value) = (attribute.name, attribute.value)
      let bytes = tokenizer.bytes
      switch name.count {
      case 2: if bytes.isIgnoringCase("id", name) { hints.formUnion(words(bytes, value)) }
      case 3: if bytes.isIgnoringCase("rel", name), bytes.isIgnoringCase("author", value) { hints.insert(.author) }
      case 4: if bytes.isIgnoringCase("role", name) { hints.formUnion(Self.role(bytes, value)) }
      case 5:
        if bytes.isIgnoringCase("class", name) {
          hints.formUnion(words(bytes, value))
        } else if bytes.isIgnoringCase("style", name), Self.hides(bytes, value) {
          hints.insert(.hidden)
        }
      case 6: if bytes.isIgnoringCase("hidden", name) { hints.insert(.hidden) }
      case 8: if bytes.isIgnoringCase("itemprop", name) { hints.formUnion(Self.property(bytes, value)) }
      case 11:
        if bytes.isIgnoringCase("aria-hidden", name), bytes.isIgnoringCase("true", value) { hints.insert(.hidden) }
      default: break
      }
    }
    return hints
  }

  private static func role(_ bytes: MarkupBytes, _ value: Range<Int>) -> PageHints {
    for name: StaticString in [
      "navigation", "banner", "complementary", "dialog", "alertdialog", "alert", "menu", "menubar", "contentinfo",
      "search",
      "toolbar", "tablist",
    ] where bytes.isIgnoringCase(name, value) {
      return [.around, .surely]
    }
    return bytes.isIgnoringCase("article", value) || bytes.isIgnoringCase("main", value) ? .article : []
  }

  private static func property(_ bytes: MarkupBytes, _ value: Range<Int>) -> PageHints {
    if bytes.isIgnoringCase("articlebody", value) { return [.body, .article] }
    if bytes.isIgnoringCase("headline", value) { return .headline }
    if bytes.isIgnoringCase("description", value) { return .lead }
    if bytes.isIgnoringCase("author", value) { return [.byline, .author] }
    if bytes.isIgnoringCase("datepublished", value) { return .date }
    return bytes.isIgnoringCase("comment", value) ? .comments : []
  }

  /// Whether a style says that nothing is shown.
  private static func hides(_ bytes: MarkupBytes, _ value: Range<Int>) -> Bool {
    for index in value.prefix(512) where bytes[index] == UInt8(ascii: ":") {
      var next = index + 1
      while next < value.upperBound, bytes[next].isMarkupSpace { next += 1 }
      if bytes.hasIgnoringCase("none", at: next), bytes.hasIgnoringCase("display", at: index - 7) { return true }
      if bytes.hasIgnoringCase("hidden", at: next), bytes.hasIgnoringCase("visibility", at: index - 10) { return true }
    }
    return false
  }

  /// The hints of a class or an id, looked up where the same one came before.
  private mutating func words(_ bytes: MarkupBytes, _ value: Range<Int>) -> PageHints {
    guard !value.isEmpty else { return [] }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in value { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    if let known = known[hash] { return known }
    let read = HintWords.read(bytes, value.prefix(400))
    known[hash] = read
    return read
  }
}

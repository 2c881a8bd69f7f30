package import Briefing

/// What a feed says: RSS of any version, RDF, Atom or JSON Feed.
package struct Feed: Sendable {
  package var title: FeedText?
  /// The page that the feed is of.
  package var link: String?
  package var description: FeedText?
  package var author: String?
  package var language: String?
  /// How long it may be kept before it is asked for again, in seconds.
  package var interval: Int?
  package var id: String?
  /// Where the feed itself is to be had, as it says it.
  package var address: String?
  package var entries: [FeedEntry] = []

  /// By what its entries are known, wherever the feed was read from.
  var name: String? { address ?? id ?? link ?? title?.line }
}

/// An entry of a feed.
package struct FeedEntry: Sendable {
  /// Where it stands in the feed.
  package var range: Range<Int>
  package var id: String?
  package var title: FeedText?
  package var link: String?
  package var authors: [String] = []
  package var published: Moment?
  package var updated: Moment?
  /// What it says: its content, or its summary where it has none.
  package var body: FeedText?
  /// Files that go with it, by their addresses.
  package var enclosures: [String] = []
  /// What the links in it start from.
  package var base: String?

  init(range: Range<Int>) { self.range = range }
}

/// A text of a feed.
package struct FeedText: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case plain, html
  }

  /// In UTF-8; markup as it stands in a page.
  package var bytes: [UInt8]
  package var kind: Kind

  init(_ bytes: [UInt8], _ kind: Kind) { (self.bytes, self.kind) = (bytes, kind) }

  init(_ text: String, _ kind: Kind = .plain) { self.init(Array(text.utf8), kind) }

  /// The words on one line, without markup.
  package var line: String {
    guard kind == .html, bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return PageText.line(bytes)
    }
    return bytes.withUnsafeBufferPointer { PageTreeBuilder.build($0).0.text(of: 0) }
  }

  /// A text that may be either: it is markup where a tag of HTML is in it, or nothing that could be taken for a tag.
  /// - Parameter isEscaped: whether its signs were replaced; then they may have been so twice.
  static func guessed(_ bytes: [UInt8], isEscaped: Bool = false) -> FeedText {
    guard bytes.contains(UInt8(ascii: "<")) else {
      return FeedText((isEscaped ? unescaped(bytes) : nil) ?? bytes, .html)
    }
    return FeedText(bytes, bytes.withUnsafeBufferPointer { isMarkup($0) } ? .html : .plain)
  }

  /// A piece of a page whose signs were replaced once more than they should be: it begins and ends as elements do, one of
  /// them within. Nil for anything else, such as words on markup.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.drop(while: { $0 <= 0x20 }).starts(with: "&lt;".utf8) else { return nil }
    var text: [UInt8] = []
    bytes.withUnsafeBufferPointer { MarkupText.append($0, 0..<$0.count, as: .text, zeros: .kept, to: &text) }
    guard text.last(where: { $0 > 0x20 }) == UInt8(ascii: ">") else { return nil }
    let ends = text.withUnsafeBufferPointer { bytes -> Bool in
      var tokenizer = MarkupTokenizer(bytes)
      guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
      while true {
        switch tokenizer.next() {
        case .endTag where tokenizer.element != .other: return true
        case .startTag where tokenizer.element == .other: return false
        case .end: return false
        default: continue
        }
      }
    }
    return ends ? text : nil
  }

  private static func isMarkup(_ bytes: MarkupBytes) -> Bool {
    var tokenizer = MarkupTokenizer(bytes)
    var hasUnknown = false
    while true {
      switch tokenizer.next() {
      case .startTag, .endTag:
        if tokenizer.element != .other { return true }
        hasUnknown = true
      case .text: break
      case .end: return !hasUnknown && !opensTag(bytes)
      }
    }
  }

  /// Whether something begins like a tag, such as one that nothing ends.
  private static func opensTag(_ bytes: MarkupBytes) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { sign, letter in
      sign == UInt8(ascii: "<") && (letter.isASCIILetter || letter == UInt8(ascii: "/"))
    }
  }
}

import Briefing

/// A link of a page that may lead to a feed.
package struct PageFeedLink: Sendable {
  /// The whole address.
  package var url: String
  /// What the link says of the feed, on one line; empty where it says nothing.
  package var title: String
  /// What kind of content it says that it leads to, in small letters.
  package var type: String
  /// Whether the page says in its head that it leads to the page in another form; else it is a link to be clicked.
  package var isAlternate: Bool
}

extension PageFeedLink {
  /// No page has more links that matter.
  private static let most = 1000
  /// A link with more words says more than what it leads to.
  private static let longestWords = 200

  /// The links of a page in their order: all that its head calls another form of it, and of the others those that are
  /// wanted by their whole address and their words. Linear in the length of the page.
  /// - Parameters:
  ///   - address: where the page comes from.
  ///   - charset: what the server says that it is written in.
  package static func links(
    in page: [UInt8], at address: String, charset: String?, decoder: ForeignDecoder,
    where isWanted: (_ url: String, _ words: String) -> Bool
  ) -> [PageFeedLink] {
    let named = charset.flatMap { Charset(named: $0) }.flatMap { $0 == .utf8 ? nil : $0.decode(page, decoder) }
    let text = named ?? PageEncoding(of: page).decode(page, decoder).bytes
    return text.withUnsafeBufferPointer { bytes in
      let base = base(of: bytes)
      var reader = Reader(links: PageLinks(address: address, base: base))
      reader.read(bytes, isWanted)
      return reader.found
    }
  }

  /// What the links of a page start from, as it says itself.
  private static func base(of bytes: MarkupBytes) -> String? {
    var tokenizer = MarkupTokenizer(bytes)
    while true {
      switch tokenizer.next() {
      case .end: return nil
      case .startTag:
        if tokenizer.element == .base, let base = tokenizer.string(of: "href") { return base }
        if tokenizer.element == .body { return nil }
      default: continue
      }
    }
  }

  private struct Reader {
    let links: PageLinks
    var found: [PageFeedLink] = []
    private var open: String?
    private var words: [UInt8] = []

    init(links: PageLinks) { self.links = links }

    mutating func read(_ bytes: MarkupBytes, _ isWanted: (String, String) -> Bool) {
      var tokenizer = MarkupTokenizer(bytes)
      while found.count < PageFeedLink.most {
        switch tokenizer.next() {
        case .end: return
        case .startTag where tokenizer.element == .link: takeLink(tokenizer)
        case .startTag where tokenizer.element == .a:
          close(isWanted)
          (open, words) = (tokenizer.string(of: "href"), [])
        case .endTag where tokenizer.element == .a: close(isWanted)
        case .text where open != nil:
          if words.count < PageFeedLink.longestWords { tokenizer.appendText(to: &words) }
        default: continue
        }
      }
    }

    private mutating func takeLink(_ tokenizer: MarkupTokenizer) {
      guard let rel = tokenizer.string(of: "rel")?.lowercased().split(whereSeparator: \.isWhitespace),
        rel.contains("alternate") && !rel.contains("stylesheet") || rel.contains("feed"),
        let href = tokenizer.string(of: "href"), let url = links.resolve(href)
      else { return }
      let type = tokenizer.string(of: "type") ?? (rel.contains("feed") ? "application/atom+xml" : "")
      found.append(
        PageFeedLink(
          url: url, title: PageText.line(tokenizer.string(of: "title") ?? ""),
          type: type.lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }, isAlternate: true))
    }

    private mutating func close(_ isWanted: (String, String) -> Bool) {
      defer { open = nil }
      guard let href = open, let url = links.resolve(href) else { return }
      let title = words.count < PageFeedLink.longestWords ? PageText.line(words) : ""
      if isWanted(url, title) { found.append(PageFeedLink(url: url, title: title, type: "", isAlternate: false)) }
    }
  }
}

import Briefing

/// Lists of feeds that are followed elsewhere: OPML, and newsboat's `urls`.
public enum FeedList {
  /// The feeds of a list in the order in which they stand; none where the bytes are no list.
  public static func read(_ bytes: [UInt8], named name: ArraySlice<UInt8>? = nil) -> [FollowedFeed] {
    switch ContentKind(of: bytes, named: name) {
    case .outline: OPMLReader.read(FeedCharset.decode(bytes) { _, _ in nil })
    case .followList: FollowList.read(bytes)
    default: []
    }
  }

  /// The feeds as OPML 2.0: those with a tag in a folder of that name, with all their tags in `category`. What `read` makes of
  /// it has the same feeds with the same tags.
  public static func opml(of feeds: [FollowedFeed], title: String) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
    text += "  <head><title>\(escaped(title))</title></head>\n  <body>\n"
    var folders: [String] = []
    for feed in feeds { if let tag = feed.tags.first, !folders.contains(tag) { folders.append(tag) } }
    for feed in feeds where feed.tags.isEmpty { text += "    " + outline(of: feed) }
    for folder in folders {
      text += "    <outline text=\"\(escaped(folder))\">\n"
      for feed in feeds where feed.tags.first == folder { text += "      " + outline(of: feed) }
      text += "    </outline>\n"
    }
    return Array((text + "  </body>\n</opml>\n").utf8)
  }

  private static func outline(of feed: FollowedFeed) -> String {
    let tags = feed.tags.map { $0.replacing(",", with: " ") }.joined(separator: ",")
    let category = tags.isEmpty ? "" : " category=\"\(escaped(tags))\""
    return
      "<outline type=\"rss\" text=\"\(escaped(feed.title ?? feed.url))\" xmlUrl=\"\(escaped(feed.url))\"\(category)/>\n"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for letter in Gate.text(of: text) {
      switch letter {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(letter)
      }
    }
    return escaped
  }
}

/// Reads OPML: folders become tags, however they nest.
enum OPMLReader {
  private static let deepest = 256
  private static let mostFeeds = 100_000

  static func read(_ text: [UInt8]) -> [FollowedFeed] {
    text.withUnsafeBufferPointer { text in
      var tokenizer = MarkupTokenizer(text, mode: .xml)
      var feeds: [FollowedFeed] = []
      /// The names of the folders that are open; nil for what is none.
      var open: [String?] = []
      while feeds.count < mostFeeds {
        switch tokenizer.next() {
        case .startTag where text.isIgnoringCase("outline", tokenizer.name):
          let feed = self.feed(tokenizer, in: open.compactMap(\.self))
          if let feed { feeds.append(feed) }
          if !tokenizer.isSelfClosing, open.count < deepest { open.append(feed == nil ? label(tokenizer) : nil) }
        case .endTag where text.isIgnoringCase("outline", tokenizer.name): _ = open.popLast()
        case .end: return feeds
        default: break
        }
      }
      return feeds
    }
  }

  private static func feed(_ tokenizer: MarkupTokenizer, in folders: [String]) -> FollowedFeed? {
    guard let url = (tokenizer.string(of: "xmlurl") ?? tokenizer.string(of: "url")).map(PageText.line), !url.isEmpty
    else {
      return nil
    }
    let categories = (tokenizer.string(of: "category") ?? "").split(separator: ",").map { category in
      PageText.line(String(category.drop { $0 == "/" || $0 == " " }))
    }
    var seen: Set<String> = []
    let tags = (folders + categories).filter { !$0.isEmpty && seen.insert($0).inserted }
    let title = label(tokenizer)
    return FollowedFeed(url: url, title: title == url ? nil : title, tags: tags)
  }

  private static func label(_ tokenizer: MarkupTokenizer) -> String? {
    let label = PageText.line(tokenizer.string(of: "title") ?? tokenizer.string(of: "text") ?? "")
    return label.isEmpty ? nil : label
  }
}

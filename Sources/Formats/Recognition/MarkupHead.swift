/// What the first element of a piece of markup is.
struct MarkupHead {
  /// In lower case, with its prefix.
  let name: String
  /// Whether something that is no markup stands before it.
  let isBehindJunk: Bool

  /// Servers write warnings and comments before a feed.
  private static let mostJunk = 16 << 10
  private static let feedNames = ["rss", "feed", "rdf:rdf", "opml"]

  /// Nil where there is none.
  init?(_ bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(Self.mostJunk))
    guard let start = Self.start(of: head) else { return nil }
    if let name = Self.name(in: head, at: start), !name.isEmpty {
      (self.name, isBehindJunk) = (name, false)
    } else if let name = Self.feedName(in: head) {
      (self.name, isBehindJunk) = (name, true)
    } else {
      return nil
    }
  }

  /// The name of a feed's first element wherever it stands.
  static func feedName(in head: [UInt8]) -> String? {
    head.indices.lazy.filter { head[$0] == UInt8(ascii: "<") }.compactMap { name(in: head, at: $0) }
      .first { feedNames.contains($0) }
  }

  /// Where the first tag begins, behind what may stand before one; nil where something else does.
  private static func start(of head: [UInt8]) -> Int? {
    var at = Charset.mark(of: head)?.length ?? 0
    while at < head.count {
      if head[at] <= 0x20 {
        at += 1
      } else if head.has("<!--", at: at) {
        guard let end = head.place(of: "-->", from: at + 4) else { return nil }
        at = end + 3
      } else if head.has("<?", at: at) {
        guard let end = head.place(of: ">", from: at) else { return nil }
        at = end + 1
      } else if head.has("<!", at: at) {
        guard let end = doctypeEnd(head, at) else { return nil }
        // What a page says it is stands for its first element.
        if head[at..<end].lowercasedText.hasPrefix("<!doctype html") { return at }
        at = end
      } else {
        return head[at] == UInt8(ascii: "<") ? at : nil
      }
    }
    return nil
  }

  /// Behind the `>` that ends a declaration, and what it declares in brackets.
  private static func doctypeEnd(_ head: [UInt8], _ start: Int) -> Int? {
    var depth = 0
    for at in start..<head.count {
      switch head[at] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return at + 1
      default: break
      }
    }
    return nil
  }

  private static func name(in head: [UInt8], at start: Int) -> String? {
    if head[start...].prefix(14).lowercasedText == "<!doctype html" { return "html" }
    let name = head[(start + 1)...].prefix(64).prefix { byte in
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x3A || byte == 0x2D || byte == 0x5F
    }
    return name.lowercasedText
  }
}

extension [UInt8] {
  func has(_ text: String, at place: Int) -> Bool {
    place >= 0 && place <= count && self[place...].starts(with: text.utf8)
  }

  /// Where a short text stands first from a place on.
  func place(of text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, start <= count - wanted.count else { return nil }
    return (start...(count - wanted.count)).first { self[$0] == first && self[$0...].starts(with: wanted) }
  }

  func has(_ text: String) -> Bool { place(of: text, from: 0) != nil }
}

extension Collection<UInt8> {
  /// The bytes as text with ASCII letters in lower case.
  var lowercasedText: String {
    String(decoding: map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

import Briefing

/// An element of a feed by what it says to a reader.
enum FeedElement: UInt8, Hashable, Sendable {
  /// The outermost, in which all others stand.
  case root, feed, entry
  case title, link, address, id, updated, published, description, content, language, enclosure, timeToLive
  /// Somebody, who is named within, or by its text.
  case person
  case personName, personAddress
  /// Something with names and links of its own, which are not the entry's.
  case aside
  case other

  /// Whether its text is kept.
  var isText: Bool {
    switch self {
    case .title, .link, .id, .updated, .published, .description, .content, .language, .timeToLive, .person,
      .personName, .personAddress:
      true
    default: false
    }
  }

  /// Whether its text may be a piece of a page.
  var isRich: Bool { self == .title || self == .description || self == .content }
}

/// What an element means, and which of two that mean the same counts: the higher one.
struct FeedMeaning: Sendable {
  let element: FeedElement
  let rank: Int
}

/// The vocabularies of which elements are known.
enum FeedVocabulary: Hashable, Sendable {
  /// RSS, RDF and Atom.
  case plain
  case dublinCore, content, media, itunes, page
  case other

  /// By its address; those that only feeds without a declaration have are plain.
  init(address: String) {
    let address = Array(address.lowercased().utf8)
    if address.has("purl.org/dc/") {
      self = .dublinCore
    } else if address.has("rss/1.0/modules/content") || address.has("purl.org/rss/modules/content") {
      self = .content
    } else if address.has("mrss") {
      self = .media
    } else if address.has("itunes.com") {
      self = .itunes
    } else if address.has("1999/xhtml") {
      self = .page
    } else {
      self = Self.isPlain(address) ? .plain : .other
    }
  }

  private static func isPlain(_ address: [UInt8]) -> Bool {
    [
      "w3.org/2005/atom", "purl.org/atom", "example.com/necho", "purl.org/rss/1.0", "channel.netscape.com",
      "my.netscape.com",
      "backend.userland.com", "blogs.law.harvard.edu", "cyber.law.harvard.edu", "rssboard.org", "22-rdf-syntax",
      "purl.org/net/rss", "/rss2", "netscape.com/rdf", "/cdf",
    ].contains { address.has($0) } && !address.has("/modules/")
  }

  /// By a prefix that is not declared, or means what it usually does.
  init(prefix: String) {
    switch prefix {
    case "", "atom", "atom10", "atom03", "rss", "rdf", "a10", "a": self = .plain
    case "dc", "dcterms", "dct": self = .dublinCore
    case "content": self = .content
    case "media": self = .media
    case "itunes": self = .itunes
    case "xhtml", "html", "body": self = .page
    default: self = .other
    }
  }

  /// What an element of this name means.
  func meaning(_ name: String) -> FeedMeaning? {
    switch self {
    case .plain: Self.plainNames[name]
    case .dublinCore: Self.dublinCoreNames[name]
    case .content: name == "encoded" ? FeedMeaning(element: .content, rank: 5) : nil
    case .itunes: Self.itunesNames[name]
    case .page: Self.pageNames[name]
    case .media: Self.mediaNames[name]
    case .other: nil
    }
  }

  private static let plainNames: [String: FeedMeaning] = [
    "rss": .init(element: .root, rank: 0), "rdf": .init(element: .root, rank: 0),
    "feed": .init(element: .feed, rank: 0), "channel": .init(element: .feed, rank: 0),
    "item": .init(element: .entry, rank: 0), "entry": .init(element: .entry, rank: 0),
    "title": .init(element: .title, rank: 5), "link": .init(element: .link, rank: 3),
    "guid": .init(element: .id, rank: 5), "id": .init(element: .id, rank: 5),
    "pubdate": .init(element: .published, rank: 5), "published": .init(element: .published, rank: 5),
    "issued": .init(element: .published, rank: 4), "created": .init(element: .published, rank: 2),
    "updated": .init(element: .updated, rank: 5), "modified": .init(element: .updated, rank: 4),
    "lastbuilddate": .init(element: .updated, rank: 3), "date": .init(element: .published, rank: 1),
    "description": .init(element: .description, rank: 3), "summary": .init(element: .description, rank: 3),
    "subtitle": .init(element: .description, rank: 3), "tagline": .init(element: .description, rank: 3),
    "abstract": .init(element: .description, rank: 2), "info": .init(element: .description, rank: 0),
    "content": .init(element: .content, rank: 5), "body": .init(element: .content, rank: 4),
    "fullitem": .init(element: .content, rank: 4), "encoded": .init(element: .content, rank: 4),
    "language": .init(element: .language, rank: 5), "enclosure": .init(element: .enclosure, rank: 0),
    "author": .init(element: .person, rank: 5), "managingeditor": .init(element: .person, rank: 4),
    "webmaster": .init(element: .person, rank: 0), "name": .init(element: .personName, rank: 0),
    "email": .init(element: .personAddress, rank: 0), "contributor": .init(element: .aside, rank: 0),
    "source": .init(element: .aside, rank: 0), "image": .init(element: .aside, rank: 0),
    "textinput": .init(element: .aside, rank: 0), "cloud": .init(element: .aside, rank: 0),
    "ttl": .init(element: .timeToLive, rank: 0),
  ]
  private static let dublinCoreNames: [String: FeedMeaning] = [
    "title": .init(element: .title, rank: 3), "creator": .init(element: .person, rank: 3),
    "author": .init(element: .person, rank: 3), "date": .init(element: .published, rank: 3),
    "issued": .init(element: .published, rank: 3), "created": .init(element: .published, rank: 2),
    "modified": .init(element: .updated, rank: 3), "description": .init(element: .description, rank: 2),
    "abstract": .init(element: .description, rank: 1), "language": .init(element: .language, rank: 4),
    "identifier": .init(element: .id, rank: 1),
  ]
  private static let itunesNames: [String: FeedMeaning] = [
    "author": .init(element: .person, rank: 1), "subtitle": .init(element: .description, rank: 0),
    "summary": .init(element: .description, rank: 1), "owner": .init(element: .aside, rank: 0),
  ]
  /// Pages have no items: what is called so there ends, or begins, an entry behind an element that nothing closed.
  private static let pageNames: [String: FeedMeaning] = [
    "body": .init(element: .content, rank: 4), "div": .init(element: .content, rank: 4),
    "item": .init(element: .entry, rank: 0), "entry": .init(element: .entry, rank: 0),
    "rss": .init(element: .root, rank: 0), "feed": .init(element: .feed, rank: 0),
    "channel": .init(element: .feed, rank: 0),
  ]
  private static let mediaNames: [String: FeedMeaning] = [
    "content": .init(element: .enclosure, rank: 0), "group": .init(element: .other, rank: 0),
    "title": .init(element: .title, rank: 1), "description": .init(element: .description, rank: 1),
    "credit": .init(element: .other, rank: 0),
  ]
}

/// Which vocabulary each prefix stands for: what the innermost open element declares (Namespaces in XML, 6.1).
struct FeedNamespaces {
  private var vocabularies: [String: FeedVocabulary] = [:]
  /// What prefixes stood for before an element at a depth declared them, the innermost last.
  private var outer: [(depth: Int, prefix: String, vocabulary: FeedVocabulary?)] = []
  /// What names of the feed were found to mean, by their letters.
  private var known: [[UInt8]: FeedMeaning?] = [:]
  /// No feed has so many kinds of elements.
  private static let mostKnown = 4096

  mutating func declare(_ prefix: String, _ address: String, depth: Int) {
    // A plain feed may have any address of its own.
    let said = FeedVocabulary(address: address)
    let vocabulary = prefix.isEmpty && said == .other ? .plain : said
    let known = vocabularies[prefix]
    guard known != vocabulary else { return }
    outer.append((depth, prefix, known))
    set(prefix, vocabulary)
  }

  /// Elements at this depth, and deeper, have ended.
  mutating func leave(downTo depth: Int) {
    while let last = outer.last, last.depth >= depth {
      outer.removeLast()
      set(last.prefix, last.vocabulary)
    }
  }

  private mutating func set(_ prefix: String, _ vocabulary: FeedVocabulary?) {
    vocabularies[prefix] = vocabulary
    known.removeAll(keepingCapacity: true)
  }

  /// What an element means by its name, with its prefix.
  mutating func meaning(_ name: [UInt8]) -> FeedMeaning? {
    if let meaning = known[name] { return meaning }
    let text = String(decoding: name, as: UTF8.self)
    let colon = text.firstIndex(of: ":")
    let prefix = colon.map { String(text[..<$0]) } ?? ""
    let local = (colon.map { String(text[text.index(after: $0)...]) } ?? text).lowercased()
    let usual = FeedVocabulary(prefix: prefix.lowercased())
    if prefix.lowercased() == "rdf" { return local == "rdf" ? FeedMeaning(element: .root, rank: 0) : nil }
    let declared = vocabularies[prefix] ?? usual
    let meaning = (declared == .other ? usual : declared).meaning(local)
    if known.count < Self.mostKnown { known[name] = .some(meaning) }
    return meaning
  }
}

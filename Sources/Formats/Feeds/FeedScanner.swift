import Briefing

/// Reads a feed in XML in one pass over its tags, whatever is broken in it: what is not closed ends where its entry ends, what
/// stands before or behind the feed is passed over, and of a feed that is cut everything before the cut is there.
struct FeedScanner {
  let bytes: MarkupBytes
  var tokenizer: MarkupTokenizer
  private var namespaces = FeedNamespaces()
  /// The elements that are open, the innermost last.
  private var open: [Open] = []
  private(set) var feed = Feed()
  private var facts = FeedFacts()
  private var entry: (facts: FeedFacts, entry: FeedEntry)?
  /// How many elements were open where something began whose names are its own.
  private var asideDepth: Int?
  /// Where the text of an element is being taken.
  private var capture: FeedCapture?
  private var bases: FeedBases
  private var isDone = false

  struct Open {
    var name: Range<Int>
    var meaning: FeedMeaning?
  }

  /// How deep elements are known to nest. What is opened further in is looked at, and lies flat.
  private static let deepest = 256
  /// How far up an end tag is looked for.
  private static let reach = 64

  init(_ bytes: MarkupBytes, url: String?) {
    self.bytes = bytes
    tokenizer = MarkupTokenizer(bytes, mode: .xml)
    bases = FeedBases(url)
  }

  mutating func run() {
    while !isDone {
      switch tokenizer.next() {
      case .startTag: startTag()
      case .endTag: endTag()
      case .text: capture?.append(tokenizer)
      case .end: isDone = true
      }
    }
    finishCapture()
    finishEntry(at: tokenizer.at)
    feed.take(facts)
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && zip(bytes[left], bytes[right]).allSatisfy { $0 == $1 || $0 | 0x20 == $1 | 0x20 }
  }
}

/// Start tags.
extension FeedScanner {
  private mutating func startTag() {
    // In a text stands what is not the feed's.
    if capture == nil { declareNamespaces() }
    let name = tokenizer.name
    let meaning = namespaces.meaning(Array(bytes[name]))
    // Only its name is taken out, since a second holder would make its text be copied whenever it grows.
    if let taken = capture?.name {
      let isStructure = meaning.map { $0.element == .entry || $0.element == .feed } ?? false
      guard isStructure || endsCapture(meaning) else {
        let isNested = isSame(name, taken)
        capture?.enter(tokenizer, isNested)
        return
      }
      finishCapture()
    }
    if meaning?.element == .entry {
      startEntry()
      declareNamespaces()
    }
    let isClosed = tokenizer.isSelfClosing
    if isClosed { namespaces.leave(downTo: open.count) } else { enter(Open(name: name, meaning: meaning)) }
    bases.enter(tokenizer, depth: open.count)
    guard asideDepth == nil, let meaning else { return }
    take(meaning, isClosed: isClosed)
  }

  private mutating func enter(_ element: Open) {
    if open.count < Self.deepest { open.append(element) }
  }

  private mutating func declareNamespaces() {
    for attribute in tokenizer.attributes where bytes.hasIgnoringCase("xmlns", at: attribute.name.lowerBound) {
      let name = attribute.name
      guard name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":") else { continue }
      let prefix = String(decoding: bytes[name].dropFirst(6), as: UTF8.self)
      namespaces.declare(prefix, tokenizer.string(ofValue: attribute.value), depth: open.count)
    }
  }

  /// Whether a known element that begins within a text shows that its end is missing. Within what may be a piece of a page,
  /// that is one of which a page knows nothing, and within a title a link as well.
  private func endsCapture(_ meaning: FeedMeaning?) -> Bool {
    guard let capture, let meaning else { return false }
    if capture.meaning.element.isRich {
      guard capture.isUnmarked, meaning.element.isText || meaning.element == .enclosure else { return false }
      let isLink = tokenizer.element == .link && tokenizer.value(of: "rel") == nil
      return !isSame(tokenizer.name, capture.name)
        && (tokenizer.element == .other || capture.meaning.element == .title && isLink)
    }
    return capture.meaning.element != .person || meaning.element != .personName && meaning.element != .personAddress
  }

  private mutating func startEntry() {
    finishEntry(at: tokenizer.name.lowerBound - 1)
    // What is open in the entry before ends with it.
    if let index = open.lastIndex(where: { $0.meaning?.element == .entry }) { leave(downTo: index) }
    asideDepth = nil
    var facts = FeedFacts()
    if let about = attribute(named: "about") { facts.take(.id, rank: 2, FeedText(about)) }
    entry = (facts, FeedEntry(range: (tokenizer.name.lowerBound - 1)..<bytes.count))
  }

  private mutating func take(_ meaning: FeedMeaning, isClosed: Bool) {
    switch meaning.element {
    case .root, .feed: takeFeed()
    case .aside: if !isClosed { asideDepth = open.count }
    case .link where tokenizer.value(of: "href") != nil: takeLink()
    case .enclosure:
      if let url = tokenizer.string(of: "url").flatMap(bases.resolve) { note { $0.enclosures.append(url) } }
    case .content where tokenizer.value(of: "src") != nil:
      if let url = tokenizer.string(of: "src").flatMap(bases.resolve) { note { $0.enclosures.append(url) } }
    default:
      guard meaning.element.isText, !isClosed else { return }
      capture = FeedCapture(meaning, tokenizer)
    }
  }

  private mutating func takeFeed() {
    if let language = tokenizer.string(of: "xml:lang") { facts.take(.language, rank: 1, FeedText(language)) }
    if let about = attribute(named: "about") { facts.take(.id, rank: 1, FeedText(about)) }
  }

  /// The value of an attribute, whatever its prefix.
  private func attribute(named name: StaticString) -> String? {
    let count = name.utf8CodeUnitCount
    return tokenizer.attributes.first { attribute in
      let start = attribute.name.upperBound - count
      return start >= attribute.name.lowerBound && bytes.hasIgnoringCase(name, at: start)
        && (start == attribute.name.lowerBound || bytes[start - 1] == UInt8(ascii: ":"))
    }
    .map { tokenizer.string(ofValue: $0.value) }
  }

  /// A link of Atom, which says what it leads to.
  private mutating func takeLink() {
    guard let url = tokenizer.string(of: "href").flatMap(bases.resolve) else { return }
    let type = tokenizer.string(of: "type")?.lowercased() ?? ""
    switch tokenizer.string(of: "rel")?.lowercased() ?? "alternate" {
    case "alternate", "http://www.iana.org/assignments/relation/alternate", "":
      let isPage = type.isEmpty || type.contains("html")
      note { $0.take(.link, rank: isPage ? 5 : 2, FeedText(url)) }
    case "enclosure": note { $0.enclosures.append(url) }
    case "self": note { $0.take(.address, rank: 1, FeedText(url)) }
    default: break
    }
  }

  /// Notes something of the entry, or of the feed where none is open.
  private mutating func note(_ body: (inout FeedFacts) -> Void) {
    guard var open = entry.take() else { return body(&facts) }
    body(&open.facts)
    entry = open
  }
}

/// End tags.
extension FeedScanner {
  private mutating func endTag() {
    let name = tokenizer.name
    let meaning = namespaces.meaning(Array(bytes[name]))
    let isStructure = meaning.map { [.root, .feed, .entry].contains($0.element) } ?? false
    if let taken = capture?.name {
      if isSame(name, taken) {
        if capture?.leave(tokenizer) == false { return }
        finishCapture()
      } else if isStructure {
        finishCapture()
      } else {
        capture?.appendTag(tokenizer, isEnd: true)
        return
      }
    }
    let lowest = isStructure ? 0 : max(0, open.count - Self.reach)
    guard let index = open[lowest...].lastIndex(where: { isSame($0.name, name) }) else { return }
    leave(downTo: index)
    switch meaning?.element {
    case .entry: finishEntry(at: tokenizer.at)
    case .root: isDone = true
    case .feed: isDone = open.isEmpty
    default: break
    }
  }

  private mutating func leave(downTo depth: Int) {
    open.removeSubrange(depth...)
    namespaces.leave(downTo: depth)
    if let aside = asideDepth, aside > depth { asideDepth = nil }
    bases.leave(downTo: depth)
  }

  private mutating func finishEntry(at end: Int) {
    guard var (facts, read) = entry else { return }
    entry = nil
    read.range = read.range.lowerBound..<max(read.range.lowerBound, min(end, bytes.count))
    read.base = bases.current
    read.take(&facts)
    feed.entries.append(read)
  }

  private mutating func finishCapture() {
    guard let taken = capture else { return }
    capture = nil
    if let last = open.indices.last, isSame(open[last].name, taken.name), tokenizer.at >= bytes.count {
      leave(downTo: last)
    }
    let base = bases
    note { facts in
      taken.finish(into: &facts, base)
    }
  }
}

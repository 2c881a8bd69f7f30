/// A pair of parentheses that names sources, as it stands in the text, perhaps behind a word such as `Source:`.
struct CitationPair {
  /// One source in the pair.
  struct Item {
    var host: Host
    var url: Range<Int>?
    /// What the text calls the source, if not by its host.
    var label: Range<Int>?
  }

  var items: [Item] = []
  /// How sure the surest of its hosts is; the others follow it.
  var certainty = Host.Certainty.none
  /// What cut links left inside the pair.
  var remainders: [Range<Int>] = []
  var end: Int
  /// Whether its parenthesis closes; one that does not may still be a cut citation.
  var isClosed = false

  /// Reads the pair that opens at `start`, where a parenthesis (half or full width) stands; nil if it is prose.
  ///
  /// A pair is a citation only if everything in it is a host, a web address, or a link that is named after its host or leads
  /// into the web. Reads on only as long as that
  /// holds, so that the cost is that of what is accepted, or of one host more.
  static func read(_ text: Bytes, at start: Int, limit: Int) -> CitationPair? {
    var pair = CitationPair(end: start)
    pair.skipOpening(text, limit: limit)
    pair.end = SourceWord.end(in: text, at: pair.end, limit: limit)
    guard pair.readItems(text, limit: limit), !pair.items.isEmpty else { return nil }
    for item in pair.items {
      guard item.host.certainty > .none else { return nil }
      pair.certainty = max(pair.certainty, item.host.certainty)
    }
    return pair
  }

  /// Reads a list of sources that fills `range`, as it may stand in a pair; nil if there is anything else.
  static func list(_ text: Bytes, _ range: Range<Int>) -> [Item]? {
    var pair = CitationPair(end: range.lowerBound)
    while pair.end < range.upperBound {
      guard pair.readItem(text, limit: range.upperBound) else { return nil }
      pair.skipSpaces(text, limit: range.upperBound)
      if text.trimmed(pair.end..<range.upperBound).count == 1, text[pair.end] == UInt8(ascii: ".") { break }
      if pair.end < range.upperBound { _ = pair.skipSeparator(text) }
      pair.skipSpaces(text, limit: range.upperBound)
    }
    return pair.items.isEmpty || pair.items.contains { $0.host.certainty < .certain } ? nil : pair.items
  }

  /// The width of a parenthesis that opens at `index`, or 0.
  static func openingWidth(_ text: Bytes, at index: Int) -> Int {
    if text[index] == UInt8(ascii: "(") { return 1 }
    return text.has("（", at: index) ? 3 : 0
  }

  /// The width of a parenthesis that closes at `index`, or 0.
  static func closingWidth(_ text: Bytes, at index: Int) -> Int {
    if text[index] == UInt8(ascii: ")") { return 1 }
    return text.has("）", at: index) ? 3 : 0
  }

  /// Whether a closed pair stands anywhere in `range`.
  static func stands(in range: Range<Int>, of text: Bytes) -> Bool {
    var index = nextOpening(in: range, of: text)
    while index < range.upperBound {
      if read(text, at: index, limit: range.upperBound)?.isClosed == true { return true }
      index = nextOpening(in: index + 1..<range.upperBound, of: text)
    }
    return false
  }

  /// Where the next parenthesis opens in `range`, or its end.
  private static func nextOpening(in range: Range<Int>, of text: Bytes) -> Int {
    var index = range.lowerBound
    while true {
      index = text.first(in: index..<range.upperBound) { $0.matches(0x28) | $0.matches(0xEF) }
      if index >= range.upperBound || openingWidth(text, at: index) > 0 { return index }
      index += 1
    }
  }

  /// The next byte in `range` that a parenthesis or a bracket may open with, or the range's end.
  static func nextBracket(in range: Range<Int>, of text: Bytes) -> Int {
    text.first(in: range) { $0.matches(0x28) | $0.matches(0x5B) | $0.matches(0xEF) }
  }

  private mutating func skipOpening(_ text: Bytes, limit: Int) {
    for _ in 0..<2 where end < limit { end += Self.openingWidth(text, at: end) }
  }

  /// Reads source by source up to the closing parenthesis; false if anything else stands among them.
  private mutating func readItems(_ text: Bytes, limit: Int) -> Bool {
    while true {
      skipSpaces(text, limit: limit)
      guard end < limit else { return true }
      if close(text) { return true }
      let before = end
      guard readItem(text, limit: limit) else {
        end = before
        return readCutItem(text, limit: limit) || isCutOff(text, limit: limit)
      }
      let behind = end
      skipSpaces(text, limit: limit)
      guard end < limit else { return true }
      if close(text) { return true }
      if items.count > 1, end + 1 == limit, text[end] == UInt8(ascii: ".") {
        remainders.append(end..<limit)
        end = limit
        return true
      }
      if !skipSeparator(text), end == behind {
        return isCutOff(text, limit: limit)
      }
    }
  }

  /// Steps over what a cut has left of a second source, with which the text ends.
  private mutating func readCutItem(_ text: Bytes, limit: Int) -> Bool {
    var behind = end
    while behind > 0, text[behind - 1].isSpace { behind -= 1 }
    let isSeparated = text.has(",", at: behind - 1) || text.has(";", at: behind - 1)
    guard !items.isEmpty, isSeparated, Host.mayBeCut(text, end..<limit) else { return false }
    remainders.append(end..<limit)
    end = limit
    return true
  }

  private mutating func close(_ text: Bytes) -> Bool {
    let width = Self.closingWidth(text, at: end)
    guard width > 0 else { return false }
    end += width
    isClosed = true
    return true
  }

  private mutating func skipSpaces(_ text: Bytes, limit: Int) {
    while end < limit, text.spaceWidth(at: end) > 0 { end += text.spaceWidth(at: end) }
  }

  private mutating func skipSeparator(_ text: Bytes) -> Bool {
    if text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: ";") {
      end += 1
      return true
    }
    let isWide = text.has("，", at: end) || text.has("；", at: end) || text.has("、", at: end)
    if isWide { end += 3 }
    return isWide
  }

  private mutating func readItem(_ text: Bytes, limit: Int) -> Bool {
    if text[end] == UInt8(ascii: "[") { return readLink(text, limit: limit) }
    if text[end] == UInt8(ascii: "<") { return readAngledAddress(text, limit: limit) }
    if text.has("http", at: end), readAddress(text, limit: limit) { return true }
    guard let host = Host.read(text, at: end, limit: limit) else { return false }
    end = host.range.upperBound
    skipPath(text, limit: limit)
    items.append(Item(host: host))
    return true
  }

  private mutating func readLink(_ text: Bytes, limit: Int) -> Bool {
    if let link = Link.read(text, at: end, limit: limit) {
      guard let item = item(of: link, text) else { return false }
      items.append(item)
      // An address that is none of the web leads nowhere.
      if item.url == nil, let url = link.url, !url.isEmpty { remainders.append(url) }
      if let remainder = link.remainder { remainders.append(remainder) }
      end = link.end
      return true
    }
    guard let host = Host.read(text, at: end + 1, limit: limit) else { return false }
    let stop = host.range.upperBound
    guard stop == limit || text[stop].isSpace || text[stop] == UInt8(ascii: "]") || text[stop] == UInt8(ascii: ")")
    else { return false }
    end = stop < limit && text[stop] == UInt8(ascii: "]") ? stop + 1 : stop
    if end < limit, text[end] == UInt8(ascii: "("), end + 1 == limit { end += 1 }
    items.append(Item(host: host))
    return true
  }

  /// The source that a link names by its host, or by other words if its address is whole and of the web.
  private func item(of link: Link, _ text: Bytes) -> Item? {
    let url = link.url.flatMap { AddressStart.isWeb(text, $0) ? $0 : nil }
    if let host = Host.read(text, at: link.text.lowerBound, limit: link.text.upperBound), host.range == link.text {
      return Item(host: host, url: url)
    }
    guard let url, !link.text.isEmpty,
      let start = AddressStart.hostStart(text, at: url.lowerBound, limit: url.upperBound),
      var host = Host.read(text, at: start, limit: url.upperBound)
    else { return nil }
    host.certainty = .certain
    return Item(host: host, url: url, label: link.text)
  }

  private mutating func readAngledAddress(_ text: Bytes, limit: Int) -> Bool {
    guard let address = LinkTail.destination(text, at: end, limit: limit),
      let start = AddressStart.hostStart(text, at: address.range.lowerBound, limit: address.range.upperBound),
      var host = Host.read(text, at: start, limit: address.range.upperBound)
    else { return false }
    host.certainty = .certain
    items.append(Item(host: host, url: address.range))
    end = address.end
    return true
  }

  /// A bare address; it goes up to the parenthesis that closes the pair, or to a separator with a space behind.
  private mutating func readAddress(_ text: Bytes, limit: Int) -> Bool {
    guard let hostStart = AddressStart.hostStart(text, at: end, limit: limit),
      var host = Host.read(text, at: hostStart, limit: limit)
    else { return false }
    var (index, depth) = (end, 0)
    while index < limit, text.spaceWidth(at: index) == 0, !Self.endsAddress(text, at: index) {
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if Self.closingWidth(text, at: index) > 0 {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    var stop = index
    while stop > end, text[stop - 1] == UInt8(ascii: ",") || text[stop - 1] == UInt8(ascii: ";") { stop -= 1 }
    host.certainty = .certain
    let isWhole = index < limit
    items.append(Item(host: host, url: isWhole ? end..<stop : nil))
    if !isWhole { remainders.append(end..<stop) }
    end = stop
    return true
  }

  /// Whether a mark stands here that no address holds as it is: a backtick, a tag, or a link in parentheses.
  private static func endsAddress(_ text: Bytes, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "`"), UInt8(ascii: "<"): true
    case UInt8(ascii: "("): text.has("([", at: index)
    default: false
    }
  }

  /// Steps over the path of an address that lacks its scheme; only its host is known for sure.
  private mutating func skipPath(_ text: Bytes, limit: Int) {
    guard end < limit, text[end] == UInt8(ascii: "/") else { return }
    let start = end
    while end < limit, text.spaceWidth(at: end) == 0, Self.closingWidth(text, at: end) == 0,
      text[end] != UInt8(ascii: ","), text[end] != UInt8(ascii: ";")
    {
      end += 1
    }
    if end > start + 1 { remainders.append(start..<end) }
  }

  /// Whether what was read so far may be a citation whose end is missing: nothing in the paragraph closes it.
  private func isCutOff(_ text: Bytes, limit: Int) -> Bool {
    guard let last = items.last, end > 0, text[end - 1].isSpace || last.url != nil || !remainders.isEmpty else {
      return false
    }
    if last.url != nil, !text[end - 1].isSpace { return true }
    var index = end
    let stop = min(limit, end + 2000)
    while index < stop {
      if Self.closingWidth(text, at: index) > 0 { return false }
      if Self.openingWidth(text, at: index) > 0 { return true }
      index += 1
    }
    return true
  }
}

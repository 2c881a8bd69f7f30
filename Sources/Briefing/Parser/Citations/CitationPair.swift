/// A pair of parentheses that names sources, as it stands in the text.
struct CitationPair {
  /// One source in the pair.
  struct Item {
    var host: Host
    var url: Range<Int>?
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
  /// A pair is a citation only if everything in it is a host or a link whose text is one. Reads on only as long as that
  /// holds, so that the cost is that of what is accepted, or of one host more.
  static func read(_ text: Bytes, at start: Int, limit: Int) -> CitationPair? {
    var pair = CitationPair(end: start)
    pair.skipOpening(text, limit: limit)
    guard pair.readItems(text, limit: limit), !pair.items.isEmpty else { return nil }
    guard pair.items.allSatisfy({ $0.host.certainty > .none }) else { return nil }
    pair.certainty = pair.items.map(\.host.certainty).max() ?? .none
    return pair
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
    range.contains { index in
      guard openingWidth(text, at: index) > 0 else { return false }
      return read(text, at: index, limit: range.upperBound)?.isClosed == true
    }
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
    if text.has("http", at: end), readAddress(text, limit: limit) { return true }
    guard let host = Host.read(text, at: end, limit: limit) else { return false }
    end = host.range.upperBound
    skipPath(text, limit: limit)
    items.append(Item(host: host))
    return true
  }

  private mutating func readLink(_ text: Bytes, limit: Int) -> Bool {
    if let link = Link.read(text, at: end, limit: limit) {
      guard let host = Host.read(text, at: link.text.lowerBound, limit: link.text.upperBound),
        host.range == link.text
      else { return false }
      items.append(Item(host: host, url: link.url.flatMap { AddressStart.isWeb(text, $0) ? $0 : nil }))
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

  /// A bare address; it goes up to the parenthesis that closes the pair, or to a separator with a space behind.
  private mutating func readAddress(_ text: Bytes, limit: Int) -> Bool {
    guard let hostStart = AddressStart.hostStart(text, at: end, limit: limit),
      var host = Host.read(text, at: hostStart, limit: limit)
    else { return false }
    var (index, depth) = (end, 0)
    while index < limit, text.spaceWidth(at: index) == 0 {
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

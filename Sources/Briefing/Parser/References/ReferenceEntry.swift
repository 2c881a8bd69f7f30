/// What opens an entry of a list: `3.`, `3)`, `[3]`, `[^3]:`, `³`, or a bullet.
struct ReferenceMarker {
  /// The numbers it gives; none for a bullet.
  var numbers: [String]
  var content: Int

  static func read(_ line: Range<Int>, in text: Bytes) -> ReferenceMarker? {
    // The space behind the mark may be the one that the line ends with, which is no part of it.
    let bullet = line.count > 1 && text.has("+ ", at: line.lowerBound) ? 2 : Bullet.markWidth(line, in: text)
    if bullet > 0 { return ReferenceMarker(numbers: [], content: line.lowerBound + bullet) }
    var start = line.lowerBound
    let isBracket = text[start] == UInt8(ascii: "[")
    if isBracket { start += 1 }
    var end = start
    if isBracket, end < line.upperBound, text[end] == UInt8(ascii: "^") {
      end = text.first(UInt8(ascii: "]"), in: start..<min(line.upperBound, start + 64))
    }
    while end < line.upperBound, end - start < 64, text[end].isDigit { end += 1 }
    guard end > start else { return raised(line, in: text) }
    let name = ReferenceNumbers.name(text, start..<end)
    guard end < line.upperBound else { return nil }
    if isBracket {
      guard text[end] == UInt8(ascii: "]") else { return nil }
      let hasColon = end + 1 < line.upperBound && text[end + 1] == UInt8(ascii: ":")
      return ReferenceMarker(numbers: [name], content: end + (hasColon ? 2 : 1))
    }
    guard end - start <= 4, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
      end + 1 < line.upperBound, text.spaceWidth(at: end + 1) > 0
    else { return nil }
    return ReferenceMarker(numbers: [name], content: end + 1)
  }

  private static func raised(_ line: Range<Int>, in text: Bytes) -> ReferenceMarker? {
    var digits: [UInt8] = []
    var index = line.lowerBound
    while index < line.upperBound, digits.count < 4, text[index] >= 0xC2,
      case (let scalar, let width) = text.scalar(at: index), let digit = Raised.digit(scalar)
    {
      digits.append(digit)
      index += width
    }
    guard !text.standsOnLast(index, limit: line.upperBound) else { return nil }
    return digits.isEmpty ? nil : ReferenceMarker(numbers: [String(decoding: digits, as: UTF8.self)], content: index)
  }
}

/// The words of an entry, and the sources that they name.
struct ReferenceEntry {
  /// Whether it is one even if nothing says so: it opens or ends with an address.
  private(set) var isEntry = false
  private(set) var sources: [InlineSource]?
  private let text: Bytes
  private let held: HeldSpaces

  /// What may stand behind the address: the day on which it was read, or the like.
  private static let longestRest = 48
  /// What is longer is no name.
  private static let longestLabel = 200

  init(_ whole: Range<Int>, in text: Bytes, held: HeldSpaces) {
    (self.text, self.held) = (text, held)
    let range = text.trimmed(whole)
    let links = links(in: range)
    if let first = links.first, let last = links.last {
      isEntry =
        text.trimmed(range.lowerBound..<first.place.lowerBound).isEmpty
        || range.upperBound - last.place.upperBound <= Self.longestRest
      sources = links.map { source($0, isOnly: links.count == 1, in: range) }
    } else if let host = host(in: range) {
      isEntry = true
      let label = label(before: host.range.lowerBound, behind: host.range.upperBound, in: range)
      sources = [InlineSource(host: host.name(in: text), label: label)]
    }
  }

  private struct Link {
    var place: Range<Int>
    var words: Range<Int>?
    var url: String
    var host: String
  }

  private func links(in range: Range<Int>) -> [Link] {
    var links: [Link] = []
    var opening: Range<Int>?
    var reader = InlineReader(text)
    reader.read(range)
    for token in reader.tokens {
      switch token.kind {
      case .openLink: opening = token.range
      case .closeLink(let target):
        guard let open = opening, let url = target.webURL, let host = CanonicalForm.host(of: url) else { continue }
        let place = open.lowerBound..<token.range.upperBound
        links.append(Link(place: place, words: open.upperBound..<token.range.lowerBound, url: url, host: host))
        opening = nil
      case .address(let target) where opening == nil:
        guard let url = target.webURL, let host = CanonicalForm.host(of: url) else { continue }
        links.append(Link(place: token.range, url: url, host: host))
      default: continue
      }
    }
    return links
  }

  private func source(_ link: Link, isOnly: Bool, in range: Range<Int>) -> InlineSource {
    var label = link.words.flatMap(words)
    if isOnly, label == nil || label == link.url || label == link.host {
      label = self.label(before: link.place.lowerBound, behind: link.place.upperBound, in: range)
    }
    return InlineSource(host: link.host, url: link.url, label: label == link.host || label == link.url ? nil : label)
  }

  /// A host that is the first or the last word.
  private func host(in range: Range<Int>) -> Host? {
    let last = range.last { text.spaceWidth(at: $0) > 0 }.map { $0 + 1 } ?? range.lowerBound
    for start in [range.lowerBound, last] {
      guard let host = Host.read(text, at: start, limit: range.upperBound), host.certainty == .certain else { continue }
      let end = host.range.upperBound
      if end == range.upperBound || text[end].isSpace || ".,;:)/".utf8.contains(text[end]) { return host }
    }
    return nil
  }

  /// The name before an address, or else behind it.
  private func label(before start: Int, behind end: Int, in range: Range<Int>) -> String? {
    words(parted(range.lowerBound..<start)) ?? words(parted(end..<range.upperBound))
  }

  /// Without the marks that part a name from its address.
  private func parted(_ range: Range<Int>) -> Range<Int> {
    var range = text.trimmed(range)
    while let width = separator(range) {
      range = text.trimmed(range.lowerBound + width.front..<range.upperBound - width.back)
    }
    return range
  }

  private func separator(_ range: Range<Int>) -> (front: Int, back: Int)? {
    func width(_ index: Int, atEnd: Bool) -> Int {
      if "*_".utf8.contains(text[index]) { return isPaired(text[index], in: range) ? 0 : 1 }
      if "-:,.;|()<>".utf8.contains(text[index]) { return 1 }
      let start = atEnd ? text.scalarStart(before: index + 1) : index
      switch text.scalar(at: start).value {
      case 0x2013, 0x2014, 0xB7, 0x2022, 0xFF1A, 0x2192: return text.scalar(at: start).width
      default: return 0
      }
    }
    guard let first = range.first, let last = range.last else { return nil }
    let front = width(first, atEnd: false)
    let isBase = text.standsOnLast(first + front, limit: range.upperBound)
    if front > 0, !isBase, text[first] != UInt8(ascii: "(") || text[last] == UInt8(ascii: ")") { return (front, 0) }
    let back = width(last, atEnd: true)
    let closes =
      text[last] == UInt8(ascii: ")") || (text[last] == UInt8(ascii: ".") && Abbreviation.isBefore(last + 1, in: text))
    return back > 0 && !closes ? (0, back) : nil
  }

  /// Whether a mark of emphasis stands in a range twice and more, and so is one.
  private func isPaired(_ mark: UInt8, in range: Range<Int>) -> Bool {
    let first = text.first(mark, in: range)
    return first < range.upperBound && text.first(mark, in: first + 1..<range.upperBound) < range.upperBound
  }

  /// Words that lead to an address and name nothing.
  private static let leads: Set<String> = [
    "see", "see also", "source", "via", "at", "from", "online", "available at", "link", "siehe", "quelle", "voir",
    "véase", "vedi", "zie", "см", "cf",
  ]

  private func words(_ range: Range<Int>) -> String? {
    guard !range.isEmpty, range.count <= Self.longestLabel else { return nil }
    var builder = ParagraphBuilder(text, held: held)
    let words = builder.line(range)
    return words.isEmpty || Self.leads.contains(words.lowercased())
      || words.utf8.allSatisfy({ !$0.isLetter && $0 < 0x80 }) ? nil : words
  }
}

extension Bytes {
  /// What a line holds behind the marks of the quotes that it opens with.
  func behindQuotes(_ line: Range<Int>) -> Range<Int> {
    var line = line
    while let first = line.first, self[first] == UInt8(ascii: ">") { line = trimmed(first + 1..<line.upperBound) }
    return line
  }
}

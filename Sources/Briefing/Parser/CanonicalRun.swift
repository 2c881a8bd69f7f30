/// The words of a line as they are read, with the marks among them until it is known which of them are marks.
struct CanonicalRun {
  /// What was read, marks that may be words after all included.
  var bytes: [UInt8] = []
  /// The bytes that proved to be marks.
  private var cuts: [Range<Int>] = []
  /// With the order in which they opened.
  private var spans: [(order: Int, span: Block.Span)] = []
  /// With the words that a citation is made from, if it is a link's.
  private var citations: [(citation: Citation, words: Range<Int>?)] = []
  private var openers: [Opener] = []
  private var brackets: [Bracket] = []
  /// How many openers of either style may still be closed here.
  private var open = Open()
  private var order = 0

  private struct Open {
    var strong = 0
    var emphasis = 0

    subscript(style: Block.Span.Style) -> Int {
      get { style == .strong ? strong : emphasis }
      set { if style == .strong { strong = newValue } else { emphasis = newValue } }
    }
  }

  private struct Opener {
    var style: Block.Span.Style
    var mark: Range<Int>
    var order: Int
  }

  private struct Bracket {
    var place: Int
    /// What was open outside of it.
    var openers: Int
    var open: Open
    var order: Int
  }

  var hasBracket: Bool { !brackets.isEmpty }

  /// A mark that closes what one like it has opened, or opens.
  mutating func delimit(_ style: Block.Span.Style, opens: Bool, closes: Bool, mark: Slice<Bytes>) {
    let range = bytes.count..<bytes.count + mark.count
    bytes += mark
    if closes, open[style] > 0 {
      while let opener = openers.popLast() {
        open[opener.style] -= 1
        guard opener.style == style else { continue }
        cuts += [opener.mark, range]
        spans.append((opener.order, Block.Span(opener.mark.upperBound..<range.lowerBound, style)))
        return
      }
    }
    guard opens else { return }
    openers.append(Opener(style: style, mark: range, order: nextOrder()))
    open[style] += 1
  }

  mutating func setApart(_ range: Range<Int>, _ style: Block.Span.Style) {
    spans.append((nextOrder(), Block.Span(range, style)))
  }

  /// To be called before the bracket is written.
  mutating func openBracket() {
    brackets.append(Bracket(place: bytes.count, openers: openers.count, open: open, order: nextOrder()))
    open = Open()
  }

  /// The bracket that was opened last is a word.
  mutating func closeBracket() {
    guard let bracket = brackets.popLast() else { return }
    open.strong += bracket.open.strong
    open.emphasis += bracket.open.emphasis
  }

  /// Makes a link of what stands behind the last bracket, and says where that is; nil if nothing does.
  mutating func closeLink(url: String) -> Range<Int>? {
    guard let bracket = brackets.last else { return nil }
    let words = bracket.place + 1..<max(bracket.place + 1, bytes.count)
    guard bytes[words].contains(where: { $0 != 0x20 }) else { return nil }
    cuts.append(bracket.place..<bracket.place + 1)
    spans.append((bracket.order, Block.Span(words, .link(url: url))))
    openers.removeLast(openers.count - bracket.openers)
    open = Open()
    // There is no link in a link, so what opened around it is words.
    while hasBracket { closeBracket() }
    return words
  }

  /// The spaces before a citation belong to it: all of them, so that the next one finds none to take from behind this one.
  mutating func cite(_ citation: Citation) {
    bytes.removeLast(spacesAtEnd())
    cutSpans(to: bytes.count)
    var citation = citation
    citation.place = bytes.count
    citations.append((citation, nil))
  }

  /// Ends what ended behind `end` there. What closed last ends last, so that each is looked at once.
  private mutating func cutSpans(to end: Int) {
    for index in spans.indices.reversed() {
      let range = spans[index].span.range
      guard range.upperBound > end else { return }
      spans[index].span.range = min(range.lowerBound, end)..<end
    }
  }

  /// The source that a link leads to is named behind the link.
  mutating func cite(_ host: String, _ url: String, of words: Range<Int>) {
    // Before the spaces that end the words: a mark that follows takes them with it.
    citations.append((Citation(place: bytes.count - spacesAtEnd(), host: host, url: url), words))
  }

  /// How many bytes of spaces the words end with.
  private func spacesAtEnd() -> Int {
    var end = bytes.count
    while end > 0 {
      let width = bytes[end - 1] == 0x20 ? 1 : HeldSpaces.width(atEndOf: bytes[..<end])
      guard width > 0 else { break }
      end -= width
    }
    return bytes.count - end
  }

  private mutating func nextOrder() -> Int {
    order += 1
    return order
  }
}

extension CanonicalRun {
  /// The words without the marks, with single spaces and none at the ends.
  func settled() -> CanonicalInline.Words {
    var words = CanonicalInline.Words()
    let places = settle(into: &words.bytes)
    func place(_ raw: Int) -> Int { min(places[min(raw, bytes.count)], words.bytes.count) }
    for (_, span) in spans.sorted(by: { $0.order < $1.order }) {
      let range = place(span.range.lowerBound)..<max(place(span.range.lowerBound), place(span.range.upperBound))
      if !range.isEmpty { words.spans.append(Block.Span(range, span.style)) }
    }
    for (citation, range) in citations {
      var citation = citation
      citation.place = place(citation.place)
      if let range {
        let bytes = words.bytes[place(range.lowerBound)..<max(place(range.lowerBound), place(range.upperBound))]
        let name = CanonicalForm.alone(String(decoding: bytes, as: UTF8.self))
        citation.label = name == citation.host || name.isEmpty ? nil : name
        words.cited.append(words.citations.count)
      }
      words.citations.append(citation)
    }
    return words
  }

  /// Where each byte has come to; nothing if nobody asks.
  private func settle(into output: inout [UInt8]) -> [Int] {
    let isAsked = !spans.isEmpty || !citations.isEmpty
    var places: [Int] = isAsked ? Array(repeating: 0, count: bytes.count + 1) : []
    let cuts = cuts.sorted { $0.lowerBound < $1.lowerBound }
    output.reserveCapacity(bytes.count)
    var cut = 0
    var index = 0
    while index < bytes.count {
      if isAsked { places[index] = output.count }
      while cut < cuts.count, cuts[cut].upperBound <= index { cut += 1 }
      if cut < cuts.count, cuts[cut].contains(index) {
        index += 1
        continue
      }
      let width = spaceWidth(at: index)
      let isSpare = output.isEmpty || output.last == 0x20 || HeldSpaces.width(atEndOf: output) > 0
      if width == 0 || !isSpare || (width == 3 && bytes[index] == 0xE3 && !output.isEmpty) {
        output += bytes[index..<index + max(1, width)]
      }
      index += max(1, width)
    }
    CanonicalForm.trimEnd(&output)
    if isAsked { places[bytes.count] = output.count }
    return places
  }

  /// How many bytes of a space stand at `index`: a plain one, one that holds words together, or an ideographic one.
  private func spaceWidth(at index: Int) -> Int {
    func has(_ word: StaticString) -> Bool {
      index + word.utf8CodeUnitCount <= bytes.count
        && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
    }
    switch bytes[index] {
    case 0x20: return 1
    case 0xC2: return has("\u{A0}") ? 2 : 0
    case 0xE2: return has("\u{202F}") || has("\u{2007}") ? 3 : 0
    case 0xE3: return has("\u{3000}") ? 3 : 0
    default: return 0
    }
  }
}

extension CanonicalInline.Words {
  /// Puts words of their own behind these.
  mutating func append(_ bytes: [UInt8]) { self.bytes += bytes }

  mutating func append(_ words: Self) {
    let start = bytes.count
    bytes += words.bytes
    spans += words.spans.map { Block.Span($0.range.lowerBound + start..<$0.range.upperBound + start, $0.style) }
    cited += words.cited.map { $0 + citations.count }
    citations += words.citations.map { citation in
      var citation = citation
      citation.place += start
      return citation
    }
  }
}

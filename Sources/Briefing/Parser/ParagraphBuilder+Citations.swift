/// What names a source in a paragraph, whole or cut, and what a cut left behind.
extension ParagraphBuilder {
  /// How many parentheses of the story are still open.
  var depth: Int { openings.count }

  mutating func stepClosing(at index: Int, limit: Int) -> Int {
    let width = CitationPair.closingWidth(input, at: index)
    if let opening = openings.popLast() {
      if isCiting, case .citation = gap, dropParenthesis(at: opening) {
        return afterCitation(index + width, limit: limit)
      }
    } else if isCiting, case .citation = gap {
      return index + width
    } else if isCiting, let host = unopenedHost(before: index) {
      shorten(to: output.count - host.range.count)
      cite([CitationPair.Item(host: host)])
      return afterCitation(index + width, limit: limit)
    }
    write(index..<index + width)
    return index + width
  }

  /// Takes back a parenthesis behind which nothing stands but sources, with the space before it; false for any other.
  private mutating func dropParenthesis(at opening: Int) -> Bool {
    guard case .citation(_, let after) = gap,
      opening < output.count,
      output.withUnsafeBufferPointer({ opening + CitationPair.openingWidth($0, at: opening) == $0.count })
    else { return false }
    shorten(to: opening)
    let spaced = output.count
    trimEnd()
    gap = .citation(spaceBefore: output.count < spaced, spaceAfter: after)
    return true
  }

  /// The host right before a parenthesis that nothing opened.
  func unopenedHost(before end: Int) -> Host? {
    var start = end
    while start > 0, end - start < 255, !input[start - 1].isSpace, input[start - 1] != UInt8(ascii: "(") { start -= 1 }
    guard start < end, output.count >= end - start, gap == .none,
      let host = Host.read(input, at: start, limit: end), host.range == start..<end, host.certainty == .certain,
      output.suffix(end - start).elementsEqual(input[start..<end])
    else { return nil }
    return host
  }

  mutating func readCitation(at index: Int, limit: Int) -> Int? {
    guard let pair = CitationPair.read(input, at: index, limit: limit),
      pair.certainty == .certain || (pair.isClosed && isCited(pair, at: index, limit: limit))
    else { return nil }
    residues += pair.remainders
    cite(pair.items)
    return afterCitation(pair.end, limit: limit)
  }

  /// Sets aside a citation that was cut before its host was whole, at the end of the text behind a sentence.
  mutating func readStump(at start: Int, limit: Int) -> Int? {
    guard limit - start < 255, isBehindClaim(start) else { return nil }
    var index = start
    while index < limit, input[index].isSpace || CitationPair.openingWidth(input, at: index) > 0 {
      index += max(1, CitationPair.openingWidth(input, at: index))
    }
    if index < limit, input[index] == UInt8(ascii: "[") { index += 1 }
    if input.has("http", at: index) {
      while index < limit, input[index].isLetter || input[index] == UInt8(ascii: ":") || input[index] == 0x2F {
        index += 1
      }
    }
    guard Host.mayBeCut(input, index..<limit) else { return nil }
    residues.append(start..<limit)
    return limit
  }

  func isBehindClaim(_ start: Int) -> Bool {
    if case .citation = gap { return true }
    return SentenceEnd.isBefore(start, in: input)
  }

  /// Whether a pair that could also be words of the story stands where a citation would.
  mutating func isCited(_ pair: CitationPair, at start: Int, limit: Int) -> Bool {
    if pair.end == limit || isBehindClaim(start) { return true }
    guard pair.certainty == .atClauseEnd else { return false }
    if ClauseEnd.stands(before: start, after: pair.end, limit: limit, in: input) { return true }
    let hosts = plainHosts ?? PlainHosts(in: input)
    plainHosts = hosts
    return pair.items.contains { hosts.names.contains($0.host.name(in: input)) }
  }

  mutating func cite(_ items: [CitationPair.Item]) {
    openCitation()
    for item in items {
      let label = label(item.label)
      citations.append(item.source(in: input, label: label).citation(at: output.count))
    }
  }

  /// The words of a label; what is none of them stays with the paragraph.
  mutating func label(_ range: Range<Int>?) -> String? {
    guard let range else { return nil }
    var builder = ParagraphBuilder(input, held: held)
    let words = builder.line(range)
    residues += builder.residues
    asides += builder.asides
    return words.isEmpty ? nil : words
  }

  /// Names sources behind the last word.
  mutating func cite(_ sources: [InlineSource]) {
    openCitation()
    for source in sources { citations.append(source.citation(at: output.count)) }
  }

  private mutating func openCitation() {
    var (before, after) = (gap == .space || gap == .wrap, false)
    if case .citation(let earlier, let later) = gap { (before, after) = (earlier, later) }
    let written = output.count
    trimEnd()
    gap = .citation(spaceBefore: before || output.count < written, spaceAfter: after)
  }

  /// Steps over doubled parentheses, residue and spaces behind a citation.
  mutating func afterCitation(_ end: Int, limit: Int) -> Int {
    var index = end
    while depth == 0, index < limit, CitationPair.closingWidth(input, at: index) > 0 {
      index += CitationPair.closingWidth(input, at: index)
    }
    let isSpaced = index < limit && input[index].isSpace
    let start = isSpaced ? index + 1 : index
    if depth == 0, start < limit,
      let residue = Residue.read(input, at: start, limit: limit, isAttached: !isSpaced)
    {
      residues.append(residue)
      index = residue.upperBound
    }
    let spaces = index
    while index < limit, input.spaceWidth(at: index) > 0 {
      noteBreak(at: index, from: spaces)
      index += input.spaceWidth(at: index)
    }
    if case .citation(let before, let after) = gap {
      gap = .citation(spaceBefore: before, spaceAfter: after || index > spaces || (isSpaced && index > end))
    }
    return index
  }
}

extension CitationPair.Item {
  /// The source that it names, with the words of its label.
  func source(in text: Bytes, label: String?) -> InlineSource {
    InlineSource(host: host.name(in: text), url: url.map { InlineAddress.decoded(text, $0) }, label: label)
  }
}

extension InlineSource {
  func citation(at place: Int) -> Citation { Citation(place: place, host: host, url: url, label: label) }
}

/// Which parenthesis closes which in a run of the forms that parse back, up to a space. Each run is looked at once.
struct ParenthesisPairs {
  private var run = 0..<0
  private var closes: [Int: Int] = [:]

  /// Where the parenthesis that opens at `start` closes; nil if a space or the end comes first.
  mutating func close(of start: Int, in text: Bytes, limit: Int) -> Int? {
    if !run.contains(start) { pair(from: start, in: text, limit: limit) }
    return closes[start]
  }

  private mutating func pair(from start: Int, in text: Bytes, limit: Int) {
    closes.removeAll(keepingCapacity: true)
    var open: [Int] = []
    var index = start
    while index < limit, text[index] != 0x20 {
      switch text[index] {
      case CanonicalForm.escape: index += 1
      case UInt8(ascii: "("): open.append(index)
      case UInt8(ascii: ")"): if let opening = open.popLast() { closes[opening] = index }
      default: break
      }
      index += 1
    }
    run = start..<max(start + 1, index)
  }
}

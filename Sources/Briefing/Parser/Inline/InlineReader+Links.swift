/// Brackets: links, images, and the numbers and names that a list defines.
extension InlineReader {
  mutating func openBracket(at index: Int) -> Int {
    if let end = readChatReference(at: index) { return end }
    let isImage = index > max(done, range.lowerBound) && text[index - 1] == UInt8(ascii: "!")
    if !brackets.isEmpty { brackets[brackets.count - 1].holdsBracket = true }
    brackets.append(Bracket(range: (isImage ? index - 1 : index)..<index + 1, isImage: isImage, bottom: runs.last))
    return index + 1
  }

  mutating func closeBracket(at index: Int) -> Int {
    guard let bracket = brackets.popLast() else { return index + 1 }
    let isIdle = brackets.count < idleBrackets
    idleBrackets = min(idleBrackets, brackets.count)
    let words = bracket.range.upperBound..<index
    if let named = namedSources(bracket, words) {
      return add(bracket.range.lowerBound..<index + 1, .citations(named))
    }
    if bracket.isImage || !isIdle, let (target, end) = target(bracket, words), !standsOnLast(end) {
      return close(bracket, at: index, end: end, target)
    }
    return index + 1
  }

  private mutating func close(_ bracket: Bracket, at index: Int, end: Int, _ target: InlineTarget) -> Int {
    runs.match(behind: bracket.bottom, into: &tokens)
    tokens.append(InlineToken(range: bracket.range, kind: bracket.isImage ? .openImage : .openLink))
    // There is no link in a link, so what opened around it is words.
    if !bracket.isImage { idleBrackets = brackets.count }
    return add(index..<end, bracket.isImage ? .closeImage(target) : .closeLink(target))
  }

  /// The sources that a number, a footnote or the name of a host in brackets stands for.
  private func namedSources(_ bracket: Bracket, _ words: Range<Int>) -> [InlineSource]? {
    guard !bracket.isImage, !bracket.holdsBracket, !words.isEmpty else { return nil }
    let isLinked = words.upperBound + 1 < range.upperBound && text[words.upperBound + 1] == UInt8(ascii: "(")
    guard !isLinked else { return nil }
    if let sources = references.sources(numbered: words) { return sources }
    guard words.count < 255, text[words].contains(UInt8(ascii: ".")), bracket.range.lowerBound > range.lowerBound,
      SentenceEnd.isBefore(bracket.range.lowerBound, in: text),
      let host = Host.read(text, at: words.lowerBound, limit: words.upperBound), host.range == words,
      host.certainty == .certain
    else { return nil }
    return [InlineSource(host: host.name(in: text))]
  }

  /// Where the words between brackets lead: to the address behind them, to one that a list defines, or to one that was cut.
  private func target(_ bracket: Bracket, _ words: Range<Int>) -> (InlineTarget, end: Int)? {
    let behind = words.upperBound + 1
    if let tail = LinkTail.read(text, at: behind, limit: range.upperBound) {
      let target = InlineTarget(
        url: InlineAddress.decoded(text, tail.destination), range: tail.destination, remainder: tail.title)
      return (target, tail.end)
    }
    if let (target, end) = definedTarget(bracket, words) { return (target, end) }
    guard !words.isEmpty, !bracket.isImage, mayBeCut(from: behind + 1),
      let cut = Link.read(text, words: text.trimmed(words), close: words.upperBound, limit: range.upperBound)
    else { return nil }
    let url = cut.url.map { InlineAddress.decoded(text, $0) }
    return (InlineTarget(url: url, range: cut.url ?? behind..<behind, remainder: cut.remainder), cut.end)
  }

  /// Whether an address that ends wrong may be one of the web that was cut.
  private func mayBeCut(from start: Int) -> Bool {
    guard start < range.upperBound else { return start == range.upperBound }
    return text[start].lowercased == UInt8(ascii: "h") || text.has("www.", at: start) || text[start].isSpace
  }

  /// `[words][name]`, `[name][]` or `[name]`.
  private func definedTarget(_ bracket: Bracket, _ words: Range<Int>) -> (InlineTarget, end: Int)? {
    guard !references.isEmpty else { return nil }
    let behind = words.upperBound + 1
    if behind < range.upperBound, text[behind] == UInt8(ascii: "["),
      let close = labelEnd(from: behind + 1)
    {
      let label = close == behind + 1 ? words : behind + 1..<close
      guard label != words || !bracket.holdsBracket else { return nil }
      return references.target(named: label).map { ($0, close + 1) }
    }
    guard !bracket.holdsBracket else { return nil }
    return references.target(named: words).map { ($0, behind) }
  }

  /// Where the bracket of a name closes, in which no other stands.
  private func labelEnd(from start: Int) -> Int? {
    var index = start
    let stop = min(range.upperBound, start + References.longestName)
    while index < stop, text[index] != UInt8(ascii: "]") {
      if text[index] == UInt8(ascii: "[") { return nil }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < stop ? index : nil
  }
}

extension CanonicalInline {
  /// `(host)` or `([source](address))`.
  mutating func citation(at start: Int) -> (citation: Citation, end: Int)? {
    guard start + 1 < limit else { return nil }
    if text[start + 1] == UInt8(ascii: "[") {
      // Of several brackets that one closes, the first is the one that counts, so that each is looked at once.
      guard let close = closingBracket(from: start + 2), close != failedClose else { return nil }
      let linked = linkedCitation(start + 2..<close)
      if linked == nil { failedClose = close }
      return linked
    }
    let end = hostEnd(from: start + 1)
    guard end < limit, text[end] == UInt8(ascii: ")"), end - start <= 512, !isBase(end + 1, limit) else { return nil }
    let host = CanonicalForm.read(text, start + 1..<end)
    guard CanonicalForm.isHost(host) else { return nil }
    return (Citation(place: 0, host: host), end + 1)
  }

  private mutating func linkedCitation(_ words: Range<Int>) -> (citation: Citation, end: Int)? {
    guard let target = address(at: words.upperBound + 1), target.end < limit, !target.url.isEmpty,
      text[target.end] == UInt8(ascii: ")"), !isBase(target.end + 1, limit),
      let (host, label) = CanonicalForm.naming(CanonicalForm.alone(line(words)), target.url)
    else { return nil }
    return (Citation(place: 0, host: host, url: target.url, label: label), target.end + 1)
  }

  /// The first space or closing parenthesis from `start` on. Each stretch is looked at once.
  private mutating func hostEnd(from start: Int) -> Int {
    if wordEnd < start {
      wordEnd = start
      while wordEnd < limit, text[wordEnd] != UInt8(ascii: ")"), text[wordEnd] != 0x20 {
        wordEnd += text[wordEnd] == CanonicalForm.escape ? 2 : 1
      }
    }
    return wordEnd
  }

  /// Where the bracket that opened before `start` closes. Each stretch is looked at once.
  mutating func closingBracket(from start: Int) -> Int? {
    if bracketEnd < start {
      bracketEnd = start
      while bracketEnd < limit, text[bracketEnd] != UInt8(ascii: "]") {
        bracketEnd += text[bracketEnd] == CanonicalForm.escape ? 2 : 1
      }
    }
    return bracketEnd < limit ? bracketEnd : nil
  }

  /// The address between the parenthesis at `start` and the one that closes it, which no space parts.
  mutating func address(at start: Int) -> (url: String, end: Int)? {
    guard start < limit, text[start] == UInt8(ascii: "("), let close = pairs.close(of: start, in: text, limit: limit)
    else { return nil }
    return (CanonicalForm.alone(CanonicalForm.read(text, start + 1..<close)), close + 1)
  }
}

/// What the inline marks of a paragraph make of its words.
extension ParagraphBuilder {
  /// Writes what a token stands for, and says where to read on.
  mutating func write(_ token: InlineToken, limit: Int) -> Int {
    if token.saysMore { asides.append((token.range, .markup)) }
    switch token.kind {
    case .mark: break
    case .literal(let range): write(range)
    case .words(let words): write(words, in: token.range)
    case .open(let style): spans.open(style, at: output.count)
    case .close(let style): spans.close(style, in: output)
    case .code(let range):
      spans.open(.code, at: output.count)
      writeWords(range)
      spans.close(.code, in: output)
    case .openLink: openLink(at: token.range.lowerBound)
    case .closeLink(let target): return closeLink(target, end: token.range.upperBound, limit: limit)
    case .openImage: openImage()
    case .closeImage(let target): closeImage(target)
    case .image(let target, let words):
      openImage()
      if let words { write(InlineAddress.decoded(input, input.trimmed(words)), in: words) }
      closeImage(target)
    case .address(let target): writeAddress(target)
    case .citations(let sources): return write(sources, for: token.range, limit: limit)
    case .aside(.chatMark):
      if !token.saysMore { asides.append((token.range, .chatMark)) }
      return write([], for: token.range, limit: limit)
    case .aside(let reason): if !token.saysMore { asides.append((token.range, reason)) }
    case .lineBreak: return breakLine(behind: token.range.upperBound, limit: limit)
    }
    return token.range.upperBound
  }

  // MARK: - Words

  /// Writes words that stand in no such form in the input, as the gate lets them through behind those before.
  private mutating func write(_ words: String, in range: Range<Int>) {
    let parts = words.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\n" }
    for (number, part) in parts.enumerated() {
      if number > 0 { noteSpace() }
      guard let first = part.first else { continue }
      let word = Array(String(String.UnicodeScalarView(part)).utf8)
      let isHeld = HeldSpaces.width(atStartOf: word) == word.count
      if isHeld, gap == .none, let last = output.last, last != 0x20, HeldSpaces.width(atEndOf: output) == 0 {
        output += word
        continue
      }
      let letters = isHeld ? [0x20] : letters(of: word)
      if letters.isEmpty { asides.append((range, .control)) }
      if letters.allSatisfy({ $0 == 0x20 }) {
        if !letters.isEmpty { noteSpace() }
      } else {
        closeGap(before: first.value)
        output += letters
      }
    }
  }

  private mutating func noteSpace() {
    switch gap {
    case .citation(let before, _): gap = .citation(spaceBefore: before, spaceAfter: true)
    default: gap = .space
    }
  }

  /// What the gate makes of a word where the output ends.
  private func letters(of word: [UInt8]) -> [UInt8] {
    if word.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return word }
    let text = String(decoding: word, as: UTF8.self)
    if gap == .none, !output.isEmpty {
      // As much as a letter with its marks has.
      var start = output.count
      repeat { start -= 1 } while start > 0 && output.count - start < 48 && !isBase(at: start)
      let before = output[start...]
      let joined = Array(Gate.lines(of: String(decoding: before, as: UTF8.self) + text).utf8)
      if joined.starts(with: before) { return Array(joined.dropFirst(before.count)) }
    }
    return Array(Gate.lines(of: text).utf8)
  }

  /// Whether a letter begins at `index` of the output that marks behind it stand on.
  private func isBase(at index: Int) -> Bool {
    if output[index] < 0xC0 { return output[index] < 0x80 }
    return output.withUnsafeBufferPointer { bytes in
      switch ScalarKind.of(bytes.scalar(at: index).value, basicPlane: ScalarKind.basicPlane) {
      case .mark, .joiningMark, .joiner, .sign, .conjoining, .selector: false
      default: true
      }
    }
  }

  // MARK: - Links

  private mutating func openLink(at start: Int) {
    links.append(start)
    spans.openLink(at: output.count)
  }

  /// Says where to read on.
  private mutating func closeLink(_ target: InlineTarget, end: Int, limit: Int) -> Int {
    if let remainder = target.remainder { residues.append(remainder) }
    // What names a source may have taken the bracket that opened the link with it.
    guard let start = links.popLast() else {
      putAside(target)
      return end
    }
    guard purpose != .line, outer == nil, links.isEmpty, let url = target.webURL, let host = CanonicalForm.host(of: url)
    else {
      setAside(target, spans.closeLink(nil, in: output))
      return end
    }
    let words = spans.closeLink(url, in: output)
    let text = String(decoding: output[words], as: UTF8.self)
    if text.isEmpty, cite(host, url, onImagesBehind: start) { return end }
    if text.isEmpty || isNumber(text, of: start..<end) {
      shorten(to: words.lowerBound)
      cite([InlineSource(host: host, url: url, label: text.isEmpty ? nil : text)])
      return end
    }
    guard host != ownHost else { return end }
    let name = namedHost(words)
    if name == nil, let next = nameEnd(text, words, of: start..<end, limit: limit) {
      shorten(to: words.lowerBound)
      cite([InlineSource(host: host, url: url, label: text)])
      return next
    }
    let source = InlineSource(
      host: name ?? host, url: url, label: name == nil && text != host && text != url ? text : nil)
    citations.append(source.citation(at: words.upperBound))
    return end
  }

  /// Where a link leads whose words are pictures, the last of them names; false where it holds none.
  private mutating func cite(_ host: String, _ url: String, onImagesBehind start: Int) -> Bool {
    guard let last = images.indices.last, lastImage > start, host != ownHost else { return false }
    images[last].citations.append(Citation(place: images[last].text.utf8.count, host: host, url: url))
    return true
  }

  /// Where to read on behind a link whose words are the name of a source, and none of the story.
  private func nameEnd(_ name: String, _ words: Range<Int>, of link: Range<Int>, limit: Int) -> Int? {
    let isBehindSentence = output.withUnsafeBufferPointer { SentenceEnd.isBefore(words.lowerBound, in: $0) }
    return isBehindSentence ? LinkedName.end(of: link, name: name, in: input, limit: limit) : nil
  }

  /// Whether the words of a link are the number of a source, and none of the story: in brackets, or a small one where a
  /// source would be named.
  private func isNumber(_ words: String, of link: Range<Int>) -> Bool {
    let bytes = words.utf8
    let digits = bytes.filter(\.isDigit).count
    guard (1...3).contains(digits), bytes.allSatisfy({ $0.isDigit || "[]^".utf8.contains($0) }) else { return false }
    if digits < bytes.count { return true }
    let isBehindWord = link.lowerBound > 0 && !input[link.lowerBound - 1].isSpace
    let isBeforeMark = link.upperBound == input.count || ".,;:!?)[<\n".utf8.contains(input[link.upperBound])
    return digits < 3 && (isBehindWord || isBeforeMark || isBehindClaim(link.lowerBound))
  }

  /// Keeps an address that leads nowhere from here, or that has no place here.
  private mutating func setAside(_ target: InlineTarget, _ words: Range<Int>) {
    putAside(target)
    guard purpose != .line, outer == nil else { return }
    if let host = namedHost(words) {
      citations.append(Citation(place: words.upperBound, host: host))
    } else if target.url == nil, let host = cutHost(target.range) ?? target.remainder.flatMap(cutHost) {
      let label = String(decoding: output[words], as: UTF8.self)
      citations.append(Citation(place: words.upperBound, host: host, label: label.isEmpty ? nil : label))
    }
  }

  private mutating func putAside(_ target: InlineTarget) {
    if target.url != nil, !target.isDefined, !target.range.isEmpty { asides.append((target.range, .address)) }
  }

  /// The host of an address that was cut behind it.
  private func cutHost(_ range: Range<Int>) -> String? {
    guard let start = AddressStart.hostStart(input, at: range.lowerBound, limit: range.upperBound),
      let host = Host.read(input, at: start, limit: range.upperBound), host.certainty == .certain,
      host.range.upperBound < range.upperBound, input[host.range.upperBound] == UInt8(ascii: "/")
    else { return nil }
    return host.name(in: input)
  }

  /// The host that some words are.
  private func namedHost(_ words: Range<Int>) -> String? {
    output.withUnsafeBufferPointer { bytes in
      guard let host = Host.read(bytes, at: words.lowerBound, limit: words.upperBound), host.range == words,
        host.certainty > .none
      else { return nil }
      return host.name(in: bytes)
    }
  }

  /// Writes an address that is its own words.
  private mutating func writeAddress(_ target: InlineTarget) {
    guard purpose != .line, links.isEmpty, outer == nil, target.webURL != nil else { return write(target.range) }
    openLink(at: target.range.lowerBound)
    write(target.range)
    _ = closeLink(target, end: target.range.upperBound, limit: input.count)
  }

  // MARK: - Images

  private mutating func openImage() {
    guard purpose == .blocks, outer == nil else {
      imageDepth += 1
      return
    }
    outer = Words(output: output, gap: gap, openings: openings, spans: spans)
    (output, gap, openings, spans) = ([], .none, [], SpanBuilder())
  }

  private mutating func closeImage(_ target: InlineTarget) {
    if let remainder = target.remainder { residues.append(remainder) }
    guard imageDepth == 0, let around = outer else {
      imageDepth = max(0, imageDepth - 1)
      return putAside(target)
    }
    trimEnd()
    let words = output
    (output, gap, openings, spans) = (around.output, around.gap, around.openings, around.spans)
    outer = nil
    guard let url = target.url, !url.isEmpty else { return writeAgain(words) }
    noteSpace()
    lastImage = target.range.lowerBound
    images.append(Block(text: String(decoding: words, as: UTF8.self), kind: .image(url: url)))
  }

  /// Writes the words of an image that has no address.
  private mutating func writeAgain(_ words: [UInt8]) {
    guard !words.isEmpty else { return }
    closeGap(before: words.withUnsafeBufferPointer { $0.scalar(at: 0).value })
    output += words
  }

  // MARK: - Sources and breaks

  private mutating func write(_ sources: [InlineSource], for range: Range<Int>, limit: Int) -> Int {
    guard purpose != .line && outer == nil || sources.isEmpty else {
      asides.append((range, .reference))
      return range.upperBound
    }
    cite(sources)
    var end = range.upperBound
    while end < limit, input.spaceWidth(at: end) > 0 {
      noteBreak(at: end, from: range.upperBound)
      end += input.spaceWidth(at: end)
    }
    if end > range.upperBound { noteSpace() }
    return end
  }

  private mutating func breakLine(behind end: Int, limit: Int) -> Int {
    if purpose == .blocks { breakLine() }
    noteSpace()
    return LinkTail.skipSpaces(input, from: end, limit: limit)
  }

  /// Ends a line of the text, if words or sources stand on it.
  mutating func breakLine() {
    guard outer == nil, links.isEmpty else { return }
    letGo()
    breaks.append((output.count, citations.count))
  }
}

/// Marks that name sources without being links: those that chat programs leave behind, and hosts behind a dash.
extension InlineReader {
  private static let longest = 300

  /// Reads a mark of a chat program whose first sign ends at `last`: `【4†source】`, or `cite` between signs of no script.
  mutating func readChatMark(endingFirst last: Int) -> Int {
    let start = last - 2
    guard start >= max(done, range.lowerBound) else { return last + 1 }
    if text.has("【", at: start), let end = daggerEnd(from: last + 1) { return add(start..<end, .aside(.chatMark)) }
    if text.has("\u{FFFD}", at: start), let end = signedEnd(from: last + 1) {
      return add(start..<end, .aside(.chatMark))
    }
    return last + 1
  }

  /// Behind `【`: digits first, then a dagger before the bracket closes.
  private func daggerEnd(from start: Int) -> Int? {
    let stop = min(range.upperBound, start + Self.longest)
    guard start < stop, text[start].isDigit else { return nil }
    var index = start
    var hasDagger = false
    while index + 2 < stop {
      if text.has("†", at: index) { hasDagger = true }
      if text.has("】", at: index) { return hasDagger ? index + 3 : nil }
      index += 1
    }
    return nil
  }

  /// Behind a sign that the gate put for one of private use: a command, a sign, and what it is about, up to a sign.
  private func signedEnd(from start: Int) -> Int? {
    var index = start
    while index < range.upperBound, index - start < 24, text[index].isLower || text[index] == UInt8(ascii: "_") {
      index += 1
    }
    guard index > start + 1, text.has("\u{FFFD}", at: index), var end = signEnd(from: index + 3) else { return nil }
    while text.has("turn", at: end), let next = signEnd(from: end) { end = next }
    return min(end, range.upperBound)
  }

  /// The end of the next such sign on the same line.
  private func signEnd(from start: Int) -> Int? {
    let stop = min(range.upperBound, start + Self.longest)
    var index = start
    while index + 2 < stop, text[index] != 0x0A {
      if text.has("\u{FFFD}", at: index) { return index + 3 }
      index += 1
    }
    return nil
  }

  /// `[oaicite:0]`, `:contentReference[oaicite:0]{index=0}`, `[cite: 1, 2]`, `[cite_start]`.
  mutating func readChatReference(at bracket: Int) -> Int? {
    guard
      text.has("oaicite:", at: bracket + 1) || text.has("cite:", at: bracket + 1) || text.has("cite_", at: bracket + 1)
    else { return nil }
    let stop = min(range.upperBound, bracket + 64)
    var end = text.first(UInt8(ascii: "]"), in: bracket..<stop)
    guard end < stop else { return nil }
    end += 1
    if text.has("{index=", at: end) {
      let close = text.first(UInt8(ascii: "}"), in: end..<min(range.upperBound, end + 16))
      if close < range.upperBound, text[close] == UInt8(ascii: "}") { end = close + 1 }
    }
    let start = bracket - 17
    let isNamed = start >= max(done, range.lowerBound) && text.has(":contentReference", at: start)
    return add((isNamed ? start : bracket)..<end, .aside(.chatMark))
  }

  /// `— host` behind a sentence, with nothing or another sentence behind it.
  mutating func readDash(endingAt last: Int) -> Int {
    let start = last - 2
    guard start > max(done, range.lowerBound), text.has("—", at: start), SentenceEnd.isBefore(start, in: text) else {
      return last + 1
    }
    var index = last + 1
    while index < range.upperBound, text.spaceWidth(at: index) > 0 { index += text.spaceWidth(at: index) }
    guard index < range.upperBound, let host = Host.read(text, at: index, limit: range.upperBound),
      host.certainty == .certain, endsHere(host.range.upperBound)
    else { return last + 1 }
    return add(start..<host.range.upperBound, .citations([InlineSource(host: host.name(in: text))]))
  }

  private func endsHere(_ end: Int) -> Bool {
    if end == range.upperBound { return true }
    if text[end] == UInt8(ascii: ".") { return end + 1 == range.upperBound || text[end + 1].isSpace }
    guard text[end].isSpace else { return false }
    let next = LinkTail.skipSpaces(text, from: end, limit: range.upperBound)
    return next == range.upperBound || !Letter.isLower(text.scalar(at: next).value)
  }
}

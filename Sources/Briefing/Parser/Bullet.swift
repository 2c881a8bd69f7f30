/// The bullets under a headline, on lines of their own or all on one.
struct Bullet {
  /// The width of the dash, star or dot that opens a bullet on `line`, with the space behind; 0 if none does.
  static func markWidth(_ line: Range<Int>, in text: Bytes) -> Int {
    guard let first = line.first else { return 0 }
    switch text[first] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"):
      return line.count > 1 && text.spaceWidth(at: first + 1) > 0 ? 2 : 0
    case 0xE2:
      let isDot = ["•", "‣", "▪", "◦", "●"].contains { (dot: StaticString) in text.has(dot, at: first) }
      return isDot && line.count > 3 ? 3 : 0
    default: return 0
    }
  }

  /// Cuts a run of bullets, which opens with a mark, at the marks inside it.
  ///
  /// `forced` are the marks that open a line; nothing else is asked of them. If a bullet ends in a full stop, only a mark
  /// behind the end of a sentence opens another; if none does, a mark before a capital, unless each bullet
  /// has a line.
  static func split(_ run: Range<Int>, forced: [Int], isOneToALine: Bool, in text: Bytes) -> [Range<Int>] {
    guard let first = forced.first else { return [] }
    let marks = others(inner(run, opening: text[first], in: text), than: forced)
    let inside: [Int]
    if text[first] == 0xE2 {
      inside = marks
    } else if isStopped(run, in: text) {
      inside = behindStops(marks, of: run, in: text)
    } else {
      inside = isOneToALine ? [] : marks.filter { isBeforeCapital($0, in: text) }
    }
    let starts = inside.isEmpty ? forced : (forced + inside).sorted()
    var bullets: [Range<Int>] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : run.upperBound
      let words = text.trimmed(start + max(1, BulletMark.width(start..<run.upperBound, in: text))..<end)
      if !words.isEmpty { bullets.append(words) }
    }
    return bullets
  }

  /// The marks that are none of the forced ones; both are in order.
  private static func others(_ marks: [Int], than forced: [Int]) -> [Int] {
    var next = 0
    return marks.filter { mark in
      while next < forced.count, forced[next] < mark { next += 1 }
      return next == forced.count || forced[next] != mark
    }
  }

  /// Whether the bullets of a run end in full stops, as far as it goes.
  static func isStopped(_ run: Range<Int>, in text: Bytes) -> Bool {
    if endsSentence(before: run.upperBound, in: text) { return true }
    return inner(run, opening: text[run.lowerBound], in: text).contains { mark in
      endsSentence(before: mark, in: text) && !Abbreviation.isBefore(mark, in: text)
    }
  }

  /// Whether a sentence ends before `end`, perhaps with its source behind it.
  private static func endsSentence(before end: Int, in text: Bytes) -> Bool {
    if SentenceEnd.isBefore(end, in: text) { return true }
    var close = end
    while close > 0, text[close - 1].isSpace { close -= 1 }
    guard close > 0, text[close - 1] == UInt8(ascii: ")") else { return false }
    var open = close - 1
    while open > 0, close - open < 255, text[open] != UInt8(ascii: "(") { open -= 1 }
    guard let pair = CitationPair.read(text, at: open, limit: close), pair.end == close else { return false }
    return SentenceEnd.isBefore(open, in: text)
  }

  /// Where the mark that opened the run stands again with space on both sides.
  static func inner(_ run: Range<Int>, opening mark: UInt8, in text: Bytes) -> [Int] {
    var found: [Int] = []
    var index = run.lowerBound + 1
    while index < run.upperBound {
      index = text.first(mark, in: index..<run.upperBound)
      if index + 1 < run.upperBound, text[index - 1].isSpace, markWidth(index..<run.upperBound, in: text) > 0 {
        found.append(index)
      }
      index += 1
    }
    return found
  }

  /// The marks among `marks` that open a bullet where bullets end in full stops.
  ///
  /// Behind the end of a sentence any does. Behind `U.S.`, `p.m.` or `Inc.` one does before a word that opens sentences,
  /// or before another that is not in small letters, if what goes on there is no aside and ends as a sentence. Where no
  /// other bullet of the line is plain, it must hold a word in small letters too.
  static func behindStops(_ marks: [Int], of run: Range<Int>, in text: Bytes) -> [Int] {
    let ends = marks.filter { endsSentence(before: $0, in: text) }
    let isPlain = ends.contains { !Abbreviation.isBefore($0, in: text) }
    var found: [Int] = []
    for mark in ends.reversed() {
      let piece = wordStart(behind: mark, in: text)..<(found.last ?? run.upperBound)
      if !Abbreviation.isBefore(mark, in: text) || goesOn(text.trimmed(piece), isPlain: isPlain, in: text) {
        found.append(mark)
      }
    }
    return found.reversed()
  }

  /// Whether the words behind an abbreviation and a dash are a bullet of their own.
  private static func goesOn(_ piece: Range<Int>, isPlain: Bool, in text: Bytes) -> Bool {
    guard let start = piece.first, !Letter.isLower(text.scalar(at: start).value) else { return false }
    guard text[start].isUpper else { return true }
    var end = start
    while end < piece.upperBound, text[end].isLetter { end += 1 }
    if openers.contains(String(decoding: text[start..<end], as: UTF8.self)) { return true }
    let rest = end..<piece.upperBound
    guard endsSentence(before: piece.upperBound, in: text), !isAside(rest, in: text), !isBetween(rest, in: text)
    else { return false }
    return isPlain || rest.contains { text[$0].isLower && text[$0 - 1].isSpace }
  }

  /// Whether the first word is an owner's or a dash stands among the words, as in an aside between two dashes:
  /// `Acme Inc. - Europe's largest maker of pumps - fell.`
  private static func isAside(_ rest: Range<Int>, in text: Bytes) -> Bool {
    if text.has("'s", at: rest.lowerBound) || text.has("’s", at: rest.lowerBound) { return true }
    return rest.contains { text[$0 - 1].isSpace && markWidth($0..<rest.upperBound, in: text) > 0 }
  }

  /// Whether a word follows for what two countries have between them, as in `the U.S. - Canada border`.
  private static func isBetween(_ rest: Range<Int>, in text: Bytes) -> Bool {
    guard let start = rest.first(where: { text[$0].isLetter }), start < rest.lowerBound + 3 else { return false }
    var end = start
    while end < rest.upperBound, end - start < 16, text[end].isLetter { end += 1 }
    return betweens.contains(String(decoding: text[start..<end], as: UTF8.self))
  }

  private static let betweens: Set<String> = [
    "border", "borders", "talks", "trade", "relations", "relationship", "ties", "deal", "deals", "war", "wars",
    "summit",
    "route", "routes", "agreement", "treaty", "pact", "accord", "tensions", "alliance", "flights", "rivalry", "axis",
    "game", "match", "corridor", "pipeline", "link", "links", "cooperation", "dispute", "ceasefire", "truce",
  ]

  private static let openers: Set<String> = [
    "The", "A", "An", "It", "Its", "They", "Their", "He", "She", "His", "Her", "We", "You", "I", "This", "That",
    "These",
    "Those", "There", "In", "On", "At", "By", "For", "From", "With", "Without", "After", "Before", "Since", "As", "If",
    "When", "While", "Once", "Until", "And", "But", "Or", "So", "Yet", "No", "Not", "Nobody", "Nothing", "None", "All",
    "Both", "Each", "Every", "Most", "Many", "Some", "Few", "More", "Less", "One", "Two", "Three", "Four", "Five",
    "Half",
    "Another", "Other", "Under", "Over", "Only", "Even", "Now", "Then", "Today", "Still", "Last", "Next", "Who", "What",
    "Why", "How", "Where", "Which", "Because", "Despite", "During", "Neither", "Either", "Anyone", "Everyone", "To",
  ]

  static func isBeforeCapital(_ mark: Int, in text: Bytes) -> Bool {
    var index = wordStart(behind: mark, in: text)
    while index < text.count {
      let (scalar, width) = text.scalar(at: index)
      guard isQuote(scalar) else { return Letter.opensSentence(scalar) }
      index += width
    }
    return false
  }

  /// Where the words of a bullet begin.
  static func wordStart(behind mark: Int, in text: Bytes) -> Int {
    var index = mark + (text[mark] == 0xE2 ? 3 : 1)
    while index < text.count, text.spaceWidth(at: index) > 0 { index += text.spaceWidth(at: index) }
    return index
  }

  private static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x201C, 0x2018, 0x201E, 0x201A, 0xAB, 0x2039, 0x300C, 0x300E, 0xBF, 0xA1: true
    default: false
    }
  }
}

/// Bullets that stand on one line with the lede, so that nothing but their marks tells where they are.
extension Bullet {
  /// The first mark behind a headline: between spaces, and before a word that is not in small letters and ends no range;
  /// if there is none, the last one before a sentence ends, so that a headline keeps its own dashes.
  static func firstMark(in head: Range<Int>, of text: Bytes) -> Int? {
    let stop = min(head.upperBound, head.lowerBound + 300)
    var last: Int?
    for index in (head.lowerBound..<stop).dropFirst() where text[index - 1].isSpace {
      guard markWidth(index..<head.upperBound, in: text) > 0 else { continue }
      if last != nil, SentenceEnd.isBefore(index, in: text) { break }
      let word = wordStart(behind: index, in: text)
      guard word < head.upperBound else { break }
      let isRange = text[word].isDigit && index > 1 && text[index - 2].isDigit
      if !isRange, !Letter.isLower(text.scalar(at: word).value) { return index }
      if !isRange { last = index }
    }
    return last
  }

  /// The marks of the bullets that `run` opens with, and whether these end in full stops. What stands behind the last
  /// one is not asked.
  ///
  /// Without full stops, bullets go on only as far as the first sentence.
  static func opening(_ run: Range<Int>, in text: Bytes) -> (marks: [Int], areStopped: Bool) {
    let inner = inner(run, opening: text[run.lowerBound], in: text)
    let stopped = behindStops(inner, of: run, in: text)
    if !stopped.isEmpty { return ([run.lowerBound] + stopped, true) }
    let isDot = text[run.lowerBound] == 0xE2
    let marks = inner.filter { isDot || isBeforeCapital($0, in: text) }
    let sentence = sentenceEnd(run, in: text)
    let bullets = marks.filter { $0 < sentence }
    return ([run.lowerBound] + bullets, bullets.isEmpty)
  }

  private static func sentenceEnd(_ run: Range<Int>, in text: Bytes) -> Int {
    let near = run.lowerBound..<min(run.upperBound, run.lowerBound + 1500)
    return run.lowerBound + (SentenceScanner(bytes: Bytes(rebasing: text[near])).ranges().first?.upperBound ?? 0)
  }
}

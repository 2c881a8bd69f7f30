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
    let known = Set(forced)
    let marks = inner(run, opening: text[first], in: text).filter { !known.contains($0) }
    let isDot = text[first] == 0xE2
    let areStopped = isStopped(run, in: text)
    let inside = marks.filter { mark in
      if isDot || areStopped { return isDot || opensBullet(at: mark, in: text) }
      return !isOneToALine && isBeforeCapital(mark, in: text)
    }
    let starts = (forced + inside).sorted()
    return zip(starts, starts.dropFirst() + [run.upperBound]).map { start, end in
      text.trimmed(start + max(1, markWidth(start..<run.upperBound, in: text))..<end)
    }.filter { !$0.isEmpty }
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

  /// An abbreviation with a dash behind it ends a bullet only if a word follows that opens sentences.
  static func opensBullet(at mark: Int, in text: Bytes) -> Bool {
    guard endsSentence(before: mark, in: text) else { return false }
    guard Abbreviation.isBefore(mark, in: text) else { return true }
    let start = wordStart(behind: mark, in: text)
    guard start < text.count, !text[start].isLower else { return false }
    guard text[start].isUpper else { return true }
    var end = start
    while end < text.count, text[end].isLetter { end += 1 }
    return openers.contains(String(decoding: text[start..<end], as: UTF8.self))
  }

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
    let stopped = inner.filter { opensBullet(at: $0, in: text) }
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

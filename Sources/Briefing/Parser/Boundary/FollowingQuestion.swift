/// A question that goes on with the one before it in the same heading: `What changed? And who pays? The port …`
///
/// A body may open with a question too. It is the heading's only where `and` or `or` joins it to the one before, it asks
/// who, what or whether, and something follows that can be the body.
enum FollowingQuestion {
  /// How long it may be, in bytes and words, and among how many words the one stands that asks.
  private static var reach: Int { 120 }
  private static var mostWords: Int { 10 }
  private static var nearWords: Int { 5 }

  /// The end of a heading that `place` ends behind its first question, with all questions that go on with it.
  static func extend(
    _ place: (heading: Int, body: Int), in run: UnsafeBufferPointer<UInt8>
  ) -> (heading: Int, body: Int) {
    var place = place
    while endsQuestion(place.heading, in: run), let next = next(from: place.body, in: run) { place = next }
    return place
  }

  private static func endsQuestion(_ end: Int, in run: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end > 1, end < run.count else { return false }
    return run[end - 1] == UInt8(ascii: "?") || run[end - 2] == 0xD8 && run[end - 1] == 0x9F
  }

  /// The end of the question that begins at `start`, if it goes on with the one before.
  private static func next(from start: Int, in run: UnsafeBufferPointer<UInt8>) -> (heading: Int, body: Int)? {
    var index = start
    var (words, asks) = (0, false)
    let limit = min(run.count, start + reach)
    while index < limit, words < mostWords {
      let word = word(at: index, in: run)
      if words == 0, !joins.contains(word.key) { return nil }
      if words > 0, words < nearWords, Interrogatives.contains(word.key) { asks = true }
      words += 1
      index = word.end
      guard index < limit else { return nil }
      switch run[index] {
      case UInt8(ascii: " "): break
      // Behind the word that asks, a clause of its own goes on: `And when it ended, did prices fall?`
      case UInt8(ascii: ",") where !asks: break
      case UInt8(ascii: "?"): return asks && words > 1 ? split(behind: index + 1, in: run) : nil
      case 0xD8 where index + 1 < limit && run[index + 1] == 0x9F:
        return asks && words > 1 ? split(behind: index + 2, in: run) : nil
      default: return nil
      }
      while index < limit, run[index] == UInt8(ascii: " ") || run[index] == UInt8(ascii: ",") { index += 1 }
      // A mark that its language sets behind a space.
      if index < limit, run[index] == UInt8(ascii: "?") { return asks ? split(behind: index + 1, in: run) : nil }
    }
    return nil
  }

  /// Nil where nothing follows that could be the body.
  private static func split(behind end: Int, in run: UnsafeBufferPointer<UInt8>) -> (heading: Int, body: Int)? {
    var body = end
    while body < run.count, run[body] == UInt8(ascii: " ") { body += 1 }
    guard body > end, body < run.count else { return nil }
    return (end, body)
  }

  /// The key of the word at `start`, and where it ends: before a space or a mark. An inverted mark is none of it.
  private static func word(at start: Int, in run: UnsafeBufferPointer<UInt8>) -> (key: UInt32, end: Int) {
    var hash = Hash.start
    var index = start
    if index + 1 < run.count, run[index] == 0xC2, run[index + 1] == 0xBF { index += 2 }
    while index < run.count, run[index] != UInt8(ascii: " ") {
      let scalar = Scalar(run, index)
      let kind = Script(scalar.value)
      if kind != .none {
        hash = Hash.step(hash, kind.hasCase ? Casing.folded(scalar.value) : scalar.value)
      } else if scalar.value != 0x27, scalar.value != 0x2019, scalar.value != 0x2D {
        break
      }
      index += scalar.length
    }
    return (Hash.seal(hash, .word), index)
  }

  /// The keys of `and` and `or` in the languages of briefings.
  private static let joins: [UInt32] = {
    let words: StaticString = """
      and or und oder et ou y e o en of och eller og ja tai alebo nebo i és vagy și sau ali ili ve veya dan atau \
      ir või un vai dhe и или та або і й και ή أو و और या
      """
    return words.withUTF8Buffer { bytes in
      bytes.split(separator: UInt8(ascii: " ")).map { Lexicon.key(UnsafeBufferPointer(rebasing: $0)) }
    }
  }()
}

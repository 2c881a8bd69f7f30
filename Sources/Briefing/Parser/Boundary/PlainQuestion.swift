/// The short way for what most headings are: a question that opens with a question word and holds nothing that could
/// end a heading before its mark.
struct PlainQuestion {
  private static var reach: Int { 200 }

  private let run: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon

  init(_ run: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.run = run
    self.lexicon = lexicon
  }

  /// The end of the question and the start of the body, or nothing if the run has to be weighed in full.
  var end: (heading: Int, body: Int)? {
    guard let first = opener, let end = questionEnd(from: first) else { return nil }
    if end == run.count { return (end, end) }
    guard run[end] == UInt8(ascii: " ") else { return nil }
    var body = end
    while body < run.count, run[body] == UInt8(ascii: " ") { body += 1 }
    return body < run.count ? (end, body) : (run.count, run.count)
  }

  /// Where the first word ends, if it is a question word or opens with an inverted mark.
  private var opener: Int? {
    guard run.count > 3 else { return nil }
    if run[0] == 0xC2, run[1] == 0xBF { return 2 }
    let (key, end) = key(from: 0)
    return Interrogatives.contains(key) ? end : nil
  }

  /// The end of the first question mark behind the opener, if no quotation, no parenthesis, no end of a sentence and no
  /// word that likes to open a body comes before it.
  private func questionEnd(from start: Int) -> Int? {
    var index = start
    let limit = min(run.count, PlainQuestion.reach)
    while index < limit {
      switch run[index] {
      case UInt8(ascii: "?"):
        return run[index - 1] == UInt8(ascii: " ") ? nil : index + 1
      case UInt8(ascii: " "):
        index += 1
        if index < limit, opensBody(at: index) { return nil }
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "\""),
        UInt8(ascii: "("), UInt8(ascii: "["), 0xC2:
        return nil
      case 0xD8 where index + 1 < limit && run[index + 1] == 0x9F:
        return index + 2
      // An apostrophe is no quotation; other marks of this block may be one.
      case 0xE2:
        guard index + 2 < limit, run[index + 1] == 0x80, run[index + 2] == 0x99 else { return nil }
        index += 3
      // A danda ends a sentence.
      case 0xE0:
        if index + 2 < limit, run[index + 1] == 0xA5, run[index + 2] == 0xA4 { return nil }
        index += 1
      // Scripts without spaces, and what is rare, are weighed in full.
      case 0xE1, 0xE3...0xE9, 0xEE...0xFF: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// Whether the word at `index` may open a body: a question word in capitals or in a script without case, or a capital
  /// that the lexicon knows to open bodies.
  private func opensBody(at index: Int) -> Bool {
    let byte = run[index]
    guard byte >= 0x41 && byte <= 0x5A || byte >= 0xC3 else { return false }
    let scalar = Scalar(run, index)
    let isCased = Script(scalar.value).hasCase
    if isCased, Casing.folded(scalar.value) == scalar.value { return false }
    let (key, _) = key(from: index)
    if Interrogatives.contains(key) { return true }
    guard isCased else { return false }
    var roles = SIMD8<Int32>()
    lexicon.add(key, to: &roles)
    return roles[Role.opens.rawValue] > 60
  }

  /// The key of the word at `start`, and where it ends.
  private func key(from start: Int) -> (UInt32, Int) {
    var hash = Hash.start
    var index = start
    while index < run.count, run[index] != UInt8(ascii: " "), run[index] != UInt8(ascii: "?") {
      let scalar = Scalar(run, index)
      let kind = Script(scalar.value)
      if kind != .none { hash = Hash.step(hash, kind.hasCase ? Casing.folded(scalar.value) : scalar.value) }
      index += scalar.length
    }
    return (Hash.seal(hash, .word), index)
  }
}

/// The short way for what most words are.
extension WordScan {
  /// Reads a word of letters of ASCII, with at most a comma or a full stop behind it and one space before the next such
  /// word. False for any other, of which nothing is taken; what is taken is what `next` would make of it.
  @inline(__always)
  mutating func takePlain(_ word: inout Word, grams: Bool) -> Bool {
    var (end, key, stem, capitals) = (index, Hash.start, UInt32(0), 0)
    while end < run.count, Letters.isPlain(run[end]) {
      if run[end] < 0x61 { capitals += 1 }
      key = Hash.step(key, UInt32(run[end] | 0x20))
      end += 1
      if end - index <= 5 { stem = key }
    }
    let letters = index..<end
    guard !letters.isEmpty, end + 2 < run.count, let stop = plainStop(behind: letters, capitals) else { return false }
    if stop != .none { end += 1 }
    guard run[end] == 0x20, Letters.isPlain(run[end + 1]) else { return false }
    word.end = Int32(truncatingIfNeeded: end)
    word.next = Int32(truncatingIfNeeded: end + 1)
    index = end + 1
    word.shape = plainShape(of: letters, capitals)
    (word.stop, word.open, word.script) = (stop, open, .latin)
    word.length = UInt8(min(letters.count, 255))
    (word.key, word.stem) = (key, letters.count >= 4 ? stem : 0)
    word.asks = Interrogatives.contains(Hash.seal(key, .word))
    if grams { word.grams = plainGrams(of: letters, key) }
    return true
  }

  /// The mark at the end; nil for one that is looked at more closely.
  @inline(__always)
  private func plainStop(behind letters: Range<Int>, _ capitals: Int) -> Stop? {
    switch run[letters.upperBound] {
    case 0x20: return Stop.none
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "."):
      let isName = letters.count == 3 && run[letters.lowerBound] < 0x61 && capitals < 3
      return letters.count <= 2 || isName ? .abbreviation : .period
    default: return nil
    }
  }

  @inline(__always)
  private func plainShape(of letters: Range<Int>, _ capitals: Int) -> Shape {
    if capitals == 0 { return .lower }
    guard run[letters.lowerBound] < 0x61 else { return .mixed }
    if capitals == 1 { return .capital }
    return letters.count - capitals <= 1 ? .caps : .mixed
  }

  /// As `Letters.grams` has them of Latin letters.
  @inline(__always)
  private func plainGrams(of letters: Range<Int>, _ key: UInt32) -> SIMD8<UInt32> {
    func small(_ back: Int) -> UInt32 { UInt32(run[letters.upperBound - back] | 0x20) }
    var grams = SIMD8<UInt32>()
    grams[0] = Hash.seal(key, .word)
    if letters.count > 3 { grams[4] = Hash.seal(Hash.of(small(2), small(1)), .suffix) }
    if letters.count > 4 { grams[5] = Hash.seal(Hash.of(small(3), small(2), small(1)), .suffix) }
    return grams
  }
}

/// The words of the lexicon to be: each gram's readable name, its key, and how often it was met.
struct Grams {
  private(set) var index: [UInt32: Int32] = [:]
  private(set) var names: [String] = []
  private(set) var keys: [UInt32] = []
  var counts: [Int32] = []

  /// Counts the grams of a word and notes their names.
  mutating func count(_ word: Word, in run: UnsafeBufferPointer<UInt8>) {
    for lane in 0..<8 where word.grams[lane] != 0 {
      let key = word.grams[lane]
      if let at = index[key] {
        counts[Int(at)] += 1
      } else {
        index[key] = Int32(keys.count)
        keys.append(key)
        counts.append(1)
        names.append(Grams.name(lane, of: word, in: run))
      }
    }
  }

  /// Keeps only the grams that `isKept` chooses by their index and count.
  mutating func keep(_ isKept: (Int, Int32) -> Bool) {
    let kept = keys.indices.filter { isKept($0, counts[$0]) }
    (names, keys, counts) = (kept.map { names[$0] }, kept.map { keys[$0] }, kept.map { counts[$0] })
    index = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
  }

  private static func name(_ lane: Int, of word: Word, in run: UnsafeBufferPointer<UInt8>) -> String {
    var letters: [UInt32] = []
    var at = Int(word.start)
    while at < Int(word.end) {
      let scalar = Scalar(run, at)
      let kind = Script(scalar.value)
      if kind != .none {
        letters.append(kind.hasCase ? Casing.folded(scalar.value) : scalar.value)
      } else if Casing.isDigit(scalar.value) {
        letters.append(scalar.value)
      }
      at += scalar.length
    }
    func text(_ part: ArraySlice<UInt32>) -> String {
      String(String.UnicodeScalarView(part.compactMap(Unicode.Scalar.init)))
    }
    switch lane {
    case 0: return text(letters[...])
    case 1...3: return text(letters.prefix(lane)) + "-"
    default:
      let cased = word.script.hasCase
      return "-" + text(letters.suffix(cased ? lane - 2 : lane - 3))
    }
  }
}

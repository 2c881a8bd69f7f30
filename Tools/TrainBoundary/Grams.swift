/// The words of the lexicon to be: each gram's readable name, its key, and how often it was met.
struct Grams {
  private(set) var index: [UInt32: Int32] = [:]
  private(set) var names: [String] = []
  private(set) var keys: [UInt32] = []
  var counts: [Int32] = []
  /// How often each word was met in mid-sentence of a body, in small letters and with a capital.
  private(set) var smalls: [Int32] = []
  private(set) var capitals: [Int32] = []

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
        smalls.append(0)
        capitals.append(0)
        names.append(Grams.name(lane, of: word, in: run))
      }
    }
  }

  /// Takes in a gram that was learned before.
  mutating func insert(_ name: String, _ key: UInt32) {
    guard index[key] == nil else { return }
    index[key] = Int32(keys.count)
    keys.append(key)
    counts.append(0)
    smalls.append(0)
    capitals.append(0)
    names.append(name)
  }

  /// Notes how a word of a body is written, which stands in mid-sentence.
  mutating func noteCase(_ word: Word) {
    guard word.grams[0] != 0, let at = index[word.grams[0]] else { return }
    if word.shape == .lower { smalls[Int(at)] += 1 }
    if word.shape == .capital { capitals[Int(at)] += 1 }
  }

  /// How a word is usually written, if it was met often enough.
  func casing(_ at: Int) -> WordCasing {
    let (small, capital) = (smalls[at], capitals[at])
    guard small + capital >= 4 else { return .unknown }
    return small >= capital * 9 ? .small : capital >= small * 9 ? .capital : .mixed
  }

  /// Keeps only the grams that `isKept` chooses by their index and count.
  mutating func keep(_ isKept: (Int, Int32) -> Bool) {
    let kept = keys.indices.filter { isKept($0, counts[$0]) }
    (names, keys, counts) = (kept.map { names[$0] }, kept.map { keys[$0] }, kept.map { counts[$0] })
    (smalls, capitals) = (kept.map { smalls[$0] }, kept.map { capitals[$0] })
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

/// The runs of capitalised words in a text, which may be names: `Inish Rua`, `EU`, `Ada Lovelace`.
///
/// Scripts that know no capitals have none.
enum CapitalRuns {
  struct Run: Hashable {
    /// As they stand in the text, without what follows an apostrophe at the end (`Karsholm’s`).
    var words: [String]
    /// Whether it begins a sentence, or a quotation, where every word has a capital.
    var isOpening: Bool
  }

  /// The runs in the order of the text, and how many words it has in all.
  static func find(in text: String) -> (runs: [Run], words: Int) {
    var walk = Walk()
    for scalar in text.unicodeScalars { walk.take(scalar) }
    walk.closeWord()
    walk.closeRun()
    return (walk.runs, walk.count)
  }

  private struct Walk {
    var runs: [Run] = []
    var count = 0
    private var run = Run(words: [], isOpening: false)
    private var word = String.UnicodeScalarView()
    /// Whether what comes next begins a sentence.
    private var isOpening = true
    /// What parts words that belong together: one space.
    private var isBroken = false

    mutating func take(_ scalar: Unicode.Scalar) {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isInside(scalar) {
        word.append(scalar)
        return
      }
      closeWord()
      if scalar != " " { isBroken = true }
      if CapitalRuns.openers.contains(scalar) { isOpening = true }
    }

    private func isInside(_ scalar: Unicode.Scalar) -> Bool {
      !word.isEmpty
        && (scalar == "’" || scalar == "'" || scalar == "-" || scalar.properties.canonicalCombiningClass.rawValue > 0)
    }

    mutating func closeWord() {
      guard let first = word.first else { return }
      defer { (word, isBroken) = (String.UnicodeScalarView(), false) }
      count += 1
      let bare = CapitalRuns.withoutEnding(word)
      guard first.properties.isUppercase, bare.unicodeScalars.count > 1 else {
        isOpening = false
        return closeRun()
      }
      if isBroken { closeRun() }
      if run.words.isEmpty { run.isOpening = isOpening }
      isOpening = false
      run.words.append(bare)
      // `Karsholm’s Ferry` is no name of two words.
      if bare.unicodeScalars.count < word.count || run.words.count == CapitalRuns.longest { closeRun() }
    }

    mutating func closeRun() {
      if !run.words.isEmpty { runs.append(run) }
      run.words = []
    }
  }

  private static let longest = 4
  private static let openers: Set<Unicode.Scalar> = [
    ".", "!", "?", "…", ":", ";", "(", "[", "“", "„", "«", "»", "\"", "‘", "‹", "¿", "¡", "•", "—", "–", "\n", "։", "·",
  ]

  /// Without hyphens at the end, and without an apostrophe that up to two letters follow.
  private static func withoutEnding(_ word: String.UnicodeScalarView) -> String {
    var word = word[...]
    while let last = word.last, last == "-" || last == "’" || last == "'" { word.removeLast() }
    if let place = word.lastIndex(where: { $0 == "’" || $0 == "'" }), word.distance(from: place, to: word.endIndex) <= 3
    {
      word = word[..<place]
    }
    return String(word)
  }
}

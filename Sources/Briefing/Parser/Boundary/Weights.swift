/// What each clue and each word weighs, in hundredths of a log-odds.
struct Weights: Sendable {
  /// The tables of all clues, one behind the other in the order of `Clue`.
  var clues: [Int16]
  var lexicon: Lexicon

  /// Where the table of a clue starts.
  static let places: [Int] = {
    var place = 0
    return Clue.allCases.map { clue in
      defer { place += clue.size }
      return place
    }
  }()

  /// How many weights all clues have together.
  static let clueCount = Clue.allCases.reduce(0) { $0 + $1.size }
}

/// A run made ready for learning: its words' grams, and every candidate with its clues and roles.
struct Sample {
  var grams: [SIMD8<Int32>] = []
  /// A candidate's first word of the body, its clues (places in the whole table), its roles (word × 8 + role).
  var candidates: [(index: Int, clues: [Int32], roles: [UInt16])] = []
  /// Which candidate is right.
  var gold = 0
  var weight: Float = 1
  var script = Script.none
  var isQuestion = false

  /// Makes a sample, or none if the right place is no candidate.
  init?(_ pair: Pair, grams table: Grams, lexicon: Lexicon, story: StoryEvidence?) {
    let run = pair.run
    let place = pair.body.isEmpty ? run.count : pair.gold
    var found = false
    run.withUnsafeBufferPointer { whole in
      let width = Numbering.width(in: whole)
      let run = UnsafeBufferPointer(rebasing: whole[width...])
      withUnsafeTemporaryAllocation(of: Word.self, capacity: LeadingWords.capacity) { words in
        let opening = LeadingWords(run, words: words)
        opening.weigh(by: lexicon)
        if let story { opening.weigh(with: story) }
        script = opening.script
        for at in 0..<opening.count { self.grams.append(Sample.known(opening.words[at].grams, in: table)) }
        opening.visitCandidates { index, course, _ in
          if opening.split(before: index).body + width == place { (gold, found) = (candidates.count, true) }
          var clues: [Int32] = []
          var roles: [UInt16] = []
          opening.visitClues(at: index, course, story?.vote ?? .unknown) {
            clues.append(Int32(Weights.places[$0.rawValue] + $1))
          }
          opening.visitRoles(at: index) { roles.append(UInt16($0 * 8 + $1.rawValue)) }
          candidates.append((index, clues, roles))
        }
      }
    }
    isQuestion = Report.isQuestion(pair.heading)
    if !found { return nil }
  }

  private static func known(_ grams: SIMD8<UInt32>, in table: Grams) -> SIMD8<Int32> {
    var known = SIMD8<Int32>(repeating: -1)
    for lane in 0..<8 where grams[lane] != 0 { known[lane] = table.index[grams[lane]] ?? -1 }
    return known
  }
}

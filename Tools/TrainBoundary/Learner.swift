import Foundation

/// Learns the weights: the probability of a candidate is the softmax of its score, and each step makes the right one
/// likelier (AdaGrad, with a pull towards zero).
struct Learner {
  var clues = [Float](repeating: 0, count: Weights.clueCount)
  var words: [SIMD8<Float>]
  private var clueSquares = [Float](repeating: 1e-4, count: Weights.clueCount)
  private var wordSquares: [SIMD8<Float>]
  /// The sums of the weights behind each round that counts, for their mean.
  private var clueSums: [Float] = []
  private var wordSums: [SIMD8<Float>] = []
  private var averaged: Float = 0
  private let rate: Float = 0.12
  private let pull: Float

  init(grams: Int, pull: Float) {
    words = Array(repeating: .zero, count: grams)
    wordSquares = Array(repeating: SIMD8(repeating: 1e-4), count: grams)
    self.pull = pull
  }

  /// Starts from the committed clues and from a lexicon that was learned before.
  mutating func go(on known: [PackedLexicon.Entry], _ grams: Grams) {
    for (at, weight) in Weights.learned.clues.enumerated() { clues[at] = Float(weight) / 100 }
    for entry in known {
      guard let at = grams.index[entry.key] else { continue }
      for (lane, tenth) in entry.tenths.enumerated() { words[Int(at)][lane] = Float(tenth) / 10 }
    }
  }

  /// One round over all samples in random order; gives the mean loss.
  mutating func round(_ samples: [Sample], _ order: inout SplitMix) -> Double {
    var loss = 0.0
    for at in samples.indices.shuffled(using: &order) { loss += Double(learn(samples[at])) }
    return loss / Double(max(1, samples.count))
  }

  /// Takes the weights as they are into the mean.
  mutating func take() {
    if averaged == 0 {
      (clueSums, wordSums) = (clues, words)
    } else {
      for at in clues.indices { clueSums[at] += clues[at] }
      for at in words.indices { wordSums[at] += words[at] }
    }
    averaged += 1
  }

  /// Goes over to the mean of what was taken.
  mutating func settle() {
    guard averaged > 0 else { return }
    clues = clueSums.map { $0 / averaged }
    words = wordSums.map { $0 / averaged }
  }

  private mutating func learn(_ sample: Sample) -> Float {
    let roles = sample.grams.map(sum)
    var scores = self.scores(sample, roles)
    let top = scores.max() ?? 0
    var total: Float = 0
    for at in scores.indices {
      scores[at] = exp(scores[at] - top)
      total += scores[at]
    }
    let loss = -log(max(scores[sample.gold] / total, 1e-9))
    var steps = [SIMD8<Float>](repeating: .zero, count: sample.grams.count)
    var beyond: Float = 0
    for at in sample.candidates.indices.reversed() {
      let error = sample.weight * (scores[at] / total - (at == sample.gold ? 1 : 0))
      let candidate = sample.candidates[at]
      if abs(error) > 1e-4 {
        for clue in candidate.clues { step(clue: Int(clue), error) }
        for role in candidate.roles { steps[Int(role >> 3)][Int(role & 7)] += error }
      }
      let from = at > 0 ? sample.candidates[at - 1].index : 0
      beyond += error
      for word in from..<candidate.index { steps[word][Role.inside.rawValue] += beyond }
    }
    for word in steps.indices where steps[word] != .zero {
      for lane in 0..<8 where sample.grams[word][lane] >= 0 {
        step(word: Int(sample.grams[word][lane]), steps[word])
      }
    }
    return loss * sample.weight
  }

  private mutating func step(clue: Int, _ error: Float) {
    let slope = error + pull * clues[clue]
    clueSquares[clue] += slope * slope
    clues[clue] -= rate * slope / clueSquares[clue].squareRoot()
  }

  private mutating func step(word: Int, _ error: SIMD8<Float>) {
    var slope = error + pull * words[word]
    slope.replace(with: 0, where: error .== 0)
    wordSquares[word] += slope * slope
    words[word] -= rate * slope / wordSquares[word].squareRoot()
  }

  private func sum(_ grams: SIMD8<Int32>) -> SIMD8<Float> {
    var sum = SIMD8<Float>()
    for lane in 0..<8 where grams[lane] >= 0 { sum += words[Int(grams[lane])] }
    return sum
  }

  private func scores(_ sample: Sample, _ roles: [SIMD8<Float>]) -> [Float] {
    var inside: Float = 0
    var at = 0
    return sample.candidates.map { candidate in
      while at < candidate.index {
        inside += roles[at][Role.inside.rawValue]
        at += 1
      }
      var score = inside
      for clue in candidate.clues { score += clues[Int(clue)] }
      for role in candidate.roles { score += roles[Int(role >> 3)][Int(role & 7)] }
      return score
    }
  }

  /// The weights as the program uses them.
  func weights(_ grams: Grams) -> Weights {
    Weights(
      clues: clues.map { Int16(($0 * 100).rounded()) },
      lexicon: PackedLexicon(entries(grams)).lexicon)
  }

  /// The lexicon's entries.
  func entries(_ grams: Grams) -> [PackedLexicon.Entry] {
    grams.keys.indices.map { at in
      PackedLexicon.Entry(
        name: grams.names[at], key: grams.keys[at], tenths: Learner.tenths(words[at]),
        casing: grams.casing(at))
    }
  }

  /// A word's weights in tenths; what is too small to tell anything is left out, so that more words find room.
  static func tenths(_ weights: SIMD8<Float>) -> [Int] {
    (0..<8).map {
      abs(weights[$0]) < 0.2 ? 0 : Int((max(-4.5, min(4.5, weights[$0])) * 10).rounded())
    }
  }
}

/// A small random source, the same on every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64 = 42

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

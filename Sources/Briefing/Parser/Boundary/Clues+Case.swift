/// What the case of the words around a candidate says, and the rest of the story.
extension LeadingWords {
  /// Calls `take` with each such clue of the candidate whose body starts with word `index`.
  @inline(__always)
  func visitCaseClues(at index: Int, _ vote: Vote, _ take: (Clue, Int) -> Void) {
    let manner = Int(vote.rawValue)
    let natures = Nature.count
    let ending = words[index - 1]
    let last = Int(ending.nature.rawValue)
    let heading = (Int(min(ending.odds, 3)), Int(min(ending.smalls, 3)))
    let run = ending.stop == .none ? Int(min(ending.capitalsUpTo, 3)) : 0
    take(.headingCase, (manner * 4 + heading.0) * 4 + heading.1)
    guard index < count else {
      take(.natures, last * natures * natures)
      take(.capitalRun, (manner * 4 + run) * 4)
      return
    }
    let first = Int(words[index].nature.rawValue)
    let second = index + 1 < count ? Int(words[index + 1].nature.rawValue) : 0
    take(.bodyCase, (manner * 4 + oddCapitals(from: index)) * natures + first)
    take(.capitalRun, (manner * 4 + run) * 4 + Int(min(words[index].capitalsFrom, 3)))
    take(.natures, (last * natures + first) * natures + second)
    guard words[index].sight != .unsought else { return }
    take(.sights, (Int(ending.sight.rawValue) * Sight.count + Int(words[index].sight.rawValue)) * natures + first)
    let follows = index + 1 < count && words[index + 1].isPaired
    take(.cohesion, (words[index].isPaired ? 2 : 1) * 3 + (follows ? 2 : 1))
  }

  /// How many of the words behind the body's first have an odd capital, as far as the seventh and the sentence's end; at
  /// most three.
  @inline(__always)
  private func oddCapitals(from index: Int) -> Int {
    let reach = min(index + 7, index + Int(words[index].toSentenceEnd), min(count, LeadingWords.knownWords) - 1)
    guard reach > index else { return 0 }
    return min(Int(words[reach].odds) - Int(words[index].odds), 3)
  }
}

/// Pairs that stand in one story, as the program meets them: one text with a heading behind each row of hashes.
struct TrainingStory {
  let pairs: ArraySlice<Pair>

  /// The pairs of an article stand side by side; one without an article is a story of its own.
  static func all(in pairs: [Pair]) -> [TrainingStory] {
    var stories: [TrainingStory] = []
    var start = 0
    for index in pairs.indices where index > 0 {
      let (last, next) = (pairs[index - 1], pairs[index])
      if next.article.isEmpty || next.article != last.article || next.site != last.site {
        stories.append(TrainingStory(pairs: pairs[start..<index]))
        start = index
      }
    }
    if !pairs.isEmpty { stories.append(TrainingStory(pairs: pairs[start...])) }
    return stories
  }

  /// The story's text, and where its runs stand.
  private var text: (bytes: [UInt8], runs: [Range<Int>]) {
    var bytes: [UInt8] = []
    var runs: [Range<Int>] = []
    for pair in pairs {
      bytes += Array("### ".utf8)
      let run = pair.run
      runs.append(bytes.count..<bytes.count + run.count)
      bytes += run + [0x20]
    }
    return (bytes, runs)
  }

  /// What the program would know of the story by given weights; nothing for a pair that stands alone.
  func evidence(by weights: Weights) -> StoryEvidence? {
    guard pairs.count > 1 else { return nil }
    let (bytes, runs) = text
    return bytes.withUnsafeBufferPointer { StoryEvidence($0, runs: runs, by: weights) }
  }

  /// What is known for learning: the words of the text, and a vote of the other headings.
  func evidence(without index: Int, words: SeenWords) -> StoryEvidence {
    var ballot = Ballot()
    for other in pairs.indices where other != index {
      Array(pairs[other].heading.utf8).withUnsafeBufferPointer { ballot.cast($0) }
    }
    return StoryEvidence(vote: ballot.vote, words: words)
  }

  var words: SeenWords { text.bytes.withUnsafeBufferPointer { SeenWords($0) } }
}

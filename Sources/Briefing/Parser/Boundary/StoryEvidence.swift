/// What the rest of a story says of the words where a heading may end.
///
/// A reader knows from the other headings whether this story writes them in title case, and from the text which words are
/// names. Made once a story, and only where a decision is open; takes time linear in the text that it looks at.
struct StoryEvidence {
  /// How the story's other headings are written.
  var vote: Vote
  /// The words of its text.
  var words: SeenWords

  /// Looks at a story: `text`, in which each of `runs` opens with a heading whose end is to be found.
  init(_ text: UnsafeBufferPointer<UInt8>, runs: [Range<Int>], by weights: Weights = .learned) {
    var ballot = Ballot()
    for range in runs {
      let run = UnsafeBufferPointer(rebasing: text[range])
      let end = HeadingEnd.surely(in: run, by: weights)
      guard end > 0 else { continue }
      ballot.cast(UnsafeBufferPointer(rebasing: run[..<end]))
    }
    self.init(vote: ballot.vote, words: SeenWords(text))
  }

  init(vote: Vote, words: SeenWords) {
    self.vote = vote
    self.words = words
  }
}

/// How a story writes its headings.
enum Vote: UInt8, CaseIterable { case unknown, sentence, title }

/// Counts how headings are written.
struct Ballot {
  private var titles = 0
  private var sentences = 0

  var vote: Vote {
    if titles > sentences * 2 { return .title }
    return sentences > titles ? .sentence : .unknown
  }

  /// Counts one heading: a word of four letters or more in small letters makes it a sentence, two in capitals and none in
  /// small letters a title. The first word says nothing.
  mutating func cast(_ heading: UnsafeBufferPointer<UInt8>) {
    var scan = WordScan(heading)
    var capitals = 0
    var count = 0
    while !scan.isAtEnd, count < LeadingWords.statementWords {
      var word = Word()
      scan.next(&word, grams: false)
      count += 1
      guard count > 1, word.length > 3, word.script.hasCase else { continue }
      if word.shape == .lower {
        sentences += 1
        return
      }
      if word.shape == .capital { capitals += 1 }
    }
    if capitals > 1 { titles += 1 }
  }
}

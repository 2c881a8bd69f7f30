/// Where a heading ends that stands inside a running line.
///
/// One decision: every place between two words is a candidate; clues and words give each a score, and the highest wins.
enum HeadingEnd {
  /// Finds the end of the heading that `run` opens with.
  ///
  /// `run` is what stands behind `### ` up to the next heading or the end of the text: valid UTF-8. The answer counts
  /// bytes of `run`: where the heading's text ends, and where the body starts, behind the spaces. A run that is all
  /// heading gives its length twice. Allocates nothing, and looks at no more than the first few hundred bytes.
  static func find(in run: UnsafeBufferPointer<UInt8>) -> (heading: Int, body: Int) {
    find(in: run, by: .learned)
  }

  /// The same by other weights.
  static func find(in run: UnsafeBufferPointer<UInt8>, by weights: Weights) -> (heading: Int, body: Int) {
    behindNumber(of: run) { PlainQuestion($0, lexicon: weights.lexicon).end ?? weigh($0, by: weights).place } ?? (0, 0)
  }

  /// The same with what the rest of the story says, which is made only if the run alone leaves the end open.
  static func find(
    in run: UnsafeBufferPointer<UInt8>, by weights: Weights = .learned, story: () -> StoryEvidence?
  ) -> (heading: Int, body: Int) {
    behindNumber(of: run) { run in
      if let end = PlainQuestion(run, lexicon: weights.lexicon).end { return end }
      return withWeighed(run, by: weights) { opening in
        let alone = decide(opening, by: weights)
        guard !alone.isSure, let story = story() else { return alone.place }
        opening.weigh(with: story)
        return decide(opening, by: weights, vote: story.vote).place
      }
    } ?? (0, 0)
  }

  /// The end of a heading that is plainly a question; nil where the run has to be weighed.
  ///
  /// Reads no further than the question mark, so a caller that knows more of the run can ask this first.
  static func ofPlainQuestion(in run: UnsafeBufferPointer<UInt8>) -> (heading: Int, body: Int)? {
    behindNumber(of: run) { PlainQuestion($0, lexicon: Weights.learned.lexicon).end }
  }

  /// Where a heading ends whose end needs nothing of the rest of the story; 0 for another.
  static func surely(in run: UnsafeBufferPointer<UInt8>, by weights: Weights) -> Int {
    let end = behindNumber(of: run) { run in
      if let end = PlainQuestion(run, lexicon: weights.lexicon).end { return end }
      let decision = weigh(run, by: weights)
      return decision.isSure ? decision.place : nil
    }
    return end?.heading ?? 0
  }

  /// What `find` says of the words behind the number that a heading may open with, `1)` or `II.`, which ends nothing, and
  /// of further questions.
  @inline(__always)
  private static func behindNumber(
    of run: UnsafeBufferPointer<UInt8>, _ find: (UnsafeBufferPointer<UInt8>) -> (heading: Int, body: Int)?
  ) -> (heading: Int, body: Int)? {
    let width = Numbering.width(in: run)
    guard width > 0 else { return find(run).map { FollowingQuestion.extend($0, in: run) } }
    return find(UnsafeBufferPointer(rebasing: run[width...])).map {
      FollowingQuestion.extend(($0.heading + width, $0.body + width), in: run)
    }
  }

  /// A place and how far its score is above the next best one's.
  private struct Decision {
    var place: (heading: Int, body: Int)
    var lead: Int32
    /// Whether the lead is so large that the rest of the story hardly ever turns it.
    var isSure: Bool { lead >= 150 }
  }

  private static func weigh(_ run: UnsafeBufferPointer<UInt8>, by weights: Weights) -> Decision {
    withWeighed(run, by: weights) { decide($0, by: weights) }
  }

  /// Lends the first words of a run, weighed by themselves.
  @inline(__always)
  static func withWeighed<Result>(
    _ run: UnsafeBufferPointer<UInt8>, by weights: Weights, _ body: (LeadingWords) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: LeadingWords.capacity) { words in
      let opening = LeadingWords(run, words: words)
      opening.weigh(by: weights.lexicon)
      return body(opening)
    }
  }

  private static func decide(_ opening: LeadingWords, by weights: Weights, vote: Vote = .unknown) -> Decision {
    var best = 0
    var (top, second) = (Int32.min / 2, Int32.min / 2)
    visitScores(of: opening, by: weights, vote: vote) { index, score in
      if score > top {
        (best, top, second) = (index, score, top)
      } else if score > second {
        second = score
      }
    }
    return Decision(place: opening.split(before: best), lead: top - second)
  }

  /// Calls `take` with each candidate and its score.
  @inline(__always)
  static func visitScores(
    of opening: LeadingWords, by weights: Weights, vote: Vote, _ take: (Int, Int32) -> Void
  ) {
    weights.clues.withUnsafeBufferPointer { clues in
      Weights.places.withUnsafeBufferPointer { places in
        opening.visitCandidates { index, course, inside in
          let score = opening.score(at: index, course, vote, by: clues, places)
          take(index, inside &+ score &- opening.doubt(at: index))
        }
      }
    }
  }
}

extension LeadingWords {
  /// Calls `take` with each candidate, the counts up to it, and what the words inside its heading weigh.
  @inline(__always)
  func visitCandidates(_ take: (Int, Course, Int32) -> Void) {
    var course = Course()
    var inside: Int32 = 0
    var index = 1
    while index <= reach {
      if index > 1 { course.pass(words[index - 2].stop) }
      course.append(words[index - 1])
      inside &+= words[index - 1].roles[Role.inside.rawValue]
      if isCandidate(index) { take(index, course, inside) }
      index += 1
    }
  }

  /// What speaks for the body starting with word `index`, but for the words inside the heading.
  @inline(__always)
  func score(
    at index: Int, _ course: Course, _ vote: Vote, by clues: UnsafeBufferPointer<Int16>,
    _ places: UnsafeBufferPointer<Int>
  ) -> Int32 {
    var score: Int32 = 0
    visitRoles(at: index) { word, role in score &+= words[word].roles[role.rawValue] }
    visitClues(at: index, course, vote) { clue, place in score &+= Int32(clues[places[clue.rawValue] + place]) }
    return score
  }

  /// What a heading that would end inside a question has to outweigh: a question mark that closes the run's first
  /// sentence is the heading's end, unless the words say plainly that the body asks.
  @inline(__always)
  func doubt(at index: Int) -> Int32 {
    guard index < reach, words[reach - 1].stop == .question else { return 0 }
    return asks(index) && !asks(0) ? LeadingWords.doubtOfAsking : LeadingWords.doubt
  }

  /// In hundredths of a log-odds; chosen on public articles.
  private static var doubt: Int32 { 900 }
  private static var doubtOfAsking: Int32 { 60 }

  /// The heading's end and the body's start, if the body starts with word `index`; 0 stands for no body.
  func split(before index: Int) -> (heading: Int, body: Int) {
    if index == 0 || index >= count { return (run.count, run.count) }
    return (Int(words[index - 1].end), Int(words[index].start))
  }
}

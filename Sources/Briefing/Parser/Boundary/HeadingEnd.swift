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
    PlainQuestion(run, lexicon: weights.lexicon).end ?? weigh(run, by: weights)
  }

  /// The end of a heading that is plainly a question; nil where the run has to be weighed.
  ///
  /// Reads no further than the question mark, so a caller that knows more of the run can ask this first.
  static func ofPlainQuestion(in run: UnsafeBufferPointer<UInt8>) -> (heading: Int, body: Int)? {
    PlainQuestion(run, lexicon: Weights.learned.lexicon).end
  }

  private static func weigh(_ run: UnsafeBufferPointer<UInt8>, by weights: Weights) -> (heading: Int, body: Int) {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: LeadingWords.capacity) { words in
      let opening = LeadingWords(run, words: words)
      opening.look(up: weights.lexicon)
      var best = 0
      var top = Int32.min
      weights.clues.withUnsafeBufferPointer { clues in
        Weights.places.withUnsafeBufferPointer { places in
          opening.visitCandidates { index, course, inside in
            let score = inside &+ opening.score(at: index, course, by: clues, places)
            if score > top { (best, top) = (index, score) }
          }
        }
      }
      return opening.split(before: best)
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
    at index: Int, _ course: Course, by clues: UnsafeBufferPointer<Int16>, _ places: UnsafeBufferPointer<Int>
  ) -> Int32 {
    var score: Int32 = 0
    visitRoles(at: index) { word, role in score &+= words[word].roles[role.rawValue] }
    visitClues(at: index, course) { clue, place in score &+= Int32(clues[places[clue.rawValue] + place]) }
    return score
  }

  /// The heading's end and the body's start, if the body starts with word `index`; 0 stands for no body.
  func split(before index: Int) -> (heading: Int, body: Int) {
    if index == 0 || index >= count { return (run.count, run.count) }
    return (Int(words[index - 1].end), Int(words[index].start))
  }
}

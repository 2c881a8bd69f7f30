/// One place where a heading may end, and why it was chosen or not.
struct Candidate {
  /// Where the heading's text would end and the body start, in bytes of the run.
  var heading: Int
  var body: Int
  /// Log-odds in hundredths; the highest wins.
  var score: Int32
  /// What the score is made of: a clue with what it saw, or a word with the part it plays.
  var reasons: [(name: String, weight: Int32)]
}

extension HeadingEnd {
  /// Every candidate of a run with its reasons, the best one first. For people, not for speed.
  static func explain(_ run: UnsafeBufferPointer<UInt8>) -> [Candidate] {
    let width = Numbering.width(in: run)
    return explainWords(UnsafeBufferPointer(rebasing: run[width...])).map { candidate in
      var candidate = candidate
      candidate.heading += width
      candidate.body += width
      return candidate
    }
  }

  private static func explainWords(_ run: UnsafeBufferPointer<UInt8>) -> [Candidate] {
    let weights = Weights.learned
    return withUnsafeTemporaryAllocation(of: Word.self, capacity: LeadingWords.capacity) { words in
      let opening = LeadingWords(run, words: words)
      opening.weigh(by: weights.lexicon)
      var candidates: [Candidate] = []
      opening.visitCandidates { index, course, inside in
        let reasons =
          [("inside", inside), ("inside a question", -opening.doubt(at: index))]
          + opening.reasons(at: index, course, .unknown, by: weights)
        let (heading, body) = opening.split(before: index)
        let score = reasons.reduce(0) { $0 + $1.1 }
        candidates.append(Candidate(heading: heading, body: body, score: score, reasons: reasons))
      }
      return candidates.sorted { $0.score > $1.score }
    }
  }

  /// The best candidates of a text and their strongest reasons, a line each.
  static func why(_ text: String, candidates: Int = 3, reasons: Int = 12) -> String {
    var text = text
    return text.withUTF8 { run in
      explain(run).prefix(candidates).map { candidate in
        let heading = String(decoding: run[..<candidate.heading], as: UTF8.self)
        let strongest = candidate.reasons.sorted { abs($0.weight) > abs($1.weight) }.prefix(reasons)
        return strongest.reduce("\(candidate.score)  \(heading)\n") { $0 + "    \($1.weight)  \($1.name)\n" }
      }.joined()
    }
  }
}

extension LeadingWords {
  fileprivate func reasons(at index: Int, _ course: Course, _ vote: Vote, by weights: Weights) -> [(String, Int32)] {
    var reasons: [(String, Int32)] = []
    visitRoles(at: index) { word, role in
      let text = run[Int(words[word].start)..<Int(words[word].end)]
      reasons.append(("\(String(decoding: text, as: UTF8.self)) \(role)", words[word].roles[role.rawValue]))
    }
    visitClues(at: index, course, vote) { clue, place in
      let weight = Int32(weights.clues[Weights.places[clue.rawValue] + place])
      reasons.append(("\(clue) \(clue.label(of: place))", weight))
    }
    return reasons.filter { $0.1 != 0 }
  }
}

extension Clue {
  /// What a place in the clue's table stands for.
  fileprivate func label(of place: Int) -> String {
    let (one, two, three) = (place / axes.2 / axes.1, place / axes.2 % axes.1, place % axes.2)
    func shape(_ at: Int) -> String { "\(Shape.allCases[at])" }
    func stop(_ at: Int) -> String { "\(Stop.allCases[at])" }
    func style(_ at: Int) -> String { "\(Style.allCases[at])" }
    func nature(_ at: Int) -> String { "\(Nature.allCases[at])" }
    func script(_ at: Int) -> String { "\(Script.allCases[at])" }
    return switch self {
    case .edge: "\(shape(one)) \(stop(two)) ¦ \(shape(three))"
    case .start: "\(style(one)) ¦ \(shape(two)) \(shape(three))"
    case .extent: "\(style(one)) \(two + 1) words ¦ \(shape(three))"
    case .words, .letters, .sentence, .next: "\(script(two)) \(three)"
    case .opener: "\(shape(two)) \(stop(three))"
    case .course: "\(shape(two)) \(shape(three))"
    case .repetition, .capitals: "\(two) ¦ \(shape(three))"
    case .open: "\(Open.allCases[two]) \(stop(three))"
    case .asking: "\(two) \(stop(three))"
    case .question: "\(one) after \(two * 2) ¦ \(shape(three))"
    case .interrogative: "\(one) \(two) \(three)"
    case .trail: "\(shape(one)) \(shape(two)) ¦ \(shape(three))"
    case .sentences, .questions: "\(three)" + (two == 1 ? " in the whole run" : "")
    case .commas, .colons, .extentAsking: "\(three)"
    case .manner: "\(Vote.allCases[one]) \(style(two)) ¦ \(shape(three))"
    case .bodyCase: "\(two) odd, \(nature(three)), \(Vote.allCases[one])"
    case .headingCase: "\(two) odd, \(three) small, \(Vote.allCases[one])"
    case .capitalRun: "\(two) ¦ \(three), \(Vote.allCases[one])"
    case .natures: "\(nature(one)) ¦ \(nature(two)) \(nature(three))"
    case .sights: "\(Sight.allCases[one]) ¦ \(Sight.allCases[two]), \(nature(three))"
    case .echo: "\(two) of \(three * 4) words"
    case .cohesion: "\(two) ¦ \(three)"
    }
  }
}

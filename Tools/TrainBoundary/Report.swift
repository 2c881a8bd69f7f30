import Foundation

/// How often the boundary is right, by site and script, statements and questions apart.
struct Report {
  private var right: [String: (good: Int, all: Int)] = [:]
  private(set) var misses: [(Pair, Int)] = []

  /// Judges by given weights, or else as the program itself finds boundaries.
  init(_ pairs: [Pair], by weights: Weights? = nil) {
    for story in TrainingStory.all(in: pairs) {
      let evidence = story.evidence(by: weights ?? .learned)
      let before = misses.count
      for pair in story.pairs { judge(pair, by: weights ?? .learned, with: evidence) }
      if story.pairs.count > 1 {
        right["whole stories", default: (0, 0)].all += 1
        if misses.count == before { right["whole stories", default: (0, 0)].good += 1 }
      }
    }
  }

  private mutating func judge(_ pair: Pair, by weights: Weights, with story: StoryEvidence?) {
    let run = pair.run
    let (found, script) = run.withUnsafeBufferPointer { run in
      (HeadingEnd.find(in: run, by: weights) { story }.body, Report.script(of: run))
    }
    let gold = pair.body.isEmpty ? run.count : pair.gold
    let kind = Report.isQuestion(pair.heading) ? "questions" : "statements"
    for name in ["\(kind)", "\(kind) \(script)", "\(kind) site \(pair.site)"] {
      right[name, default: (0, 0)].all += 1
      if found == gold { right[name, default: (0, 0)].good += 1 }
    }
    if found != gold { misses.append((pair, found)) }
  }

  private static func script(of run: UnsafeBufferPointer<UInt8>) -> Script {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: LeadingWords.capacity) {
      LeadingWords(run, words: $0).script
    }
  }

  static func isQuestion(_ heading: String) -> Bool {
    guard let last = heading.last(where: { !"”\"»）)』」’! ".contains($0) }) else { return false }
    return "?？؟;".contains(last)
  }

  var text: String {
    right.sorted { $0.key < $1.key }.map { name, count in
      let share = String(format: "%5.1f %%", 100 * Double(count.good) / Double(max(1, count.all)))
      return "\(share)  \(count.good)/\(count.all)  \(name)"
    }.joined(separator: "\n")
  }
}

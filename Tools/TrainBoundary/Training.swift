import Foundation

/// One training: what it reads, what it leaves out for judging, where it writes.
struct Training {
  private var out = ""
  private var without: [String] = []
  private var vocabulary = 6000
  private var rounds = 5
  private var pull: Float = 2e-5
  private var misses = 0
  private var pairs: [Pair] = []

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    out = rest.popFirst() ?? ""
    while let argument = rest.popFirst() {
      switch argument {
      case "--without": without.append(rest.popFirst() ?? "")
      case "--words": vocabulary = Int(rest.popFirst() ?? "") ?? vocabulary
      case "--rounds": rounds = Int(rest.popFirst() ?? "") ?? rounds
      case "--pull": pull = Float(rest.popFirst() ?? "") ?? pull
      case "--misses": misses = Int(rest.popFirst() ?? "") ?? misses
      default: pairs += try Pair.read(argument)
      }
    }
  }

  func run() {
    let held = pairs.filter { without.contains($0.site) || $0.site.hasPrefix("judge") }
    let kept = Training.crossed(pairs.filter { !without.contains($0.site) && !$0.site.hasPrefix("judge") })
    var grams = Training.vocabulary(of: kept)
    grams.keep { $1 >= 8 }
    log("\(kept.count) pairs to learn from, \(held.count) held out, \(grams.keys.count) grams")
    var learner = learn(kept, grams, rounds: 3)
    let worth = grams.keys.indices.map { at in
      (learner.words[at] * learner.words[at]).sum().squareRoot() * log2f(Float(grams.counts[at]))
    }
    let floor = worth.sorted(by: >).dropFirst(vocabulary).first ?? 0
    grams.keep { at, _ in worth[at] > floor }
    learner = learn(kept, grams, rounds: rounds)
    let weights = learner.weights(grams)
    if !held.isEmpty {
      let report = Report(held, by: weights)
      log(report.text)
      for (pair, found) in report.misses.shuffled().prefix(misses) {
        let run = pair.run
        log("\(pair.site): \(pair.heading) ¦ \(pair.body.prefix(60))")
        log("      → \(String(decoding: run[..<min(found, run.count)], as: UTF8.self))")
      }
    }
    if out != "-" { Generated(weights: weights, grams: grams, learner: learner).write(to: out) }
  }

  private func learn(_ pairs: [Pair], _ grams: Grams, rounds: Int) -> Learner {
    var sizes: [String: Int] = [:]
    var samples = pairs.compactMap { pair -> (Sample, String)? in
      guard let sample = Sample(pair, grams: grams) else { return nil }
      let group = "\(pair.site) \(sample.script)"
      sizes[group, default: 0] += 1
      return (sample, group)
    }
    for at in samples.indices {
      samples[at].0.weight = min(2, (2000 / Float(sizes[samples[at].1] ?? 1)).squareRoot())
      if samples[at].0.isQuestion { samples[at].0.weight *= 5 }
      if samples[at].1.hasPrefix("news") { samples[at].0.weight = 3 }
    }
    var learner = Learner(grams: grams.keys.count, pull: pull)
    var order = SplitMix()
    let ready = samples.map(\.0)
    for round in 1...rounds { log("round \(round): loss \(learner.round(ready, &order))") }
    return learner
  }

  /// The briefings' headings and bodies are few, so each heading also meets three other bodies of its language. Theirs,
  /// and a few of the rest, stand alone as well: a text may be cut behind a heading.
  private static func crossed(_ pairs: [Pair]) -> [Pair] {
    let briefings = Dictionary(grouping: pairs.filter { $0.site.hasPrefix("news-") }, by: \.site)
    var order = SplitMix()
    var more: [Pair] = []
    for site in briefings.keys.sorted() {
      let group = briefings[site] ?? []
      for pair in group {
        for other in group.shuffled(using: &order).prefix(3) {
          more.append(Pair(site: site, heading: pair.heading, body: other.body))
        }
      }
    }
    more += asking(pairs, &order)
    for (at, pair) in pairs.enumerated() where at % (pair.site.hasPrefix("news-") ? 3 : 100) == 0 {
      more.append(Pair(site: pair.site, heading: pair.heading, body: ""))
    }
    return pairs + more
  }

  /// Statements whose bodies open with a question are rare in articles and common in briefings: a question and its answer
  /// become the body of a statement from the same site and script.
  private static func asking(_ pairs: [Pair], _ order: inout SplitMix) -> [Pair] {
    func script(_ pair: Pair) -> Script {
      pair.heading.unicodeScalars.lazy.map { Script($0.value) }.first { $0 != .none } ?? .none
    }
    let questions = Dictionary(grouping: pairs.filter { Report.isQuestion($0.heading) }) { "\($0.site) \(script($0))" }
    var more: [Pair] = []
    for pair in pairs where !Report.isQuestion(pair.heading) && Int.random(in: 0..<400, using: &order) == 0 {
      guard let question = questions["\(pair.site) \(script(pair))"]?.randomElement(using: &order) else { continue }
      more.append(Pair(site: pair.site, heading: pair.heading, body: question.heading + " " + question.body))
    }
    return more
  }

  private static func vocabulary(of pairs: [Pair]) -> Grams {
    var grams = Grams()
    for pair in pairs {
      pair.run.withUnsafeBufferPointer { run in
        withUnsafeTemporaryAllocation(of: Word.self, capacity: LeadingWords.capacity) { words in
          let opening = LeadingWords(run, words: words)
          for at in 0..<min(opening.count, 16) { grams.count(words[at], in: run) }
        }
      }
    }
    return grams
  }
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

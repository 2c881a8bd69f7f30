import Foundation

/// One training: what it reads, what it leaves out for judging, where it writes.
struct Training {
  private var out = ""
  private var without: [String] = []
  private var vocabulary = 6000
  private var rounds = 5
  private var pull: Float = 2e-5
  private var misses = 0
  /// What was learned before, which this learning goes on from.
  private var known: [PackedLexicon.Entry] = []
  private var table = "Tools/TrainBoundary/lexicon.tsv"
  private var casingWorth: Float = 0.5
  private var proseWeight: Float = 1.5
  private var headlineWeight: Float = 2
  private var pairs: [Pair] = []

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    out = rest.popFirst() ?? ""
    while let argument = rest.popFirst() {
      switch argument {
      case "--without": without.append(rest.popFirst() ?? "")
      case "--table": table = rest.popFirst() ?? table
      case "--casing": casingWorth = Float(rest.popFirst() ?? "") ?? casingWorth
      case "--prose": proseWeight = Float(rest.popFirst() ?? "") ?? proseWeight
      case "--headlines": headlineWeight = Float(rest.popFirst() ?? "") ?? headlineWeight
      case "--from":
        let text = try String(contentsOfFile: rest.popFirst() ?? "", encoding: .utf8)
        known = text.split(separator: "\n").compactMap { PackedLexicon.Entry($0) }
      case "--words": vocabulary = Int(rest.popFirst() ?? "") ?? vocabulary
      case "--rounds": rounds = Int(rest.popFirst() ?? "") ?? rounds
      case "--pull": pull = Float(rest.popFirst() ?? "") ?? pull
      case "--misses": misses = Int(rest.popFirst() ?? "") ?? misses
      default: pairs += try Pair.read(argument)
      }
    }
  }

  func run() throws {
    let held = pairs.filter { without.contains($0.site) || $0.site.hasPrefix("judge") }
    let kept = Training.crossed(
      pairs.filter { !without.contains($0.site) && !$0.site.hasPrefix("judge") })
    var grams = Training.vocabulary(of: kept)
    for entry in known { grams.insert(entry.name, entry.key) }
    let (all, old) = (grams, Set(known.map(\.key)))
    grams.keep { at, count in count >= 6 || all.casing(at) != .unknown || old.contains(all.keys[at])
    }
    log("\(kept.count) pairs to learn from, \(held.count) held out, \(grams.keys.count) grams")
    var learner = learn(kept, grams, rounds: 2)
    let worth = grams.keys.indices.map { at in
      let size = (learner.words[at] * learner.words[at]).sum().squareRoot()
      let telling =
        size * log2f(Float(max(grams.counts[at], old.contains(grams.keys[at]) ? 64 : 1)))
      return grams.casing(at) == .unknown
        ? telling : max(telling, log2f(Float(grams.counts[at])) * casingWorth)
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
    guard out != "-" else { return }
    let lexicon = PackedLexicon(learner.entries(grams))
    try Generated(weights: weights, lexicon: lexicon).write(to: out, table: table)
  }

  private func learn(_ pairs: [Pair], _ grams: Grams, rounds: Int) -> Learner {
    var sizes: [String: Int] = [:]
    var samples: [(Sample, String)] = []
    let casings = Learner(grams: grams.keys.count, pull: pull).weights(grams).lexicon
    var chance = SplitMix()
    for story in TrainingStory.all(in: pairs) {
      let words = story.pairs.count > 1 ? story.words : nil
      for index in story.pairs.indices {
        let pair = story.pairs[index]
        // A decision is first tried without the rest of the story, and the vote may be out.
        var evidence = words.map { story.evidence(without: index, words: $0) }
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: evidence = nil
        case 1: evidence?.vote = .unknown
        default: break
        }
        guard let sample = Sample(pair, grams: grams, lexicon: casings, story: evidence) else {
          continue
        }
        let group = "\(pair.site) \(sample.script)"
        sizes[group, default: 0] += 1
        samples.append((sample, group))
      }
    }
    for at in samples.indices {
      samples[at].0.weight = min(2, (2000 / Float(sizes[samples[at].1] ?? 1)).squareRoot())
      if samples[at].0.isQuestion { samples[at].0.weight *= 5 }
      if samples[at].1.hasPrefix("news") { samples[at].0.weight = 3 }
      if samples[at].1.hasPrefix("prose") { samples[at].0.weight = proseWeight }
      if samples[at].1.hasPrefix("headline") { samples[at].0.weight = headlineWeight }
    }
    var learner = Learner(grams: grams.keys.count, pull: pull)
    if !known.isEmpty { learner.go(on: known, grams) }
    var order = SplitMix()
    let ready = samples.map(\.0)
    for round in 1...rounds {
      log("round \(round): loss \(learner.round(ready, &order))")
      if round > 1 { learner.take() }
    }
    learner.settle()
    return learner
  }

  /// The briefings' headings and bodies are few, so each heading also meets three other bodies of its language, in stories
  /// of five; a third of the English ones in title case, and a few with a colon behind. Theirs, and a few of the rest,
  /// stand alone as well: a text may be cut behind a heading.
  private static func crossed(_ pairs: [Pair]) -> [Pair] {
    let briefings = Dictionary(grouping: pairs.filter { $0.site.hasPrefix("news-") }, by: \.site)
    var order = SplitMix()
    var more: [Pair] = []
    for site in briefings.keys.sorted() {
      let group = briefings[site] ?? []
      for round in 0..<3 {
        for (at, (one, other)) in zip(group.shuffled(using: &order), group.shuffled(using: &order))
          .enumerated()
        {
          let story = at / 5
          var heading = one.heading
          if site == "news-en", story % 3 == 0 { heading = titled(heading) }
          if story % 7 == 1, let last = heading.last, last.isLetter { heading += ":" }
          more.append(
            Pair(site: site, article: "\(round)-\(story)", heading: heading, body: other.body))
        }
      }
    }
    more += asking(pairs, &order)
    for (at, pair) in pairs.enumerated() where at % (pair.site.hasPrefix("news-") ? 3 : 100) == 0 {
      more.append(Pair(site: pair.site, heading: pair.heading, body: ""))
    }
    return pairs + more
  }

  /// The heading in English title case.
  private static func titled(_ heading: String) -> String {
    let small: Set<Substring> = [
      "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "by", "with", "for", "but",
    ]
    return heading.split(separator: " ").enumerated().map { at, word in
      at > 0 && small.contains(word) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  /// Statements whose bodies open with a question are rare in articles and common in briefings: a question and its answer
  /// become the body of a statement from the same site and script.
  private static func asking(_ pairs: [Pair], _ order: inout SplitMix) -> [Pair] {
    func script(_ pair: Pair) -> Script {
      pair.heading.unicodeScalars.lazy.map { Script($0.value) }.first { $0 != .none } ?? .none
    }
    let questions = Dictionary(grouping: pairs.filter { Report.isQuestion($0.heading) }) {
      "\($0.site) \(script($0))"
    }
    var more: [Pair] = []
    for pair in pairs
    where !Report.isQuestion(pair.heading) && Int.random(in: 0..<400, using: &order) == 0 {
      guard let question = questions["\(pair.site) \(script(pair))"]?.randomElement(using: &order)
      else { continue }
      more.append(
        Pair(site: pair.site, heading: pair.heading, body: question.heading + " " + question.body))
    }
    return more
  }

  private static func vocabulary(of pairs: [Pair]) -> Grams {
    var grams = Grams()
    for pair in pairs {
      pair.run.withUnsafeBufferPointer { run in
        withUnsafeTemporaryAllocation(of: Word.self, capacity: LeadingWords.capacity) { words in
          let opening = LeadingWords(run, words: words)
          for at in 0..<min(opening.count, LeadingWords.knownWords) {
            if at < 16 { grams.count(words[at], in: run) }
            if Int(words[at].start) > pair.gold, words[at - 1].stop == .none {
              grams.noteCase(words[at])
            }
          }
        }
      }
    }
    return grams
  }
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

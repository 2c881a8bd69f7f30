/// Which section of another version each section of a story became.
///
/// By its heading, if only one section asks it; by the sentences that stand in it; by its turn among those that ask the
/// same; at last by the words of its heading. Made in one pass over both.
public struct SectionMatch {
  private let found: [Int?]
  private let nearest: [Int?]

  public init(from old: Story, to new: Story) {
    var finding = SectionFinding(from: old, to: new)
    found = finding.run()
    nearest = Self.nearest(to: found, count: new.sections.count)
  }

  /// The section that asks or says the same; nil if there is none.
  subscript(section: Int) -> Int? {
    found.indices.contains(section) ? found[section] : nil
  }

  /// That section, or what stands where it stood; nil only if there are no sections.
  public func nearest(to section: Int) -> Int? {
    nearest.isEmpty ? nil : nearest[min(max(0, section), nearest.count - 1)]
  }

  /// Of a section that is gone: the one between the same neighbours, or else the one after it, or before.
  private static func nearest(to found: [Int?], count: Int) -> [Int?] {
    guard count > 0 else { return Array(repeating: nil, count: found.count) }
    var following: [Int?] = Array(repeating: nil, count: found.count)
    for index in found.indices.reversed() {
      following[index] = found[index] ?? (index + 1 < found.count ? following[index + 1] : nil)
    }
    var previous = -1
    return found.indices.map { index in
      if let same = found[index] {
        previous = same
        return same
      }
      let isRoom = previous + 1 < following[index] ?? count
      let replaced = previous + 1
      // The next one that is gone stands behind it, if there are more in between.
      if isRoom { previous += 1 }
      return isRoom ? replaced : following[index] ?? previous
    }
  }
}

/// Finds the sections of a story again in another version.
private struct SectionFinding {
  private let old: [Section]
  private let new: [Section]
  private var found: [Int?]
  private var taken: Set<Int> = []

  init(from old: Story, to new: Story) {
    self.old = old.sections
    self.new = new.sections
    found = Array(repeating: nil, count: old.sections.count)
  }

  mutating func run() -> [Int?] {
    let (before, after) = (Self.turns(of: old), Self.turns(of: new))
    for (meaning, turns) in before where turns.count == 1 {
      if let others = after[meaning], others.count == 1 { match(turns[0], others[0]) }
    }
    matchBySentences()
    for (meaning, turns) in before {
      let free = (after[meaning] ?? []).filter { !taken.contains($0) }
      for (section, other) in zip(turns.filter { found[$0] == nil }, free) { match(section, other) }
    }
    matchByWords()
    return found
  }

  private mutating func match(_ section: Int, _ other: Int) {
    found[section] = other
    taken.insert(other)
  }

  private static func turns(of sections: [Section]) -> [Meaning: [Int]] {
    Dictionary(grouping: sections.indices) { Meaning(of: sections[$0].heading) }
  }

  /// What was said in a section may by now stand under another heading, also under one that was there before.
  private mutating func matchBySentences() {
    let rest = old.indices.filter { found[$0] == nil }
    guard !rest.isEmpty else { return }
    let index = Self.index(new.map { $0.blocks.flatMap { Sentences.texts(in: $0.text) } }, atMost: 1)
    for section in rest {
      var votes: [Int: Int] = [:]
      for sentence in old[section].blocks.flatMap({ Sentences.texts(in: $0.text) }) {
        for other in index[sentence] ?? [] { votes[other, default: 0] += sentence.utf8.count }
      }
      if let best = Self.best(of: votes) { match(section, best.section) }
    }
  }

  /// A heading that was worded anew has half of its words in common with itself.
  private mutating func matchByWords() {
    let rest = old.indices.filter { found[$0] == nil }
    guard !rest.isEmpty else { return }
    let words = new.indices.map { taken.contains($0) ? [] : Self.words(of: new[$0]) }
    // A word that many headings have says nothing, and would cost the square of their number.
    let index = Self.index(words, atMost: 8)
    for section in rest {
      let mine = Self.words(of: old[section])
      var votes: [Int: Int] = [:]
      for word in mine {
        for other in index[word] ?? [] where !taken.contains(other) { votes[other, default: 0] += 1 }
      }
      guard let best = Self.best(of: votes) else { continue }
      if best.votes * 2 >= min(mine.count, words[best.section].count) { match(section, best.section) }
    }
  }

  private static func words(of section: Section) -> [String] {
    Array(Set(Meaning(of: section.heading).key.split(separator: " ").map(String.init)))
  }

  /// In which sections a text stands; of texts that stand in more than `most`, nothing is known.
  private static func index(_ texts: [[String]], atMost most: Int) -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    for (section, texts) in texts.enumerated() {
      for text in texts where index[text]?.last != section && index[text]?.count ?? 0 <= most {
        index[text, default: []].append(section)
      }
    }
    return index.filter { $0.value.count <= most }
  }

  private static func best(of votes: [Int: Int]) -> (section: Int, votes: Int)? {
    votes.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }
}

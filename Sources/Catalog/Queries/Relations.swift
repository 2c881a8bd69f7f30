import Briefing
import GRDB

import func Foundation.log2

/// What other stories have in common with one.
struct Relations {
  private let database: Database
  private let number: Int64
  private let story: Story
  private let stories: Double
  private var found: [Int64: Shared] = [:]

  private struct Shared {
    var weight = 0.0
    var sources: [String] = []
    var meanings: [Meaning] = []
    var words: [String] = []
  }

  /// How many of the newest stories are looked at for each thing that may be shared.
  private static let reach = 40
  /// What is shared says nothing where it weighs less than this in all: as much as a thing that half of the stories have.
  private static let leastWeight = 1.0
  /// How many different words of the story are looked up; each costs some 80 µs.
  private static let mostWords = 100
  private static let mostShown = 6
  /// How many sources, the rarest, and how many questions, the first, are looked up; each costs some 50 µs.
  private static let mostThings = 500

  /// Nil if the story is not there.
  init?(of number: Int64, in database: Database) throws {
    guard let story = try StoryTable.reading(number, in: database)?.story else { return nil }
    self.database = database
    self.number = number
    self.story = story
    stories = Double(max(2, try Figures.stories(in: database)))
    try addSources()
    try addQuestions()
    try addWords()
  }

  func closest(_ limit: Int) throws -> [Related] {
    let closest = found.filter { $0.value.weight >= Self.leastWeight }.sorted { left, right in
      (left.value.weight, left.key) > (right.value.weight, right.key)
    }
    var related: [Related] = []
    for (number, shared) in closest where related.count < limit {
      guard try StoryTable.place(ofShown: number, in: database) != nil,
        let row = try StoryQueries.row(number, in: database)
      else { continue }
      related.append(
        Related(
          row: row, sources: shared.sources, questions: try questions(shared.meanings, in: number),
          words: Array(shared.words.prefix(Self.mostShown))))
    }
    return related
  }

  private mutating func addSources() throws {
    let citing = try Sources.citingStories(story.sources, in: database)
    // What no other story cites leads to none.
    let shared = citing.filter { $0.value > 1 }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    for (host, count) in shared.prefix(Self.mostThings) {
      for number in try newest(Match.cites(host)) {
        share(with: number, weight: weight(of: count)) { $0.sources.append(host) }
      }
    }
  }

  private mutating func addQuestions() throws {
    var seen: Set<Meaning> = []
    for meaning in story.sections.lazy.filter(\.isQuestion).map({ Meaning(of: $0.heading) })
    where seen.insert(meaning).inserted {
      if seen.count > Self.mostThings { break }
      let numbers = try newest(Match.asks(meaning))
      // Where many ask it, how many they are does not matter much: the figure is a lower bound.
      for number in numbers {
        let weight = numbers.count < Self.reach ? weight(of: numbers.count) : 0.1
        share(with: number, weight: weight) { $0.meanings.append(meaning) }
      }
    }
  }

  /// A word that more other stories have than this is not rare.
  private var mostForRare: Int { max(2, min(20, Int(stories) / 50)) }

  private mutating func addWords() throws {
    var shared: [(spelling: String, numbers: [Int64])] = []
    for spelling in try words() {
      let match = "{headings body} : " + Match.phrase(spelling, isPrefix: false)
      let numbers = try newest(match, limit: mostForRare + 1)
      if (1...mostForRare).contains(numbers.count) { shared.append((spelling, numbers)) }
    }
    shared.sort { $0.numbers.count < $1.numbers.count }
    for (spelling, numbers) in shared {
      for number in numbers {
        share(with: number, weight: weight(of: numbers.count + 1) / 2) { $0.words.append(spelling) }
      }
    }
  }

  private mutating func share(with number: Int64, weight: Double, _ body: (inout Shared) -> Void) {
    var shared = found[number] ?? Shared()
    shared.weight += weight
    body(&shared)
    found[number] = shared
  }

  /// The rarer, the more it says.
  private func weight(of count: Int) -> Double {
    log2(max(1, stories / Double(max(1, count))))
  }

  /// The newest other stories that an expression finds.
  private func newest(_ match: String, limit: Int = reach) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?")
    return try Int64.fetchAll(statement, arguments: [match, limit + 1]).filter { $0 != number }
  }

  /// The different words of the story, each as it is spelt first: names and figures first, which are the rare ones, then
  /// the others in the order of the text.
  private func words() throws -> [String] {
    let tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: LookupSchema.tokenizer))
    var names: [String] = []
    var others: [String] = []
    var seen: Set<[UInt8]> = []
    let texts = [story.headline] + story.summary + story.sections.map(\.heading) + story.blocks.map(\.text)
    for text in texts where names.count < Self.mostWords {
      let bytes = Array(text.utf8)
      tokenizer.forEachToken(of: text) { token, range in
        guard token.count > 3, seen.insert(Array(token)).inserted else { return }
        let spelling = String(decoding: bytes[range], as: UTF8.self)
        if spelling.first.map({ $0.isUppercase || $0.isNumber }) ?? false {
          names.append(spelling)
        } else if others.count < Self.mostWords {
          others.append(spelling)
        }
      }
    }
    return Array((names + others).prefix(Self.mostWords))
  }

  /// How the other story words what both ask.
  private func questions(_ meanings: [Meaning], in number: Int64) throws -> [String] {
    guard !meanings.isEmpty else { return [] }
    let wanted = Set(meanings)
    let sections = try StoryTable.reading(number, in: database)?.story.sections ?? []
    return sections.filter(\.isQuestion).map(\.heading).filter { wanted.contains(Meaning(of: $0)) }
  }
}

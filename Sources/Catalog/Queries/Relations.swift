import Briefing
import GRDB

import func Foundation.log2

/// What other stories have in common with one: sources, questions, names and words that few stories have.
///
/// First the index of words tells which stories have the same, then the closest of these are read, and only what both are about
/// counts (`Topics`). What weighs too little in all is no reason.
struct Relations {
  private let database: Database
  private let tokenizer: any FTS5Tokenizer
  private let number: Int64
  private let story: Story
  private let topics: Topics
  private let stories: Double
  private var found: [Int64: Shared] = [:]

  private struct Shared {
    var weight = 0.0
    var sources: [String] = []
    var meanings: [Meaning] = []
    var names: [Weighed] = []
    var words: [Weighed] = []

    var hasMoreThanWords: Bool { !sources.isEmpty || !meanings.isEmpty || !names.isEmpty }
  }

  private struct Weighed {
    var topic: Topics.Topic
    var weight: Double
    /// Whether the capital may only be that of an opening.
    var isDoubtful = false
  }

  /// How many of the newest stories are looked at for each thing that may be shared.
  private static let reach = 40
  /// What two stories that have it alone weighs 1; less than this in all is no reason.
  private static let leastWeight = 0.75
  /// A word says half of what a name or a source says.
  private static let weightOfWord = 0.5
  /// Among fewer stories, few have any word, and a word alone is no reason.
  private static let leastForWords = 1_000.0
  /// How many of the closest are read to see whether they are about the same; each costs up to a millisecond.
  private static let mostRead = 30
  private static let mostShown = 6
  /// How many sources, the rarest, and how many questions, the first, are looked up; each costs some 50 µs.
  private static let mostThings = 500

  /// Nil if the story is not there.
  init?(of number: Int64, in database: Database) throws {
    guard let story = try StoryTable.reading(number, in: database)?.story else { return nil }
    self.database = database
    self.number = number
    self.story = story
    tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: LookupSchema.tokenizer))
    topics = Topics(of: story, tokenizer)
    stories = Double(max(2, try Figures.stories(in: database)))
    try addSources()
    try addQuestions()
    try addTopics()
  }

  func closest(_ limit: Int) throws -> [Related] {
    let candidates = found.filter { $0.value.weight >= Self.leastWeight }.sorted(by: isCloser).prefix(Self.mostRead)
    var verified: [(key: Int64, value: Shared)] = []
    var questions: [Int64: [String]] = [:]
    for (number, shared) in candidates {
      guard try StoryTable.place(ofShown: number, in: database) != nil,
        let other = try StoryTable.reading(number, in: database)?.story
      else { continue }
      let shared = confirmed(shared, by: other)
      guard shared.weight >= Self.leastWeight, stories >= Self.leastForWords || shared.hasMoreThanWords else {
        continue
      }
      verified.append((number, shared))
      questions[number] = Self.questions(shared.meanings, in: other)
    }
    return try verified.sorted(by: isCloser).prefix(max(0, limit)).compactMap { number, shared in
      guard let row = try StoryQueries.row(number, in: database) else { return nil }
      return Related(
        row: row, sources: shared.sources, questions: questions[number] ?? [],
        words: Array((shared.names + shared.words).map(\.topic.spelling).prefix(Self.mostShown)))
    }
  }

  private func isCloser(_ left: (key: Int64, value: Shared), _ right: (key: Int64, value: Shared)) -> Bool {
    (left.value.weight, left.key) > (right.value.weight, right.key)
  }

  /// Only what the other story is about as well; of words, those that one of the two headlines has.
  private func confirmed(_ shared: Shared, by other: Story) -> Shared {
    var shared = shared
    let topics = Topics(of: other, tokenizer)
    let headlines = topics.headline.union(self.topics.headline)
    let names = Set(topics.names.map(\.key))
    let capitals = names.union(topics.openings.map(\.key))
    let words = Set(topics.words.map(\.key)).intersection(headlines)
    let before = (shared.names + shared.words).reduce(0) { $0 + $1.weight }
    shared.names.removeAll { !($0.isDoubtful ? names : capitals).contains($0.topic.key) }
    let named = Set(shared.names.flatMap { $0.topic.key.split(separator: " ").map(String.init) })
    shared.words.removeAll { word in
      !words.contains(word.topic.key) || FoldedText.words(of: word.topic.spelling).contains(where: named.contains)
    }
    shared.weight += (shared.names + shared.words).reduce(0) { $0 + $1.weight } - before
    return shared
  }

  private mutating func addSources() throws {
    let citing = try Sources.citingStories(story.sources, in: database)
    // What no other story cites leads to none; what every third cites, every story cites sooner or later.
    let shared = citing.filter { $0.value > 1 && ($0.value == 2 || Double($0.value) * 3 <= stories) }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    for (host, count) in shared.prefix(Self.mostThings) {
      for number in try newest(Match.cites(host)) {
        share(with: number, weight: weight(of: count)) { $0.sources.append(host) }
      }
    }
  }

  /// A question that many stories ask, or that any story could ask, is no reason.
  private mutating func addQuestions() throws {
    var seen: Set<Meaning> = []
    for meaning in story.sections.lazy.filter(\.isQuestion).map({ Meaning(of: $0.heading) })
    where meaning.isTelling && seen.insert(meaning).inserted {
      if seen.count > Self.mostThings { break }
      let numbers = try newest(Match.asks(meaning), limit: mostForRare + 1)
      guard (1...mostForRare).contains(numbers.count) else { continue }
      for number in numbers {
        share(with: number, weight: weight(of: numbers.count + 1)) { $0.meanings.append(meaning) }
      }
    }
  }

  /// What more other stories have than this is not rare.
  private var mostForRare: Int { max(2, min(20, Int(stories) / 50)) }

  private mutating func addTopics() throws {
    for (topics, isDoubtful) in [(topics.names, false), (topics.openings, true)] {
      try add(topics, factor: 1) { $0.names.append(Weighed(topic: $1, weight: $2, isDoubtful: isDoubtful)) }
    }
    try add(topics.words, factor: Self.weightOfWord) { $0.words.append(Weighed(topic: $1, weight: $2)) }
  }

  /// The rarest first.
  private mutating func add(
    _ topics: [Topics.Topic], factor: Double, _ note: (inout Shared, Topics.Topic, Double) -> Void
  ) throws {
    var rare: [(topic: Topics.Topic, numbers: [Int64])] = []
    for topic in topics {
      let match = "{headings body} : " + Match.phrase(topic.spelling, isPrefix: false)
      let numbers = try newest(match, limit: mostForRare + 1)
      if (1...mostForRare).contains(numbers.count) { rare.append((topic, numbers)) }
    }
    for (topic, numbers) in rare.sorted(by: { $0.numbers.count < $1.numbers.count }) {
      let weight = factor * weight(of: numbers.count + 1)
      for number in numbers { share(with: number, weight: weight) { note(&$0, topic, weight) } }
    }
  }

  private mutating func share(with number: Int64, weight: Double, _ body: (inout Shared) -> Void) {
    var shared = found[number] ?? Shared()
    shared.weight += weight
    body(&shared)
    found[number] = shared
  }

  /// The rarer, the more it says: 1 for what two stories have, and nothing for what all have.
  private func weight(of count: Int) -> Double {
    max(0, log2((stories + 1) / Double(max(1, count))) / log2((stories + 1) / 2))
  }

  /// The newest other stories that an expression finds.
  private func newest(_ match: String, limit: Int = reach) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?")
    return try Int64.fetchAll(statement, arguments: [match, limit + 1]).filter { $0 != number }
  }

  /// How the other story words what both ask.
  private static func questions(_ meanings: [Meaning], in story: Story) -> [String] {
    let wanted = Set(meanings)
    return story.sections.filter(\.isQuestion).map(\.heading).filter { wanted.contains(Meaning(of: $0)) }
  }
}

extension Meaning {
  /// Whether it asks something of its own: three words that have a sense, or as much in a script without spaces.
  fileprivate var isTelling: Bool {
    !isClosing && (key.split(separator: " ").count >= 3 || key.utf8.count >= 18)
  }
}

import Briefing
import GRDB

/// What a story is about: the names in it, and the words that it comes back to.
struct Topics {
  /// A name, or a word, as it is spelt first.
  struct Topic: Hashable {
    /// Folded, and a word by its stem.
    var key: String
    var spelling: String
  }

  /// Names that stand within sentences.
  private(set) var names: [Topic] = []
  /// Words with a capital where every word has one; they may be names.
  private(set) var openings: [Topic] = []
  /// Words that a heading has, or that come again, in the order of the text.
  private(set) var words: [Topic] = []
  /// The keys of the words in the headline.
  private(set) var headline: Set<String> = []

  init(of story: Story, _ tokenizer: any FTS5Tokenizer) {
    addNames(of: story)
    addWords(of: story, tokenizer)
  }

  private mutating func addNames(of story: Story) {
    var (runs, count): ([CapitalRuns.Run], Int) = ([], 0)
    // A headline may have a capital on every word.
    let titles = ([story.headline] + story.sections.map(\.heading)).flatMap { CapitalRuns.find(in: $0).runs }
    for text in story.summary + story.blocks.map(\.text) where count < Self.mostRead {
      let found = CapitalRuns.find(in: text)
      runs += found.runs
      count += found.words
    }
    let inside = runs.filter { !$0.isOpening }
    let single = inside.count { $0.words.count == 1 }
    let isCapitalising = count >= Self.leastRead && single * Self.leastWordsForEach > count
    names = Self.topics(inside.filter { !isCapitalising || $0.words.count > 1 }, Self.mostNames)
    let known = Set(names.map(\.key))
    let others = (runs.filter(\.isOpening) + titles).flatMap(\.readings)
    openings = Self.topics(isCapitalising ? [] : others, Self.mostOpenings).filter { !known.contains($0.key) }
  }

  private static func topics(_ runs: [CapitalRuns.Run], _ most: Int) -> [Topic] {
    var topics: [Topic] = []
    var seen: Set<String> = []
    for run in runs where topics.count < most {
      let words = run.words.flatMap { FoldedText.words(of: $0) }
      guard !words.allSatisfy(calendar.contains) else { continue }
      let key = words.joined(separator: " ")
      if seen.insert(key).inserted { topics.append(Topic(key: key, spelling: run.words.joined(separator: " "))) }
    }
    return topics
  }

  private mutating func addWords(of story: Story, _ tokenizer: any FTS5Tokenizer) {
    var counts: [[UInt8]: Int] = [:]
    var order: [(token: [UInt8], spelling: String)] = []
    func add(_ text: String, weight: Int) {
      let bytes = Array(text.utf8)
      tokenizer.forEachToken(of: text) { token, range in
        guard token.count > 3, !Self.isNumber(token) else { return }
        let token = Array(token)
        let count = counts[token]
        counts[token] = (count ?? 0) + weight
        if count == nil, order.count < Self.mostRead {
          order.append((token, String(decoding: bytes[range], as: UTF8.self)))
        }
      }
    }
    // What a title names is what it is about.
    for text in [story.headline] + story.sections.map(\.heading) { add(text, weight: Self.often) }
    for text in story.summary + story.blocks.map(\.text) { add(text, weight: 1) }
    headline = Set(tokenizer.tokens(of: story.headline).map { String(decoding: $0, as: UTF8.self) })
    words = order.lazy.filter { counts[$0.token, default: 0] >= Self.often }.prefix(Self.mostWords).map {
      Topic(key: String(decoding: $0.token, as: UTF8.self), spelling: $0.spelling)
    }
  }

  private static func isNumber(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    token.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true
  }

  /// How often a word comes that a story is about.
  private static let often = 2
  /// How many words are looked at; beyond, a story repeats itself.
  private static let mostRead = 5_000
  /// How many names and words are looked up; each costs some 80 µs.
  private static let mostNames = 40
  private static let mostOpenings = 20
  private static let mostWords = 60
  /// In a language that gives every noun a capital, more than one word in eight has one: there it tells no name.
  private static let leastWordsForEach = 8
  /// Fewer words do not tell which language it is.
  private static let leastRead = 60

  /// Capitals that every story has sooner or later.
  private static let calendar: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "mr", "mrs", "ms", "dr",
  ]
}

extension CapitalRuns.Run {
  /// The run as it stands, and without its first word, which may only open the sentence.
  fileprivate var readings: [CapitalRuns.Run] {
    [self] + (words.count > 1 ? [CapitalRuns.Run(words: Array(words.dropFirst()), isOpening: true)] : [])
  }
}

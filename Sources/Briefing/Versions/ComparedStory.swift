extension Story {
  /// Whether this story and another are two versions of one, as far as their words tell: see `ComparedStory`.
  public func isVersion(of other: Story) -> Bool {
    ComparedStory(self).isVersion(of: ComparedStory(other))
  }
}

/// What a story says and asks, ready to be compared with what others say. Costs one pass over its words.
public struct ComparedStory: Sendable {
  /// A text with fewer bytes than this, two short sentences, proves little.
  private static let little = 120

  private let headline: String
  private let url: String?
  private var sentences: [String: Sentence] = [:]
  private let questions: Set<Meaning>
  /// The bytes of all sentences, each counted once; and those of the sentences in answers.
  private var weight = 0
  private var answers = 0

  public init(_ story: Story) {
    headline = FoldedText.words(of: story.headline).joined(separator: " ")
    url = story.url
    questions = Set(story.sections.map { Meaning(of: $0.heading) }.filter { !$0.isClosing })
    for section in story.sections { for paragraph in section.blocks { add(paragraph.text, isAnswer: true) } }
    for bullet in story.summary { add(bullet, isAnswer: false) }
    for paragraph in story.lede { add(paragraph.text, isAnswer: false) }
  }

  /// Whether much of both is the same: sentences that are so word for word, but for case, accents and punctuation, or that
  /// name the same names and figures in mostly the same words.
  ///
  /// Under one headline, or from one address, a third of what the shorter one says is enough, and less where it asks the same
  /// questions; under another headline it has to be half, and of a text that is long enough to prove something. Where both have
  /// answers, as much of these has to be the same: a column that comes every day has its greeting and its questions in
  /// common with the day before, and is another story each time. Both ways round the answer is the same.
  public func isVersion(of other: ComparedStory) -> Bool {
    let least = min(weight, other.weight)
    // Where one says nothing, only the address can tell.
    guard least > 0 else { return url != nil && url == other.url }
    let shared = shared(with: other)
    guard headline == other.headline || url != nil && url == other.url else {
      return least >= Self.little && shared.isPart(2, of: self, other)
    }
    if least < Self.little { return shared.all * 2 >= least }
    return shared.isPart(3, of: self, other)
      || shared.all * 5 >= least && shared.answers * 4 >= min(answers, other.answers) && asksMuch(of: other)
  }

  private mutating func add(_ text: String, isAnswer: Bool) {
    for text in Sentences.texts(in: text) {
      let sentence = Sentence(text, isAnswer: isAnswer)
      guard !sentence.words.isEmpty, sentences.updateValue(sentence, forKey: sentence.key) == nil else { continue }
      weight += sentence.weight
      if isAnswer { answers += sentence.weight }
    }
  }

  /// Whether two thirds of the questions of one are asked by the other; fewer than three prove nothing.
  private func asksMuch(of other: ComparedStory) -> Bool {
    let least = min(questions.count, other.questions.count)
    return least >= 3 && questions.intersection(other.questions).count * 3 >= least * 2
  }
}

extension ComparedStory {
  /// How many bytes two stories share.
  private struct Shared {
    var all = 0
    var answers = 0

    /// Whether it is one part in so many of the shorter story, and of its answers.
    func isPart(_ parts: Int, of one: ComparedStory, _ other: ComparedStory) -> Bool {
      all * parts >= min(one.weight, other.weight) && answers * parts >= min(one.answers, other.answers)
    }
  }

  /// Sentences of the one that has fewer are sought in the other; what is not there word for word is sought reworded.
  private func shared(with other: ComparedStory) -> Shared {
    let (few, many) =
      (sentences.count, headline) < (other.sentences.count, other.headline) ? (self, other) : (other, self)
    var shared = Shared()
    func count(_ one: Sentence, _ two: Sentence) {
      shared.all += min(one.weight, two.weight)
      if one.isAnswer, two.isAnswer { shared.answers += min(one.weight, two.weight) }
    }
    var rest: [Sentence] = []
    for (key, sentence) in few.sentences {
      if let same = many.sentences[key] { count(sentence, same) } else { rest.append(sentence) }
    }
    guard !rest.isEmpty else { return shared }
    var reworded: [Set<String>: [Sentence]] = [:]
    for (key, sentence) in many.sentences where few.sentences[key] == nil {
      reworded[sentence.facts, default: []].append(sentence)
    }
    for sentence in rest {
      guard let match = reworded[sentence.facts]?.prefix(Self.mostCompared).first(where: sentence.isReworded) else {
        continue
      }
      count(sentence, match)
    }
    return shared
  }

  private static let mostCompared = 32
}

/// A sentence as it is compared.
private struct Sentence: Sendable {
  let key: String
  let words: Set<String>
  /// The names and figures in it: what has others tells of something else, however alike the words are.
  let facts: Set<String>
  let isAnswer: Bool

  init(_ text: String, isAnswer: Bool) {
    let words = FoldedText.words(of: text)
    key = words.joined(separator: " ")
    self.words = Set(words)
    self.isAnswer = isAnswer
    facts = Self.facts(in: text)
  }

  var weight: Int { key.utf8.count }

  /// Whether two thirds of the words of both are the same.
  func isReworded(_ other: Sentence) -> Bool {
    let least = min(words.count, other.words.count)
    let shared = words.intersection(other.words).count
    return least >= 4 && shared * 3 >= max(words.count, other.words.count) * 2
  }

  /// Words with a digit in them, and words with a capital but for the first.
  private static func facts(in text: String) -> Set<String> {
    var facts: Set<String> = []
    for (place, word) in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }).enumerated() {
      let hasDigit = word.utf8.contains { (0x30...0x39).contains($0) }
      let hasCapital = place > 0 && (word.unicodeScalars.first?.properties.isUppercase ?? false)
      if hasDigit || hasCapital { facts.formUnion(FoldedText.words(of: String(word))) }
    }
    return facts
  }
}

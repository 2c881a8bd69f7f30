extension Story {
  /// Whether this story and one that shares its address, its headline or its file's name are two versions of one.
  ///
  /// They are where much of their text is the same: a third of what the shorter one says, word for word but for case,
  /// accents and punctuation; less where they ask the same questions, more where there is little text. A column that
  /// comes every day under one headline has other text, and is another story each time. Both ways round the answer is
  /// the same. Costs one pass over the words of both.
  public func isVersion(of other: Story) -> Bool {
    let (mine, others) = (Said(in: self), Said(in: other))
    let least = min(mine.weight, others.weight)
    // Where one says nothing, only the address can tell.
    guard least > 0 else { return url != nil && url == other.url }
    let shared = mine.weight(sharedWith: others)
    if least < Said.little { return shared * 2 >= least }
    return shared * 3 >= least || shared * 5 >= least && mine.asksMuch(of: others)
  }
}

/// What a story says and asks, in pieces that can be looked up.
private struct Said {
  /// A text with fewer bytes than this, two short sentences, proves little.
  static let little = 120

  private var sentences: Set<String> = []
  private var questions: Set<Meaning> = []
  /// The bytes of all sentences, each counted once.
  private(set) var weight = 0

  init(in story: Story) {
    for bullet in story.summary { add(bullet) }
    for paragraph in story.blocks { add(paragraph.text) }
    questions = Set(story.sections.map { Meaning(of: $0.heading) }.filter { !$0.isClosing })
  }

  private mutating func add(_ text: String) {
    for sentence in Sentences.texts(in: text) {
      let words = FoldedText.words(of: sentence).joined(separator: " ")
      if !words.isEmpty, sentences.insert(words).inserted { weight += words.utf8.count }
    }
  }

  func weight(sharedWith other: Said) -> Int {
    let (few, many) = sentences.count < other.sentences.count ? (self, other) : (other, self)
    return few.sentences.reduce(0) { many.sentences.contains($1) ? $0 + $1.utf8.count : $0 }
  }

  /// Whether two thirds of the questions of one are asked by the other; fewer than three prove nothing.
  func asksMuch(of other: Said) -> Bool {
    let least = min(questions.count, other.questions.count)
    return least >= 3 && questions.intersection(other.questions).count * 3 >= least * 2
  }
}

/// Where a headline ends behind which the first paragraph stands on the same line.
///
/// A wrong cut is worse than none: ordinary headlines are long, have colons, quotations, names and two sentences. So the
/// decision that ends headings has to be sure, of all places and of this one, and the paragraph has to open with a word that
/// has no other reason to be in capitals: `Rice falls for a third week The harvest came early.`
struct HeadlineEnd {
  /// How many words a headline that is told from its paragraph may have.
  private static var lengths: ClosedRange<Int> { 4...20 }
  /// In hundredths of a log-odds; chosen on the corpus: what an end has to score at least, and by how much it has to lead. A
  /// word that likes to open bodies may score less, also than a noun before it, which German has in capitals.
  private static var floor: Int32 { -1050 }
  private static var openedFloor: Int32 { -1150 }
  private static var lead: Int32 { 400 }
  private static var leeway: Int32 { 250 }
  private static var opening: Int32 { 100 }

  private let words: LeadingWords
  /// The end that scores best, the next best score, and the same among those where a word stands that likes to open.
  private var all = Best()
  private var opened = Best()

  private struct Best {
    var index = 0
    var (score, second) = (Int32.min / 2, Int32.min / 2)

    mutating func take(_ index: Int, _ score: Int32) {
      if score > self.score {
        (self.index, self.score, second) = (index, score, self.score)
      } else {
        second = max(second, score)
      }
    }
  }

  /// - Parameter run: what the line opens with, up to the first source.
  /// - Returns: nil unless the words say plainly that both are there.
  static func find(
    in run: UnsafeBufferPointer<UInt8>, by weights: Weights = .learned
  ) -> (headline: Int, body: Int)? {
    HeadingEnd.withWeighed(run, by: weights) { words in
      HeadlineEnd(words, weights).index.map { index in
        let place = words.split(before: index)
        return (place.heading, place.body)
      }
    }
  }

  private init(_ words: LeadingWords, _ weights: Weights) {
    self.words = words
    var (all, opened) = (Best(), Best())
    HeadingEnd.visitScores(of: words, by: weights, vote: .unknown) { index, score in
      all.take(index, score)
      if Self.likesToOpen(index, in: words) { opened.take(index, score) }
    }
    (self.all, self.opened) = (all, opened)
  }

  /// The word that the paragraph opens with.
  private var index: Int? {
    if opened.score >= max(Self.openedFloor, all.score - Self.leeway, opened.second + Self.lead),
      mayEnd(before: opened.index)
    {
      return opened.index
    }
    guard all.score >= max(Self.floor, all.second + Self.lead), mayEnd(before: all.index), isAlone(all.index) else {
      return nil
    }
    return all.index
  }

  private func mayEnd(before index: Int) -> Bool {
    guard Self.lengths.contains(index), index + 1 < min(words.count, LeadingWords.knownWords) else { return false }
    let before = words.words[index - 1]
    return (before.stop == .none || before.stop == .question) && before.open == .nothing
  }

  /// Whether a word in capitals stands there that is usually small and opens sentences, with small words behind it or a name.
  private static func likesToOpen(_ index: Int, in words: LeadingWords) -> Bool {
    guard index + 2 < min(words.count, LeadingWords.knownWords), case let first = words.words[index],
      first.nature == .odd, first.length > 1, first.stop == .none, first.roles[Role.opens.rawValue] >= opening
    else { return false }
    return words.words[index + 1].nature == .small || words.words[index + 2].nature == .small
  }

  /// Whether the capital there is the only odd one near, with a small word behind it: nouns are not written so.
  private func isAlone(_ index: Int) -> Bool {
    let first = words.words[index]
    let last = min(index + 8, min(words.count, LeadingWords.knownWords) - 1)
    return (first.nature == .odd || first.nature == .open) && first.length > 1
      && words.words[index + 1].nature == .small && words.words[index - 1].odds == 0
      && words.words[last].odds == words.words[index].odds
  }
}

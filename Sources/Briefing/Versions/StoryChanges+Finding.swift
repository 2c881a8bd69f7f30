extension StoryChanges {
  /// What changed from one version of a story to another one.
  ///
  /// Told sentence by sentence: text that moved, or whose paragraphs were joined or parted, is not new. A block is new if
  /// one of its sentences was not there in these words, or rested on other sources. What is gone comes as runs of
  /// sentences. Costs one pass over both.
  public init(from old: Story, to new: Story) {
    self.init()
    if old == new { return }
    let (before, after) = (Statements(of: old), Statements(of: new))
    let same = before.shared(with: after)
    self.new = Set(after.blocks.filter { !$0.sentences.allSatisfy { same.contains($0.text) } }.map(\.place))
    gone = before.blocks.flatMap { after.missing(of: $0) }
  }
}

/// The sentences of a story with the sources that each rests on.
private struct Statements {
  struct Block {
    var place: Place.Block
    var text: String
    /// Its sentences, and where they stand in it.
    var sentences: [(text: String, range: Range<Int>)]
  }

  private(set) var blocks: [Block] = []
  /// The sources by sentence; one that stands twice rests on all of them.
  private var sources: [String: Set<String>] = [:]

  init(of story: Story) {
    for block in story.leaves {
      let sentences = Array(
        zip(Sentences.texts(in: block.text).map(\.withPlainSpaces), Sentences.ranges(in: block.text)))
      for (text, _) in sentences where sources[text] == nil { sources[text] = [] }
      // A citation belongs to the sentence that it stands behind.
      var current = 0
      for citation in block.citations where !sentences.isEmpty {
        while current + 1 < sentences.count, sentences[current + 1].1.lowerBound < citation.place { current += 1 }
        sources[sentences[current].0, default: []].insert(citation.address)
      }
      blocks.append(Block(place: block.place, text: block.text, sentences: sentences))
    }
  }

  /// The sentences that stand in both, on the same sources. Each is looked at once, however often it stands there.
  func shared(with other: Statements) -> Set<String> {
    Set(sources.lazy.filter { other.sources[$0.key] == $0.value }.map(\.key))
  }

  /// What of another version's block does not stand here; sentences that followed each other are one text.
  func missing(of block: Block) -> [String] {
    var runs: [Range<Int>] = []
    var goesOn = false
    for (text, range) in block.sentences {
      let isMissing = sources[text] == nil
      if isMissing, goesOn {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<range.upperBound
      } else if isMissing {
        runs.append(range)
      }
      goesOn = isMissing
    }
    let bytes = Array(block.text.utf8)
    return runs.map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}

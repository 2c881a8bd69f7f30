import Briefing

/// What a part says and how it stands: the words, the citations in them, and the mark that hangs before them.
struct PartText: Hashable, Sendable {
  enum Look: Hashable, Sendable {
    case headline, words, question, note, label, source, appendix
  }

  var words: String
  /// In the order of their places.
  var citations: [Citation] = []
  var look = Look.words
  /// Hangs before the first line.
  var mark: String?
  /// How far the text is indented: 0 for the edge of the text, 1 for that of the answers.
  var depth = 0
}

extension PartText {
  static let bullet = "•"
  static let closed = "▸"
  static let open = "▾"
  /// A closed fold whose answer has been read: dimmed, and told apart where nothing can be dimmed.
  static let closedAndRead = "▹"

  /// The text of a part; what is not there is empty.
  init(_ part: StoryPart, in outline: StoryOutline, facts: StoryFacts) {
    switch part {
    case .block(let block): self.init(block, of: outline.story, folds: outline.folds)
    case .note(let section):
      self.init(words: outline.notes[section] ?? "", look: .note, mark: Sign.note.mark, depth: section == nil ? 0 : 1)
    case .sourcesTitle: self.init(words: "Sources", look: .label)
    case .source(let index): self.init(words: Self.source(index, facts), look: .source)
    case .title(let appendix):
      self.init(
        words: appendix.title, look: .label, mark: outline.folds.isOpen(appendix) ? Self.open : Self.closed)
    case .piece(.gone, let index): self.init(words: outline.gone[index], look: .appendix, depth: 1)
    case .piece(.aside, let index): self.init(outline.asides[index])
    }
  }

  private init(_ aside: SetAside) {
    self.init(words: "\(aside.text) (\(aside.reason.rawValue))", look: .appendix, depth: 1)
  }

  private init(_ block: Place.Block, of story: Story, folds: Folds) {
    switch block {
    case .headline: self.init(words: story.headline, look: .headline)
    case .bullet(let index): self.init(words: story.summary[index], mark: Self.bullet)
    case .lede(let index): self.init(story.lede[index], depth: 0)
    case .heading(let section):
      self.init(
        words: story.sections[section].heading, look: .question,
        mark: folds.isOpen(section) ? Self.open : Self.closed)
    case .paragraph(let section, let index):
      self.init(story.sections[section].blocks[index], depth: 1)
    }
  }

  private init(_ paragraph: Block, depth: Int) {
    self.init(words: paragraph.text, citations: paragraph.citations, depth: depth)
  }

  private static func source(_ index: Int, _ facts: StoryFacts) -> String {
    "[\(index + 1)] \(facts.hosts[index])"
  }
}

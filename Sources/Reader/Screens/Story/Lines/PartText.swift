import Briefing

/// What a part says and how it stands: the words, the citations in them, and the mark that hangs before them.
struct PartText: Hashable, Sendable {
  enum Look: Hashable, Sendable {
    case headline, words, question, label, source, aside
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

  /// The text of a part; what is not there is empty.
  init(_ part: StoryPart, of story: Story, asides: [SetAside], facts: StoryFacts, folds: Folds) {
    switch part {
    case .block(let block): self.init(block, of: story, folds: folds)
    case .sourcesTitle: self.init(words: "Sources", look: .label)
    case .source(let index): self.init(words: Self.source(index, facts), look: .source)
    case .asideTitle:
      self.init(words: "Set aside", look: .label, mark: folds.isAsideOpen ? Self.open : Self.closed)
    case .aside(let index):
      self.init(words: "\(asides[index].text) (\(asides[index].reason.rawValue))", look: .aside, depth: 1)
    }
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
      self.init(story.sections[section].paragraphs[index], depth: 1)
    }
  }

  private init(_ paragraph: Paragraph, depth: Int) {
    self.init(words: paragraph.text, citations: paragraph.citations, depth: depth)
  }

  private static func source(_ index: Int, _ facts: StoryFacts) -> String {
    "[\(index + 1)] \(facts.hosts[index])"
  }
}

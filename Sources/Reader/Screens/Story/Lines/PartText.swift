import Briefing

/// What a part says and how it stands: the words, what is set apart and cited in them, and what hangs before them.
struct PartText: Hashable, Sendable {
  enum Look: Hashable, Sendable {
    case headline, words, question, note, label, source, appendix, code
  }

  /// Where the text begins across the pane.
  enum Edge: Hashable, Sendable { case text, answer }

  /// How the words become lines.
  enum Flow: Hashable, Sendable {
    case words
    /// With the line breaks and spaces that are there.
    case verbatim
    /// Rows parted by line breaks, their cells by tabs.
    case table
  }

  var words: String
  /// In the order of their beginnings.
  var spans: [Block.Span] = []
  /// In the order of their places.
  var citations: [Citation] = []
  var look = Look.words
  /// Hangs before the first line, left of the edge.
  var marker: String?
  var edge = Edge.text
  /// Stands between the edge and the words, and with it so many blank columns.
  var prefix = BlockPrefix()
  var indent = 0
  var flow = Flow.words
  /// Signs around the words that are not of them.
  var opening = ""
  var closing = ""
}

extension PartText {
  static let bullet = "•"

  /// The text of a part; what is not there is empty.
  init(_ part: StoryPart, in outline: StoryOutline, facts: StoryFacts, measure: Measure) {
    switch part {
    case .block(let block): self.init(block, of: outline, facts: facts, measure: measure)
    case .note(let section):
      self.init(
        words: outline.notes[section] ?? "", look: .note, marker: PartBadge.note.symbol,
        edge: section == nil ? .text : .answer)
    case .sourcesTitle: self.init(words: "Sources", look: .label)
    case .source(let index): self.init(words: Self.source(index, facts), look: .source)
    case .title(let appendix):
      self.init(
        words: appendix.title, look: .label, marker: (outline.folds.isOpen(appendix) ? Sign.unfolded : .folded).glyph)
    case .item(.gone, let index): self.init(words: outline.gone[index], look: .appendix, edge: .answer)
    case .item(.aside, let index): self.init(outline.asides[index])
    }
  }

  private init(_ aside: SetAside) {
    self.init(words: "\(aside.text) (\(aside.reason.rawValue))", look: .appendix, edge: .answer)
  }

  private init(_ block: Place.Block, of outline: StoryOutline, facts: StoryFacts, measure: Measure) {
    let story = outline.story
    switch block {
    case .headline: self.init(words: story.headline, look: .headline)
    case .bullet(let index): self.init(words: story.summary[index], marker: Self.bullet)
    case .lede(let index): self.init(index, of: story.lede, at: .text, measure)
    case .heading(let section): self.init(heading: section, of: story, outline.folds, facts)
    case .paragraph(let section, let index):
      self.init(index, of: story.sections[section].blocks, at: .answer, measure)
    }
  }

  /// A heading below another stands where the text of that does. One that asks nothing and is open has nothing to unfold.
  private init(heading section: Int, of story: Story, _ folds: Folds, _ facts: StoryFacts) {
    let isOpen = folds.isOpen(section)
    let heading = story.sections[section]
    self.init(
      words: heading.heading, look: .question,
      marker: !isOpen ? Sign.folded.glyph : heading.isQuestion ? Sign.unfolded.glyph : nil,
      edge: heading.level > facts.topLevel ? .answer : .text)
  }

  private init(_ index: Int, of blocks: [Block], at edge: Edge, _ measure: Measure) {
    let columns = measure.right - measure.column(of: edge)
    self.init(blocks[index], prefix: BlockPrefix(of: blocks[index], after: blocks[safe: index - 1], columns: columns))
    self.edge = edge
    if columns < Self.roomy { indent = 0 }
  }

  private static func source(_ index: Int, _ facts: StoryFacts) -> String {
    "[\(index + 1)] \(facts.hosts[index])"
  }
}

extension PartText {
  /// A block of the body.
  init(_ block: Block, prefix: BlockPrefix) {
    self.init(words: block.text, spans: block.spans, citations: block.citations, prefix: prefix)
    switch block.kind {
    case .prose: break
    case .code: (flow, look, indent) = (.verbatim, .code, Self.codeIndent)
    case .table: flow = .table
    case .rule: opening = Self.rule
    case .image(let url):
      (opening, closing) = (words.isEmpty ? "⟨image" : "⟨image: ", "⟩")
      spans = [Block.Span(0..<words.utf8.count, .link(url: url))]
    }
  }

  /// How many columns stand before the words.
  var leading: Int { prefix.columns + indent }

  private static let codeIndent = 2
  /// In fewer columns, none is given away.
  private static let roomy = 20
  private static let rule = String(repeating: "─", count: 8)
}

extension PartText {
  /// What can be followed, each once, in the order of the places where it begins.
  var anchors: [(anchor: StoryLine.Anchor, offset: Int)] {
    var anchors: [(anchor: StoryLine.Anchor, offset: Int)] = []
    var linked: Set<Int> = []
    for (index, span) in spans.enumerated() {
      guard case .link = span.style, !span.range.isEmpty || !opening.isEmpty else { continue }
      let citation = citation(ofLink: index)
      if let citation, !linked.insert(citation).inserted { continue }
      anchors.append((citation.map { .citation($0) } ?? .link(index), span.range.lowerBound))
    }
    for (index, citation) in citations.enumerated() where !linked.contains(index) && !repeats(index) {
      anchors.append((.citation(index), words.boundary(before: citation.place)))
    }
    guard !spans.isEmpty else { return anchors }
    return anchors.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(
      \.element)
  }

  /// Whether a citation says once more what one beside it says, with nothing but blanks between them: it is shown once.
  func repeats(_ index: Int) -> Bool {
    var before = index - 1
    while before >= max(0, index - Self.near), isBlank(from: citations[before].place, to: citations[before + 1].place) {
      if (citations[before].host, citations[before].url) == (citations[index].host, citations[index].url) {
        return true
      }
      before -= 1
    }
    return false
  }

  /// Places that the text does not have are its ends.
  private func isBlank(from start: Int, to end: Int) -> Bool {
    let ends = 0...words.utf8.count
    let (start, end) = (
      min(max(start, ends.lowerBound), ends.upperBound), min(max(end, ends.lowerBound), ends.upperBound)
    )
    return end - start <= Self.near && words.slice(start..<max(start, end)).utf8.allSatisfy { $0 == 0x20 }
  }

  /// The address of a link.
  func address(ofLink index: Int) -> String? {
    if case .link(let url)? = spans[safe: index]?.style { url } else { nil }
  }

  /// The citation that a link is at the same time: of its address, and right behind it or behind the punctuation that ends it.
  func citation(ofLink index: Int) -> Int? {
    guard case .link(let url) = spans[index].style else { return nil }
    let end = spans[index].range.upperBound
    let first = citations.firstIndex(behind: end - 1)
    return (first..<min(first + Self.near, citations.count)).first { index in
      let place = citations[index].place
      return citations[index].url == url && place <= min(end + Self.near, words.utf8.count)
        && !words.slice(end..<place).utf8.contains(0x20)
    }
  }

  /// How far behind a link its citation is looked for, in bytes and in citations.
  private static let near = 8
}

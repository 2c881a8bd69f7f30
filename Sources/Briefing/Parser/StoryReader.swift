/// Has the words of a laid-out text built, and puts them together as a story.
struct StoryReader {
  /// The text, in which nothing but words stands inside a block.
  let text: Bytes
  let layout: StoryLayout
  let held: HeldSpaces
  var builder: ParagraphBuilder
  var story = Story(headline: "")
  /// What is not in the story, but for what the builder has left.
  var pieces: [StoryHead.Piece]
  /// What the whole story says of where its headings end, once a heading needed it.
  var evidence: StoryEvidence?
  /// The next leaf to read.
  var index = 0
  /// The labels of questions and answers that the text has so far.
  var answering: AnswerLabels?

  init(_ text: Bytes, _ layout: StoryLayout, held: HeldSpaces) {
    (self.text, self.layout, self.held) = (text, layout, held)
    builder = ParagraphBuilder(text, held: held)
    builder.references = layout.references
    pieces = layout.head.pieces
  }

  /// The story, and the bytes of the text that are not in it.
  mutating func read() -> (story: Story, pieces: [StoryHead.Piece]) {
    readHead()
    while index < layout.blocks.leaves.count {
      index += 1
      read(layout.blocks.leaves[index - 1])
    }
    putRestAside()
    setLevels()
    if story.headline.isEmpty { story.headline = standIn }
    return (story, pieces)
  }

  private mutating func putRestAside() {
    func add(_ ranges: [Range<Int>], _ reason: SetAside.Reason) {
      pieces += ranges.map { StoryHead.Piece(range: $0, reason: reason) }
    }
    add(builder.residues, .linkResidue)
    // A line of front matter, `source: https://…`, may look like a list of sources.
    let fields = layout.head.pieces.last { $0.reason == .metadata }?.range.upperBound ?? 0
    add(layout.references.pieces.filter { $0.lowerBound >= fields }, .reference)
    add(layout.footer.lines.filter { !layout.references.contains($0) }.map { layout.lines.all[$0].range }, .footer)
    pieces += builder.asides.map { StoryHead.Piece(range: $0.range, reason: $0.reason) }
    add(itemMarks(), .markup)
  }

  /// The numbers and boxes of items of which nothing is in the story.
  private func itemMarks() -> [Range<Int>] {
    guard !layout.blocks.itemMarks.isEmpty, !areItemsShown else { return [] }
    let shown = Set(story.blocks.flatMap(\.containers))
    return layout.blocks.itemMarks.filter { mark in mark.item.map { !shown.contains($0) } ?? true }.map(\.range)
  }

  /// Whether the story has a block of each item, in the order in which they stand, as it nearly always has: then no table of
  /// them all is made.
  private var areItemsShown: Bool {
    let marks = layout.blocks.itemMarks
    var next = 0
    func step(_ blocks: [Block]) {
      for block in blocks {
        for container in block.containers where next < marks.count && marks[next].item == container { next += 1 }
      }
    }
    step(story.lede)
    for section in story.sections { step(section.blocks) }
    return next == marks.count
  }

  private mutating func readHead() {
    let head = layout.head
    story.publisher = head.origin.publisher ?? layout.footer.publisher
    (story.authors, story.url, story.published) = (head.origin.authors, head.origin.url, head.origin.published)
    builder.ownHost = story.url.flatMap { CanonicalForm.host(of: $0) }
    story.headline = head.title.map(plain) ?? head.headline.map { builder.line($0) } ?? ""
    for bullet in head.bullets { story.summary.append(builder.line(bullet)) }
    for paragraph in head.paragraphs { addParagraph(paragraph) }
  }

  /// The words of a title that a field gives; what may be a tag or a link in it are words.
  private func plain(_ title: String) -> String {
    guard title.utf8.contains(where: { "&`*_\\~".utf8.contains($0) }), !title.contains("<"), !title.contains("](")
    else {
      return title
    }
    return Array(title.utf8).withUnsafeBufferPointer { bytes in
      var builder = ParagraphBuilder(bytes, held: HeldSpaces())
      let words = builder.line(0..<bytes.count)
      let isWhole = builder.asides.isEmpty && builder.residues.isEmpty
      return words.isEmpty || !isWhole ? title : words
    }
  }

  /// What stands in for a headline that the text does not give.
  private var standIn: String {
    let words = story.lede.first { !$0.text.isEmpty && $0.kind == .prose }
    return story.summary.first ?? words.map { FirstSentence.of($0.text) } ?? story.sections.first?.heading
      ?? story.lede.lazy.map { FirstSentence.of($0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
      .first { !$0.isEmpty } ?? ""
  }

  /// Where all headings of a text are as deep, they lie right below the headline, however many hashes they have.
  private mutating func setLevels() {
    guard let level = story.sections.first?.level, story.sections.allSatisfy({ $0.level == level }) else { return }
    for section in story.sections.indices { story.sections[section].level = Section.usualLevel }
  }

  mutating func addParagraph(_ range: Range<Int>, in containers: [Block.Container] = []) {
    let (first, others) = builder.blocks(range)
    if let first { add(first, in: containers) }
    for block in others { add(block, in: containers) }
  }

  /// Adds words; citations alone go to the words above, or to those that follow.
  mutating func add(_ block: consuming Block, in containers: [Block.Container] = []) {
    block.containers = containers
    if endsInEmptyParagraph { block.citations = removeLastBlock().citations + block.citations }
    if block.text.isEmpty, block.kind == .prose, cite(above: block.citations) { return }
    append(block)
  }

  mutating func append(_ block: consuming Block) {
    if story.sections.isEmpty {
      story.lede.append(block)
    } else {
      story.sections[story.sections.count - 1].blocks.append(block)
    }
  }

  /// Whether the paragraph above has no words, so that its citations go to the one below.
  private var endsInEmptyParagraph: Bool {
    func isEmpty(_ blocks: [Block]) -> Bool {
      guard let last = blocks.indices.last else { return false }
      return blocks[last].text.isEmpty && blocks[last].kind == .prose
    }
    return story.sections.isEmpty ? isEmpty(story.lede) : isEmpty(story.sections[story.sections.count - 1].blocks)
  }

  private mutating func removeLastBlock() -> Block {
    story.sections.isEmpty
      ? story.lede.removeLast() : story.sections[story.sections.count - 1].blocks.removeLast()
  }

  /// Gives citations that stand alone to the words above; false if there are none near.
  private mutating func cite(above citations: [Citation]) -> Bool {
    func add(to blocks: inout [Block]) -> Bool {
      guard let index = blocks.suffix(4).lastIndex(where: { $0.kind == .prose || $0.kind == .table }) else {
        return false
      }
      let place = blocks[index].text.utf8.count
      blocks[index].citations += citations.map { citation in
        var moved = citation
        moved.place = place
        return moved
      }
      return true
    }
    if story.sections.isEmpty { return add(to: &story.lede) }
    return add(to: &story.sections[story.sections.count - 1].blocks)
  }
}

/// The first sentence of a paragraph.
enum FirstSentence {
  static func of(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      var index = 0
      while index + 1 < bytes.count {
        if bytes[index] == 0x20, SentenceEnd.isBefore(index, in: bytes) { return bytes.string(0..<index) }
        index += 1
      }
      return bytes.string(0..<bytes.count)
    }
  }
}

/// Each kind of leaf, as blocks of the story.
extension StoryReader {
  mutating func read(_ leaf: Leaf) {
    switch leaf.kind {
    case .prose(running: true): readHeading(opening: leaf)
    case .prose: readProse(leaf)
    case .heading(let level):
      if leaf.containers.isEmpty { addHeading(leaf.range, level: level) } else { addInnerHeading(leaf) }
    case .fenced(let info):
      // Read first: the reader would be copied for a call in whose midst it changes.
      let language = language(info)
      append(code(lines(of: leaf), language: language, in: leaf.containers))
    case .indented: append(code(lines(of: leaf), language: nil, in: leaf.containers))
    case .table: readTable(leaf)
    case .rule: append(Block(text: "", kind: .rule, containers: leaf.containers))
    case .html(let start): readHTML(leaf, start)
    case .skipped: addSources(ofLine: leaf.line)
    }
  }

  private mutating func readProse(_ leaf: Leaf) {
    if !leaf.containers.isEmpty { return addParagraph(leaf.range, in: leaf.containers) }
    if readAnswers(leaf) { return }
    if let words = boldHeading(leaf) { return addHeading(words, level: boldLevel) }
    if isCapitalHeading(leaf) { return addHeading(leaf.range, level: boldLevel) }
    readRunning(leaf.range, from: leaf.range.lowerBound)
  }

  /// A heading inside a quote or an item is no section of the story: its words stand there, set apart.
  private mutating func addInnerHeading(_ leaf: Leaf) {
    guard var block = builder.paragraph(leaf.range) else { return }
    if !block.text.isEmpty {
      block.spans = ([Block.Span(0..<block.text.utf8.count, .strong)] + block.spans).inReadingOrder
    }
    add(block, in: leaf.containers)
  }

  private func lines(of leaf: Leaf) -> [Leaf.Piece] {
    leaf.pieces.map { layout.blocks.pieces[$0] }
  }

  func code(_ lines: [Leaf.Piece], language: String?, in containers: [Block.Container]) -> Block {
    var output: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { output.append(0x0A) }
      output += repeatElement(0x20, count: line.spaces)
      let start = output.count
      held.copyCode(line.range, of: layout.text, to: &output)
      HeldSpaces.letGo(atEndsOf: &output, from: start)
    }
    return Block(text: String(decoding: output, as: UTF8.self), kind: .code(language: language), containers: containers)
  }

  /// The first word behind a fence; what else stands there says nothing of the story.
  private mutating func language(_ info: Range<Int>) -> String? {
    guard !info.isEmpty else { return nil }
    let end = text.first(0x20, in: info)
    let rest = text.trimmed(end..<info.upperBound)
    if !rest.isEmpty { pieces.append(StoryHead.Piece(range: rest, reason: .markup)) }
    // A letter's mark that stood on the fence stands on nothing now.
    let word = Gate.text(of: builder.line(info.lowerBound..<end))
    return word.isEmpty ? nil : word
  }

  /// A row for each line but the one that says that they are a table.
  private mutating func readTable(_ leaf: Leaf) {
    var block = Block(text: "", kind: .table, containers: leaf.containers)
    var output: [UInt8] = []
    for (row, index) in leaf.pieces.enumerated() where row != 1 {
      if row > 0 { output.append(0x0A) }
      var isFirst = true
      for cell in CellRanges(layout.blocks.pieces[index].range, of: text) {
        if !isFirst { output.append(0x09) }
        isFirst = false
        builder.addCell(cell, to: &block, behind: &output)
      }
    }
    block.text = String(decoding: output, as: UTF8.self)
    append(block)
  }
}

/// Lines in bold type or in capitals, where headings stand.
extension StoryReader {
  /// The words of a paragraph that is bold as a whole, has one line, is no sentence, and has a block below it that is none.
  private func boldHeading(_ leaf: Leaf) -> Range<Int>? {
    guard leaf.pieces.count == 1, leaf.range.count <= 160, index < layout.blocks.leaves.count,
      !layout.blocks.leaves[index].endsSection, layout.lines.all[leaf.line].opensBlock
    else { return nil }
    let range = leaf.range
    guard text.has("**", at: range.lowerBound) || text.has("__", at: range.lowerBound), range.count > 4,
      text[range.upperBound - 1] == text[range.lowerBound], text[range.upperBound - 2] == text[range.lowerBound]
    else { return nil }
    let words = range.lowerBound + 2..<range.upperBound - 2
    let mark = text[range.lowerBound]
    guard !text[words.lowerBound].isSpace, !text[words.upperBound - 1].isSpace,
      !words.dropLast().contains(where: { text[$0] == mark && text[$0 + 1] == mark }),
      !endsStatement(words), !CitationPair.stands(in: words, of: text)
    else { return nil }
    return words
  }

  /// Whether a paragraph is one line of two words and more in capitals, is no sentence, and has a block below it that is none.
  private func isCapitalHeading(_ leaf: Leaf) -> Bool {
    guard leaf.pieces.count == 1, leaf.range.count <= 80, index < layout.blocks.leaves.count,
      text[leaf.range.lowerBound] >= 0x80 || text[leaf.range.lowerBound].isUpper,
      !text[leaf.range].contains(where: \.isLower),
      !layout.blocks.leaves[index].endsSection, layout.lines.all[leaf.line].opensBlock, !endsStatement(leaf.range),
      !CitationPair.stands(in: leaf.range, of: text)
    else { return false }
    let line = text.string(leaf.range)
    let words = line.split(separator: " ").filter { $0.contains(where: \.isUppercase) }
    return words.count >= 2 && line.count(where: \.isUppercase) >= 6 && !line.contains(where: \.isLowercase)
  }

  /// Whether words end as a sentence that asks nothing does, or announce what comes.
  private func endsStatement(_ words: Range<Int>) -> Bool {
    let last = text.scalar(at: text.scalarStart(before: words.upperBound)).value
    return last == 0x2E || last == 0x3002 || last == 0x2C || HeadMarks.announces(words, in: text)
  }

  /// One level below the first of those headings that have marks, where a text has such.
  private var boldLevel: Int { min(6, layout.firstLevel.map { $0 + 1 } ?? Section.usualLevel) }
}

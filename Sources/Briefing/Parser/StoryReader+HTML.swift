/// HTML that stands on lines of its own: its words are the story's, its tags are none.
extension StoryReader {
  mutating func readHTML(_ leaf: Leaf, _ start: HTMLStart) {
    switch start {
    case .block, .tag: readBlocks(leaf)
    case .raw where text.hasWord("<pre", at: leaf.range.lowerBound, limit: leaf.range.upperBound):
      readPreformatted(leaf)
    case .comment: readComment(leaf)
    case .component: readBlocks(leaf)
    case .box: readBox(leaf.range, in: leaf.containers)
    default: putAside(leaf.range)
    }
  }

  private mutating func putAside(_ range: Range<Int>) {
    pieces.append(StoryHead.Piece(range: range, reason: .markup))
  }

  /// The title of a box is words, set apart.
  private mutating func readBox(_ line: Range<Int>, in containers: [Block.Container]) {
    guard let title = HTMLStart.boxTitle(line, in: text), !title.isEmpty, var block = builder.paragraph(title) else {
      return putAside(line)
    }
    putAside(line.lowerBound..<title.lowerBound)
    if title.upperBound < line.upperBound { putAside(title.upperBound..<line.upperBound) }
    block.containers = containers
    block.spans = ([Block.Span(0..<block.text.utf8.count, .strong)] + block.spans).inReadingOrder
    append(block)
  }

  private mutating func readBlocks(_ leaf: Leaf) {
    builder.isMarkup = !layout.hasComponents
    defer { builder.isMarkup = false }
    let html = HTMLPieces(leaf.range, of: text)
    for tag in html.tags { putAside(tag) }
    for piece in html.found {
      switch piece.kind {
      case .heading(let level) where leaf.containers.isEmpty: addHeading(piece.range, level: level)
      case .rule: append(Block(text: "", kind: .rule, containers: leaf.containers))
      case .quote: addParagraph(piece.range, in: leaf.containers + [.quote])
      case _ where LineMarks.isRule(piece.range, in: text):
        append(Block(text: "", kind: .rule, containers: leaf.containers))
      default: addParagraph(piece.range, in: leaf.containers)
      }
    }
  }

  /// Code as HTML has it: what stands between its tags, blank lines at the ends aside.
  private mutating func readPreformatted(_ leaf: Leaf) {
    var open = leaf.range.lowerBound
    while open < leaf.range.upperBound,
      let end = HTMLTag.read(text, at: open, limit: leaf.range.upperBound)?.range.upperBound
    { open = end }
    var close = leaf.range.upperBound
    while close > open, text[close - 1] == UInt8(ascii: ">"),
      let start = text[open..<close].lastIndex(of: UInt8(ascii: "<")), text.has("</", at: start)
    {
      close = start
    }
    putAside(leaf.range.lowerBound..<open)
    if close < leaf.range.upperBound { putAside(close..<leaf.range.upperBound) }
    var lines = leaf.pieces.map { layout.blocks.pieces[$0] }.filter {
      $0.range.upperBound > open && $0.range.lowerBound < close
    }
    for index in lines.indices { lines[index].range = lines[index].range.clamped(to: open..<close) }
    while let last = lines.last, last.range.isEmpty { lines.removeLast() }
    if let first = lines.first, first.range.isEmpty { lines.removeFirst() }
    append(code(lines, language: nil, in: leaf.containers))
  }

  /// Behind a comment words may stand in the same line.
  private mutating func readComment(_ leaf: Leaf) {
    let end = leaf.range.first { text[$0] == UInt8(ascii: "-") && text.has("-->", at: $0) }.map { $0 + 3 }
    let rest = text.trimmed((end ?? leaf.range.upperBound)..<leaf.range.upperBound)
    putAside(leaf.range.lowerBound..<rest.lowerBound)
    guard !rest.isEmpty else { return }
    builder.isMarkup = true
    addParagraph(rest, in: leaf.containers)
    builder.isMarkup = false
  }
}

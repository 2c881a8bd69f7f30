/// What opens a block: marks at the start of a line, behind those of the quotes and items that it goes on in.
extension BlockPass {
  /// Reads the rest of a line that goes on in so many levels.
  mutating func openBlocks(_ depth: Int) {
    var depth = depth
    // Words go on in a paragraph although the marks of what it stands in are missing.
    var mayBeLazy = open?.isProse == true
    while !cursor.isBlank {
      let isBelow = mayBeLazy && depth == levels.count
      if cursor.indent >= 4 {
        if mayBeLazy { break }
        if opensCode() { return beginCode(depth) }
      }
      if isBelow, readUnderline() { return }
      if isBelow, readTable() { return }
      if readRow(depth) { return }
      if BlockLevels.opensQuote(cursor) {
        closeLevels(to: depth)
        openQuote()
      } else if readLeaf(depth, isBelow: isBelow) {
        return
      } else if let mark = itemMark(depth, isBelow: isBelow) {
        closeLevels(to: depth)
        openItem(mark)
      } else {
        break
      }
      mayBeLazy = false
      depth = levels.count
    }
    if cursor.isBlank { return }
    if !(mayBeLazy && depth < levels.count) { closeLevels(to: depth) }
    if open?.isProse != true { closeOpen() }
    addWords(cursor.next..<cursor.end)
  }

  /// Closes what the line does not go on in; a paragraph that it goes on in stays open.
  private mutating func closeLevels(to depth: Int) {
    if depth < levels.count { close(to: depth) }
  }

  private mutating func openQuote() {
    closeOpen()
    if !levels.isFull { levels.openQuote() }
    BlockLevels.skipQuote(&cursor, marks: &marks)
  }

  /// Spaces make code, unless the whole text is set so, or the line below goes on without them.
  private mutating func opensCode() -> Bool {
    guard levels.count == 0 else { return true }
    return !isIndented && !opensIndentedParagraph()
  }

  private func opensIndentedParagraph() -> Bool {
    guard open == nil, index + 1 < lines.all.count else { return false }
    let next = lines.all[index + 1]
    guard !next.opensBlock, !next.isIndented else { return false }
    let first = text[next.range.lowerBound]
    return !"#>-*+`~<|".utf8.contains(first)
  }

  private mutating func beginCode(_ depth: Int) {
    closeLevels(to: depth)
    cursor.skip(4)
    let piece = cursor.piece
    begin(.indented, piece.range)
    _ = removeLastPiece()
    add(piece)
  }

  /// A line that makes a heading of the paragraph above it.
  private mutating func readUnderline() -> Bool {
    let line = cursor.next..<cursor.end
    guard let level = LineMarks.underline(line, in: text), let leaf = open?.leaf else { return false }
    guard isHeading(leaf, level: level) else {
      guard line.count >= 3 else { return false }
      addLine(.rule, line)
      return true
    }
    open?.leaf.kind = .heading(level: level)
    closeOpen()
    return true
  }

  /// A sentence, or what goes on for long, stands above a rule rather than being a heading.
  private func isHeading(_ leaf: Leaf, level: Int) -> Bool {
    guard leaf.kind == .prose(running: false), leaf.pieces.count <= 3, leaf.range.count <= 300 else { return false }
    guard level == 2 else { return true }
    let last = text[leaf.range.upperBound - 1]
    let isStopped = SentenceEnd.isBefore(leaf.range.upperBound, in: text) && last != UInt8(ascii: "?")
    return !isStopped && !CitationPair.stands(in: leaf.range, of: text)
  }

  /// A line of hyphens and bars makes the line above it the first row of a table.
  private mutating func readTable() -> Bool {
    let first = text[cursor.next]
    guard first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":"),
      let leaf = open?.leaf, let head = pieces.last, leaf.kind == .prose(running: false),
      TableLines.opens(head.range, cursor.next..<cursor.end, in: text)
    else { return false }
    _ = removeLastPiece()
    begin(.table, head.range)
    add(cursor.piece)
    return true
  }

  /// A row of the table above.
  private mutating func readRow(_ depth: Int) -> Bool {
    guard open?.leaf.kind == .table, depth == levels.count, !BlockLevels.opensQuote(cursor),
      itemMark(depth, isBelow: false) == nil, !opensLeaf
    else { return false }
    add(Leaf.Piece(range: cursor.next..<cursor.end))
    return true
  }

  private var opensLeaf: Bool {
    let line = cursor.next..<cursor.end
    return LineMarks.heading(line, in: text) != nil || LineMarks.isRule(line, in: text)
      || Fence.opening(line, indent: 0, in: text) != nil || HTMLStart.read(line, mayBeTag: true, in: text) != nil
  }

  /// A heading, a rule, code between fences or HTML.
  private mutating func readLeaf(_ depth: Int, isBelow: Bool) -> Bool {
    let line = cursor.next..<cursor.end
    switch text[line.lowerBound] {
    case UInt8(ascii: "#"): return readHeading(line, depth, isBelow: isBelow)
    case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "{"):
      guard
        let (fence, info) = Fence.opening(line, indent: cursor.indent, in: text) ?? fenceWithCode(line)
      else { return false }
      closeLevels(to: depth)
      begin(.fenced(info: info), line, fence: fence)
      return true
    case UInt8(ascii: "<"), UInt8(ascii: ":"):
      // A paragraph that a line without its marks may go on in is not ended by a single tag either.
      guard let start = HTMLStart.read(line, mayBeTag: open?.isProse != true, in: text) else { return false }
      closeLevels(to: depth)
      begin(.html(start), line)
      if start.ends(in: line, of: text) { closeOpen() }
      return true
    default:
      guard LineMarks.isRule(line, in: text) else { return false }
      closeLevels(to: depth)
      addLine(.rule, line)
      return true
    }
  }

  /// A fence that has code in what it says of its lines, which Markdown takes for words: ```` ```smart header="The `new` mark" ````.
  /// It is one where a line of backticks alone follows, which else would open code that ends nowhere.
  private mutating func fenceWithCode(_ line: Range<Int>) -> (fence: Fence, info: Range<Int>)? {
    let end = line.first { text[$0] != UInt8(ascii: "`") } ?? line.upperBound
    guard end - line.lowerBound >= 3, end < line.upperBound, text[end].isLetter,
      !(end..<line.upperBound).contains(where: { text.has("```", at: $0) }), index < lastClosingFence
    else { return nil }
    return (Fence(mark: UInt8(ascii: "`"), count: end - line.lowerBound, indent: cursor.indent), end..<line.upperBound)
  }

  private mutating func readHeading(_ line: Range<Int>, _ depth: Int, isBelow: Bool) -> Bool {
    guard let heading = LineMarks.heading(line, in: text) else { return false }
    // In a flattened text only a wrap brings a mark to the start of a line.
    if isBelow, levels.count == 0, isFlattened, !lines.all[index].opensBlock {
      addWords(line)
      return true
    }
    closeLevels(to: depth)
    if levels.count == 0, opensRun(heading.words) {
      begin(.prose(running: true), line)
    } else {
      addLine(.heading(level: heading.level), heading.words)
    }
    return true
  }

  /// Whether more than a heading stands in the line, or may go on in the next.
  private func opensRun(_ words: Range<Int>) -> Bool {
    guard !words.isEmpty else { return false }
    let isLast =
      index + 1 >= lines.all.count || isSkipped(index + 1)
      || HeadingMark.opening(lines.all[index + 1].range, in: text) != nil
    return isFlattened && !lines.all[index].opensBlock || lines.isWrapped(into: index + 1)
      || RunningHeading.stands(in: words, isLast: isLast, of: text, references)
  }

  /// The mark of an item; one that only a wrap has brought to the start of a line opens none.
  private func itemMark(_ depth: Int, isBelow: Bool) -> ListMark? {
    guard cursor.indent < 4, let mark = ListMark.read(text, at: cursor.next, limit: cursor.end) else { return nil }
    let isAlone = cursor.next + mark.width >= cursor.end
    // A year or the like with which a sentence ends is no list.
    if isAlone, mark.isNumber, !levels.continuesList(mark.kind, in: depth) { return nil }
    guard isBelow else { return mark }
    guard mark.interrupts, !isAlone else { return nil }
    return levels.count == 0 && lines.isWrapped(into: index) ? nil : mark
  }

  private mutating func openItem(_ mark: ListMark) {
    closeOpen()
    let (start, before) = (cursor.next, cursor.indent)
    cursor.skipMark(mark.width, columns: mark.columns)
    let spaces = cursor.indent
    let isEmpty = cursor.isBlank
    let padding = isEmpty || spaces > 4 ? 1 : max(spaces, mark.kind == .bullet(0x30FB) ? 0 : 1)
    if !isEmpty { cursor.skip(min(spaces, padding)) }
    var marker = Block.Item.bullet
    if mark.isNumber { marker = text.string(start..<start + mark.width) }
    var box: Range<Int>?
    if !isEmpty, cursor.indent == 0, let sign = TaskBox.marker(text, at: cursor.next, limit: cursor.end) {
      marker = sign
      box = cursor.next..<cursor.next + TaskBox.width
      cursor.skipMark(TaskBox.width, columns: 0)
      cursor.skipSpaces()
    }
    let isKept = !levels.isFull
    if isKept { levels.openItem(mark, marker: marker, width: before + mark.columns + padding) }
    let item = isKept ? levels.containers.last : nil
    // A box stands for the number before it.
    if mark.isNumber { itemMarks.append((start..<start + mark.width, box == nil ? item : nil)) }
    if let box { itemMarks.append((box, item)) }
  }
}

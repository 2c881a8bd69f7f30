/// Finds the blocks of a text that has lines: what each is, and the quotes and lists that it stands in.
///
/// Follows CommonMark (section 5.2, appendix A: open blocks are matched line by line, then new ones are opened), and
/// GitHub's dialect for tables. It differs where a text was flattened or wrapped, which no author of Markdown does: a mark
/// that only a wrap has brought to the start of a line opens nothing. One pass; no recursion.
struct BlockPass {
  let text: Bytes
  let lines: Lines
  private let skipped: [Int]
  let references: References
  /// Whether headings stand inside lines of the text.
  let isFlattened: Bool
  private(set) var leaves: [Leaf] = []
  private(set) var pieces: [Leaf.Piece] = []
  /// Where `>` opens a line, or goes on in a quote: what the words of a block have in their midst.
  var marks: [Int] = []
  /// The numbers and boxes of items, and the item that each opens; none where it lies too deep.
  var itemMarks: [(range: Range<Int>, item: Block.Container?)] = []
  var levels = BlockLevels()
  var cursor: LineCursor
  var open: OpenLeaf?
  /// The number of the line in `lines`.
  var index: Int
  private var nextSkipped: Int
  /// Whether paragraphs open with spaces throughout, so that these say nothing of code.
  private(set) lazy var isIndented = Indentation.isUsual(in: lines.all[first...])
  private let first: Int
  /// The last line of three backticks and no more.
  private(set) lazy var lastClosingFence =
    lines.all.lastIndex { line in
      line.range.count >= 3 && line.range.allSatisfy { text[$0] == UInt8(ascii: "`") }
    } ?? -1

  /// A leaf that the next line may go on in.
  struct OpenLeaf {
    var leaf: Leaf
    var fence: Fence?

    var isProse: Bool { if case .prose = leaf.kind { true } else { false } }

    /// Takes in the last of so many pieces.
    mutating func take(_ piece: Leaf.Piece, of count: Int) {
      leaf.pieces = leaf.pieces.lowerBound..<count
      leaf.range = leaf.range.lowerBound..<max(leaf.range.lowerBound, piece.range.upperBound)
    }
  }

  /// - Parameters:
  ///   - first: the line to begin with.
  ///   - skipped: the lines that are none of the body, in order.
  init(
    _ text: Bytes, _ lines: Lines, from first: Int, skipping skipped: [Int], isFlattened: Bool, references: References,
    held: HeldSpaces
  ) {
    self.references = references
    (self.text, self.lines, self.skipped, self.isFlattened) = (text, lines, skipped, isFlattened)
    (index, self.first, nextSkipped) = (first, first, 0)
    cursor = LineCursor(text, held: held)
    while nextSkipped < skipped.count, skipped[nextSkipped] < first { nextSkipped += 1 }
    run()
  }

  private mutating func run() {
    guard index < lines.all.count else { return }
    // As many as short texts have; longer ones have room made as they need it.
    let room = min(lines.all.count - index, 64)
    pieces.reserveCapacity(room)
    leaves.reserveCapacity(room)
    var place = start(of: lines.all[index].range.lowerBound)
    while place < text.count, index < lines.all.count {
      let line = lines.all[index]
      let newline = text.first(0x0A, in: place..<text.count)
      guard line.range.lowerBound < newline else {
        readBlank(place, newline)
        place = newline + 1
        continue
      }
      // A line whose break was lost ends where the next one begins.
      let isBroken = index + 1 < lines.all.count && lines.all[index + 1].range.lowerBound < newline
      readLine(place, line)
      index += 1
      place = isBroken ? lines.all[index].range.lowerBound : newline + 1
    }
    closeOpen()
  }

  private func start(of word: Int) -> Int {
    var start = word
    while start > 0, text[start - 1] == 0x20 { start -= 1 }
    return start
  }

  private mutating func readBlank(_ start: Int, _ end: Int) {
    guard open != nil || levels.count > 0 else { return }
    cursor.begin(start, end)
    cursor.skipSpaces()
    readBlank(levels.match(&cursor, marks: &marks))
  }

  /// Reads the rest of a line that has no words, in so many levels.
  private mutating func readBlank(_ depth: Int) {
    if depth < levels.count { return close(to: depth) }
    switch open?.leaf.kind {
    case .fenced, .indented: add(cursor.piece)
    case .html(let start) where !start.endsWithBlank: add(cursor.piece)
    default: closeOpen()
    }
  }

  private mutating func readLine(_ start: Int, _ line: Line) {
    if nextSkipped < skipped.count, skipped[nextSkipped] == index {
      nextSkipped += 1
      close(to: 0)
      return addLine(.skipped, line.range)
    }
    if levels.count == 0, isPlain(line) { return addWords(line.range) }
    cursor.begin(start, line.range.upperBound)
    let depth = levels.match(&cursor, marks: &marks)
    if cursor.isBlank { return readBlank(depth) }
    if depth == levels.count, goesOn() { return }
    openBlocks(depth)
  }

  /// Whether a line is none of the body.
  func isSkipped(_ index: Int) -> Bool {
    var next = nextSkipped
    while next < skipped.count, skipped[next] < index { next += 1 }
    return next < skipped.count && skipped[next] == index
  }

  /// Whether nothing in a line can be a mark, and it stands in no code or the like; most lines are told so at once.
  private func isPlain(_ line: Line) -> Bool {
    guard !line.isIndented, open == nil || open?.isProse == true else { return false }
    return switch text[line.range.lowerBound] {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["): true
    default: false
    }
  }

  /// Whether the open leaf takes the line, which stands in the same quotes and items.
  private mutating func goesOn() -> Bool {
    switch open?.leaf.kind {
    case .fenced:
      if cursor.indent < 4, open?.fence?.isClosed(by: cursor.next..<cursor.end, in: text) == true {
        closeOpen()
      } else {
        cursor.skip(min(cursor.indent, open?.fence?.indent ?? 0))
        add(cursor.piece)
      }
      return true
    case .indented:
      guard cursor.indent >= 4 else { return false }
      cursor.skip(4)
      add(cursor.piece)
      return true
    case .html(let start):
      let line = cursor.next..<cursor.end
      if start.endsWithBlank, HTMLStart.read(line, mayBeTag: true, in: text) == .component { return false }
      add(cursor.piece)
      if start.ends(in: cursor.next..<cursor.end, of: text) { closeOpen() }
      return true
    default: return false
    }
  }

  /// Makes words go on in the paragraph above, or opens one with them.
  mutating func addWords(_ range: Range<Int>) {
    if open?.isProse == true {
      add(Leaf.Piece(range: range))
    } else {
      begin(.prose(running: false), range)
    }
  }

  mutating func begin(_ kind: Leaf.Kind, _ range: Range<Int>, fence: Fence? = nil) {
    closeOpen()
    levels.noteBlock()
    let leaf = Leaf(
      kind: kind, range: range, pieces: pieces.count..<pieces.count, line: index, containers: levels.containers)
    open = OpenLeaf(leaf: leaf, fence: fence)
    if fence == nil { add(Leaf.Piece(range: range)) }
  }

  /// A leaf of one line.
  mutating func addLine(_ kind: Leaf.Kind, _ range: Range<Int>) {
    begin(kind, range)
    closeOpen()
  }

  mutating func add(_ piece: Leaf.Piece) {
    guard open != nil else { return }
    pieces.append(piece)
    open?.take(piece, of: pieces.count)
  }

  /// Takes the last line away from the open leaf.
  mutating func removeLastPiece() -> Leaf.Piece? {
    guard let range = open?.leaf.pieces, !range.isEmpty else { return nil }
    let last = pieces.removeLast()
    open?.leaf.pieces = range.lowerBound..<pieces.count
    if let above = pieces.last, range.count > 1, let start = open?.leaf.range.lowerBound {
      open?.leaf.range = start..<above.range.upperBound
    }
    return last
  }

  mutating func close(to depth: Int) {
    closeOpen()
    levels.close(to: depth)
  }

  mutating func closeOpen() {
    guard var leaf = open.take()?.leaf else { return }
    if leaf.kind == .indented {
      while let last = pieces.last, last.range.isEmpty, leaf.pieces.count > 1 {
        pieces.removeLast()
        leaf.pieces = leaf.pieces.lowerBound..<pieces.count
      }
    }
    if !leaf.pieces.isEmpty || leaf.kind != .prose(running: false) { leaves.append(leaf) }
  }
}

/// Texts whose paragraphs are indented, as those of a book are.
enum Indentation {
  /// Whether two of three lines that open a block are, of eight and more.
  static func isUsual(in lines: ArraySlice<Line>) -> Bool {
    var (indented, all) = (0, 0)
    for line in lines where line.opensBlock {
      all += 1
      if line.isIndented { indented += 1 }
    }
    return all >= 8 && indented * 3 >= all * 2
  }
}

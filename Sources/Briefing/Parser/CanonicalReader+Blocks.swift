extension CanonicalReader {
  mutating func readBlock(_ line: Range<Int>) {
    guard let first = line.first else { return }
    switch text[first] {
    case UInt8(ascii: "<") where text.isWord(CanonicalForm.listEnd, line): levels.endList()
    case UInt8(ascii: "<") where text.isWord(CanonicalForm.noWords, line): add(Block(text: ""))
    case UInt8(ascii: "_") where text.isWord(CanonicalForm.rule, line): add(Block(text: "", kind: .rule))
    case UInt8(ascii: "`"):
      if let block = readCode(line) { add(block) } else { addProse(line) }
    case UInt8(ascii: "|"):
      if isTable() { readTable(line) } else { addProse(line) }
    case UInt8(ascii: "!"):
      if let image = inline.image(line) { add(image) } else { addProse(line) }
    default: addProse(line)
    }
  }

  private mutating func addProse(_ line: Range<Int>) {
    let words = inline.words(line)
    if !words.isEmpty { add(words) }
  }

  private mutating func readTable(_ line: Range<Int>) {
    var words = CanonicalInline.Words()
    inline.row(line, into: &words)
    _ = nextLine()
    while let row = tableLine() {
      words.append([0x0A])
      inline.row(row, into: &words)
      _ = nextLine()
    }
    add(words, kind: .table)
  }

  /// Whether the next line is the one that Markdown sets below the first row of a table.
  private func isTable() -> Bool {
    guard let line = tableLine() else { return false }
    return text[line].allSatisfy { byte in "|-: ".utf8.contains(byte) } && text[line].contains(UInt8(ascii: "-"))
  }

  /// What the next line holds if it stands in the same quotes and items, and opens as a row.
  private func tableLine() -> Range<Int>? {
    guard let line = peekLine() else { return nil }
    var place = line.lowerBound
    guard levels.match(&place, line.upperBound, in: text) == levels.depth else { return nil }
    let row = text.trimmed(place..<line.upperBound)
    return row.isEmpty || text[row.lowerBound] != UInt8(ascii: "|") ? nil : row
  }

  /// Code from the line that opens it to the one that closes it, or to the end of what it stands in.
  private mutating func readCode(_ line: Range<Int>) -> Block? {
    let tick = UInt8(ascii: "`")
    var info = line.lowerBound
    while info < line.upperBound, text[info] == tick { info += 1 }
    let width = info - line.lowerBound
    guard width >= 3, text.first(tick, in: info..<line.upperBound) == line.upperBound else { return nil }
    var output: [UInt8] = []
    var isFirst = true
    while let row = peekLine() {
      guard let content = codeLine(row) else { break }
      next = row.upperBound + 1
      if closes(content, width) { break }
      if !isFirst { output.append(0x0A) }
      isFirst = false
      held.copyCode(content, of: text, to: &output)
    }
    let language = CanonicalForm.alone(inline.line(info..<line.upperBound))
    return Block(
      text: String(decoding: output, as: UTF8.self), kind: .code(language: language.isEmpty ? nil : language))
  }

  /// What of a line is code; nil if it stands outside.
  private func codeLine(_ line: Range<Int>) -> Range<Int>? {
    var place = line.lowerBound
    let depth = levels.match(&place, line.upperBound, in: text)
    if depth == levels.depth { return place..<line.upperBound }
    return levels.mayBeBlank(at: depth) && text.trimmed(place..<line.upperBound).isEmpty ? place..<place : nil
  }

  private func closes(_ line: Range<Int>, _ width: Int) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return end - line.lowerBound >= width && text[line.lowerBound..<end].allSatisfy { $0 == UInt8(ascii: "`") }
  }

  private mutating func add(_ words: CanonicalInline.Words, kind: Block.Kind = .prose) {
    if !words.cited.isEmpty { cited[count] = words.cited }
    add(
      Block(
        text: String(decoding: words.bytes, as: UTF8.self), kind: kind, spans: words.spans,
        citations: words.citations))
  }

  private mutating func add(_ block: Block) {
    var block = block
    block.containers = levels.containers
    levels.endList()
    count += 1
    if story.sections.isEmpty {
      story.lede.append(block)
    } else {
      story.sections[story.sections.count - 1].blocks.append(block)
    }
  }
}

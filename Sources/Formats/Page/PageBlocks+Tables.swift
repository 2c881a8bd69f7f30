import Briefing

/// Tables.
extension PageBlocks {
  mutating func enterCell(_ element: HTMLElement) {
    switch element {
    case .tr: line.startRow()
    case .td, .th: line.startCell()
    default: line.append([0x20])
    }
  }

  mutating func finishTable() {
    table = nil
    if let read = line.finishTable() {
      add(Block(text: read.text, kind: .table, containers: containers, spans: read.spans, citations: read.citations))
    }
    addImages()
  }
}

/// Tables of facts, whose rows are a name and what it is: an item for each row.
extension PageBlocks {
  /// Takes the rows of a table; of one before all else, for where the words that it stands beside have ended.
  mutating func takeFacts(of index: Int) {
    flush()
    let isBeside = parts.count < 3 && isBeforeText
    var items: [Block] = []
    table = index
    for row in tree.inside(index) where tree.nodes[row].element == .tr && !isOut[row] {
      let cells = tree.inside(row).filter { tree.nodes[$0].element.isCell && !isOut[$0] }
      for (number, cell) in cells.prefix(8).enumerated() {
        if number == 0, cells.count > 1 { line.start(.strong) }
        readCell(cell)
        if number == 0, cells.count > 1 {
          line.trimEnd()
          line.end(.strong)
          line.append(Array(": ".utf8)[...])
        }
      }
      guard let read = line.finish(), cells.count > 1, !read.text.hasSuffix(":") else { continue }
      let item = Block.Item(list: listCount, number: items.count)
      items.append(
        Block(
          text: read.text, containers: containers + [.item(item)], spans: read.spans, citations: read.citations))
    }
    table = nil
    listCount += 1
    if isBeside { facts += items } else { parts[parts.count - 1].blocks += items }
  }

  /// Whether no paragraph was read so far.
  var isBeforeText: Bool {
    parts.allSatisfy { part in part.blocks.allSatisfy { $0.kind != .prose || $0.text.utf8.count < 80 } }
  }

  /// Reads the words of a cell, lines and items of which stand behind commas.
  private mutating func readCell(_ cell: Int) {
    var isParted = false
    var open: [Int] = []
    var index = cell + 1
    while index <= Int(tree.nodes[cell].end) {
      while let last = open.last, Int(tree.nodes[last].end) <= index {
        leaveInline(last, tree.nodes[last].element)
        open.removeLast()
      }
      guard index < Int(tree.nodes[cell].end) else { break }
      let node = tree.nodes[index]
      if isOut[index] {
        index = Int(node.end)
        continue
      }
      if node.isText {
        let words = tree.words[tree.wordRange(index)]
        if isParted, words.contains(where: { !$0.isMarkupSpace }) {
          line.part()
          isParted = false
        }
        line.append(words)
      } else if node.element.isBlock || node.element == .br {
        isParted = true
      } else if node.element == .a || node.element == .sup, takeNote(index) {
        index = Int(node.end)
        continue
      } else {
        enterInline(index, node.element)
        open.append(index)
      }
      index += 1
    }
    images = []
  }

  /// Adds what tables of facts say, behind the words that they stand beside.
  mutating func addFacts() {
    guard !facts.isEmpty, parts[parts.count - 1].blocks.contains(where: { $0.kind == .prose }) || parts.count > 1 else {
      return
    }
    parts[parts.count - 1].blocks += facts
    facts = []
  }
}

extension PageLine {
  /// A comma behind the words, unless a sign stands there.
  mutating func part() {
    trimEnd()
    if let last = text.last, last != UInt8(ascii: ","), last != UInt8(ascii: ":") { append(Array(",".utf8)[...]) }
    append([0x20])
  }
}

extension HTMLElement {
  var isCell: Bool { self == .td || self == .th }
}

extension PageTable {
  /// Whether the rows of a table are names and what they are: in most rows one cell that heads it and one other.
  static func isOfFacts(_ tree: PageTree, _ index: Int) -> Bool {
    var (rows, facts, others) = (0, 0, 0)
    var kinds: [HTMLElement] = []
    func finishRow() {
      if kinds == [.th, .td] { facts += 1 }
      if kinds.count > 2 || kinds == [.th, .th] { others += 1 }
      if !kinds.isEmpty { rows += 1 }
      kinds = []
    }
    for place in tree.inside(index).prefix(4000) {
      switch tree.nodes[place].element {
      case .table: return false
      case .tr: finishRow()
      case .td, .th: kinds.append(tree.nodes[place].element)
      default: break
      }
    }
    finishRow()
    return facts >= 3 && others * 5 <= rows && facts * 2 >= rows
  }
}

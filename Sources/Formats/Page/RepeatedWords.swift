import Briefing

/// Finds quotes that were pulled out of an article to stand between its paragraphs: their words stand in one of those as well.
struct RepeatedWords {
  private let tree: PageTree
  private let isOut: [Bool]
  private let measures: PageMeasures

  /// How long what is pulled out is.
  private static let lengths: ClosedRange<Int32> = 40...400
  /// How many words on end are compared.
  private static let run = 5

  init(_ tree: PageTree, _ isOut: [Bool], _ measures: PageMeasures) {
    (self.tree, self.isOut, self.measures) = (tree, isOut, measures)
  }

  func find(in roots: [Int]) -> [Int] {
    let blocks = roots.flatMap { root in
      (root..<Int(tree.nodes[root].end)).filter { index in
        !isOut[index] && !tree.nodes[index].isText && tree.nodes[index].element.isBlock
          && measures.own[index].length >= Self.lengths.lowerBound
      }
    }
    let pulled = blocks.filter { isSetApart($0) }
    guard !pulled.isEmpty else { return [] }
    let apart = Set(pulled)
    // In which paragraphs each run of words stands, the first few of them.
    var places: [UInt64: [Int32]] = [:]
    for index in blocks where !apart.contains(index) {
      for run in runs(in: index) where places[run, default: []].count < 4 {
        places[run, default: []].append(Int32(index))
      }
    }
    return pulled.filter { index in
      let runs = runs(in: index)
      var counts: [Int32: Int] = [:]
      // A paragraph says more than what was pulled out of it.
      let least = measures.own[index].length * 6 / 5
      for run in runs {
        for place in Set(places[run] ?? []) where measures.own[Int(place)].length >= least {
          counts[place, default: 0] += 1
        }
      }
      return runs.count >= 3 && (counts.values.max() ?? 0) * 10 >= runs.count * 7
    }
  }

  /// Whether a block is short, and stands in a box of its own: a quote, a figure, a table, or what its author named so.
  private func isSetApart(_ index: Int) -> Bool {
    guard Self.lengths.contains(measures.own[index].length), tree.nodes[index].element.headingLevel == nil else {
      return false
    }
    var next: Int? = index
    for _ in 0..<6 {
      guard let place = next, place > 0 else { return false }
      let node = tree.nodes[place]
      if node.element == .table, PageTable.isOfData(tree, place) { return false }
      if [.blockquote, .aside, .figure, .table].contains(node.element),
        measures.all[place].length <= Self.lengths.upperBound * 2
      {
        return true
      }
      if isNamedQuote(place) { return measures.all[place].length <= Self.lengths.upperBound * 2 }
      next = tree.parent(of: place)
    }
    return false
  }

  private func isNamedQuote(_ index: Int) -> Bool {
    guard let name = tree.value(.class, of: index)?.prefix(100) else { return false }
    return name.contains { tree.bytes.hasIgnoringCase("pull", at: $0) || tree.bytes.hasIgnoringCase("quote", at: $0) }
  }

  /// The runs of words in a block, as numbers.
  private func runs(in index: Int) -> [UInt64] {
    var words: [UInt64] = []
    var (word, isOpen): (UInt64, Bool) = (0, false)
    func end() {
      if isOpen { words.append(word) }
      (word, isOpen) = (0xCBF2_9CE4_8422_2325, false)
    }
    end()
    for place in tree.inside(index) {
      guard tree.nodes[place].isText else {
        if tree.nodes[place].element.isBlock || tree.nodes[place].element == .br { end() }
        continue
      }
      for byte in tree.words[tree.wordRange(place)] {
        if byte.isASCIILetter || byte &- 0x30 < 10 || byte >= 0x80 {
          word = (word ^ UInt64(byte.smallLetter)) &* 0x100_0000_01B3
          isOpen = true
        } else {
          end()
        }
      }
    }
    end()
    guard words.count >= Self.run else { return [] }
    return (0...(words.count - Self.run)).map { start in
      words[start..<start + Self.run].reduce(0) { ($0 ^ $1) &* 0x100_0000_01B3 }
    }
  }
}

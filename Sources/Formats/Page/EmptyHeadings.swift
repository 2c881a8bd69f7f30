/// Finds labels under which nothing is left, since what they stood over was taken out of the article.
struct EmptyHeadings {
  private let tree: PageTree
  private var isOut: [Bool]
  private let measures: PageMeasures

  /// What is longer says something by itself.
  private static let longest: Int32 = 60

  init(_ tree: PageTree, _ isOut: [Bool], _ measures: PageMeasures) {
    (self.tree, self.isOut, self.measures) = (tree, isOut, measures)
  }

  mutating func find(in roots: [Int]) -> [Int] {
    var found: [Int] = []
    for root in roots {
      let blocks = (root..<Int(tree.nodes[root].end)).filter { index in
        !isOut[index] && !tree.nodes[index].isText && tree.nodes[index].element.isBlock
          && measures.own[index].length > 0
      }
      // What stands behind a label that is taken out is behind the one before it.
      var next: Int?
      for index in blocks.reversed() where index != root {
        if isLabel(index, before: next),
          hasLost(from: Int(tree.nodes[index].end), to: next ?? Int(tree.nodes[root].end))
        {
          found.append(index)
          for place in index..<Int(tree.nodes[index].end) { isOut[place] = true }
        } else {
          next = index
        }
      }
    }
    return found
  }

  /// Whether a block would open what follows, which opens something itself, or is not there.
  private func isLabel(_ index: Int, before next: Int?) -> Bool {
    guard measures.own[index].length <= Self.longest, Int(tree.nodes[index].end) - index < 12 else { return false }
    if let level = tree.nodes[index].element.headingLevel {
      guard let next else { return true }
      return tree.nodes[next].element.headingLevel.map { $0 <= level } ?? false
    }
    let text = tree.text(of: index)
    if text.hasSuffix(":") { return true }
    guard next == nil, ![.p, .li, .td].contains(tree.nodes[index].element), measures.own[index].linked == 0 else {
      return false
    }
    return !(text.last.map { ".!?…。！？”“»\")".contains($0) } ?? true)
  }

  /// Whether links were taken out between two places, and nothing is left there but what is in no block.
  private func hasLost(from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    var index = start
    var hasLost = false
    while index < end, index < start + 3000 {
      let node = tree.nodes[index]
      if !isOut[index], node.isText, measures.all[index].length > 1 { return false }
      if isOut[index], node.element == .a { hasLost = true }
      index += 1
    }
    return hasLost
  }
}

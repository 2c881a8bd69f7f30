/// Finds the words that stand between an article's headline and its text, in a box of their own.
struct ArticleLead {
  private let tree: PageTree
  private let isOut: [Bool]
  private let measures: PageMeasures

  /// How far before the text it is looked for, in nodes.
  private static let farthest = 400

  init(_ tree: PageTree, _ isOut: [Bool], _ measures: PageMeasures) {
    (self.tree, self.isOut, self.measures) = (tree, isOut, measures)
  }

  /// The elements of the lead, in the order in which they stand.
  ///
  /// - Parameters:
  ///   - roots: what the article's text stands in.
  ///   - headline: the heading that is its headline; nil where there is none.
  func find(before roots: [Int], behind headline: Int?) -> [Int] {
    guard let first = roots.first, first > 0 else { return [] }
    let start = headline.map { Int(tree.nodes[$0].end) } ?? max(1, first - Self.farthest)
    guard start < first, first - start < Self.farthest else { return [] }
    var found: [Int] = []
    var index = start
    while index < first, found.count < 4 {
      let node = tree.nodes[index]
      if isOut[index] {
        index = Int(node.end)
      } else if Int(node.end) <= first, isLead(index, isBehindHeadline: headline != nil) {
        found.append(index)
        index = Int(node.end)
      } else {
        index += 1
      }
    }
    return found
  }

  private func isLead(_ index: Int, isBehindHeadline: Bool) -> Bool {
    let node = tree.nodes[index]
    let measure = measures.all[index]
    guard !node.isText, node.element.isBlock, measure.length >= 30, measure.length < 1500, measure.linkDensity < 0.25,
      node.hints.isDisjoint(with: [.byline, .date, .caption, .sharing, .comments, .surely])
    else { return false }
    if node.hints.contains(.lead) { return true }
    guard isBehindHeadline, node.element == .p || node.element == .h2 || isLeaf(index) else { return false }
    return measure.length >= 70 && measure.linkDensity < 0.1 && !isInBox(index)
  }

  private func isLeaf(_ index: Int) -> Bool {
    tree.nodes[index].element == .div && measures.own[index].length == measures.all[index].length
  }

  /// Whether it stands in a figure or the like.
  private func isInBox(_ index: Int) -> Bool {
    var next = tree.parent(of: index)
    while let parent = next {
      let node = tree.nodes[parent]
      if [.figure, .figcaption, .li, .table, .form].contains(node.element) || node.hints.contains(.caption) {
        return true
      }
      next = tree.parent(of: parent)
    }
    return false
  }
}

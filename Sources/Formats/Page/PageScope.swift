/// What of a page is beside any article: what is not shown, and what is there for getting around.
struct PageScope {
  /// How strictly one looks.
  struct Strictness: Sendable {
    /// Which names take something out.
    var minds = Minding.all
    /// Whether names add to and take from a score.
    var weighs = true
    /// Whether parts of the article that look like lists of links are taken out of it.
    var cleans = true
  }

  /// Names that take something out of a page.
  enum Minding: Sendable {
    /// Those such as `sidebar` too.
    case all
    /// Those of advertising and of comments.
    case sure
    case none
  }

  private let tree: PageTree
  private(set) var isOut: [Bool]

  init(_ tree: PageTree) {
    self.tree = tree
    isOut = Array(repeating: false, count: tree.nodes.count)
    var index = 0
    while index < tree.nodes.count {
      if isNeverShown(index) { takeOut(index) }
      index = isOut[index] ? Int(tree.nodes[index].end) : index + 1
    }
  }

  mutating func takeOut(_ index: Int) {
    for place in index..<Int(tree.nodes[index].end) { isOut[place] = true }
  }

  private func isNeverShown(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard !node.isText, index > 0 else { return false }
    switch node.element {
    case .noscript, .template, .svg, .math, .object, .embed, .applet, .audio, .video, .canvas, .button, .select, .input,
      .dialog, .map, .area, .rp, .rt, .textarea:
      return true
    // The picture of a formula stands for its words, though it is hidden from those who are read to.
    case .img: return node.hints.contains(.hidden) && !tree.isFormula(index)
    default: return node.hints.contains(.hidden)
    }
  }

  /// Takes out what is named as being around articles, unless a good part of the page's prose is in it.
  mutating func takeOutSurroundings(_ measures: PageMeasures, minding: Minding) {
    guard minding != .none else { return }
    let whole = Double(measures.all[0].prose)
    var index = 1
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if !isOut[index], !node.isText, !isAmongWords(index, measures) {
        let isSmall =
          node.hints.contains(.surely) && measures.all[index].length < 600
          && !node.hints.contains(.body) && measures.all[0].length - measures.all[index].length > 200
        if isSmall || Double(measures.all[index].prose) <= whole * share(of: node, minding) { takeOut(index) }
      }
      index = isOut[index] ? Int(node.end) : index + 1
    }
  }

  /// Whether an element stands within a running sentence, whose words it then has: no name makes it less than that.
  private func isAmongWords(_ index: Int, _ measures: PageMeasures) -> Bool {
    let node = tree.nodes[index]
    guard !node.element.isBlock, node.hints.isDisjoint(with: [.hidden]) else { return false }
    return [index - 1, Int(node.end)].contains { place in
      tree.nodes.indices.contains(place) && tree.nodes[place].isText && tree.nodes[place].parent == node.parent
        && measures.all[place].length > 0
    }
  }

  /// How much of the page's prose a node may hold and still be beside the matter; below zero for what never is.
  private func share(of node: PageTree.Node, _ minding: Minding) -> Double {
    switch node.element {
    case .nav, .menu, .search: return 0.4
    case .aside, .footer: return 0.3
    // What is quoted from a network is named after it, and is what the text speaks of.
    case .a, .article, .main, .body, .html, .blockquote: return -1
    default: break
    }
    let hints = node.hints
    if hints.contains(.body) { return -1 }
    if hints.contains(.comments) { return 0.9 }
    if hints.contains(.surely) { return hints.contains(.article) ? 0.2 : 0.5 }
    guard minding == .all else { return -1 }
    if hints.contains(.around) { return hints.contains(.article) ? -1 : 0.3 }
    if hints.contains(.sharing) { return 0.05 }
    return -1
  }
}

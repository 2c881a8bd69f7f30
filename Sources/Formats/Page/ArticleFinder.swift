/// Finds the elements that an article's words stand in, by how much prose stands where.
///
/// Each paragraph speaks for the elements around it, the nearer ones more; what is mostly links speaks against itself. So
/// does what its author named after something else. The best element is the article, and those beside it that are like it.
struct ArticleFinder {
  private let tree: PageTree
  private let isOut: [Bool]
  private let measures: PageMeasures
  private let weighs: Bool
  private var scores: [Double]
  private var isCandidate: [Bool]

  /// How much text a paragraph has that speaks for anything.
  private static let shortest: Int32 = 25
  /// How many elements around a paragraph it speaks for.
  private static let levels = 5

  init(_ tree: PageTree, _ scope: PageScope, _ measures: PageMeasures, weighs: Bool) {
    (self.tree, self.measures, self.weighs) = (tree, measures, weighs)
    isOut = scope.isOut
    scores = Array(repeating: 0, count: tree.nodes.count)
    isCandidate = Array(repeating: false, count: tree.nodes.count)
  }

  /// The roots of the article in the order in which they stand; the body where nothing speaks for anything.
  mutating func find() -> [Int] {
    score()
    guard let best = best() else { return [0] }
    if let body = namedBody(best) { return [body] }
    let top = widened(outOfTable(climb(from: best)))
    return withSiblings(top)
  }

  /// What a table of data stands in, where the element is a part of one: a table is not all of an article.
  private func outOfTable(_ top: Int) -> Int {
    var found = top
    var next: Int? = top
    while let index = next {
      if tree.nodes[index].element == .table, PageTable.isOfData(tree, index) { found = tree.parent(of: index) ?? top }
      next = tree.parent(of: index)
    }
    return found
  }

  /// Goes up where beside the element there are others made like it, which hold prose as well, as where each paragraph
  /// stands in boxes of its own.
  private func widened(_ top: Int) -> Int {
    var (top, inner) = (top, top)
    for _ in 0..<Self.levels {
      guard let parent = tree.parent(of: inner), parent > 0, tree.nodes[inner].element != .article else { break }
      let alike = proseAlike(inner, in: parent)
      let outer = measures.all[parent]
      if Double(alike) >= Double(measures.all[top].prose) * 1.25, Double(alike) >= Double(outer.prose) * 0.8,
        outer.linkDensity < 0.25
      {
        top = parent
      }
      inner = parent
    }
    return top
  }

  /// How much prose there is in the elements beside one that have its kind and its class, and in itself.
  private func proseAlike(_ inner: Int, in parent: Int) -> Int32 {
    let (element, name) = (tree.nodes[inner].element, name(of: inner))
    var prose: Int32 = 0
    var index = parent + 1
    while index < Int(tree.nodes[parent].end) {
      if !isOut[index], !tree.nodes[index].isText, tree.nodes[index].element == element {
        if name.elementsEqual(self.name(of: index)) { prose += measures.all[index].prose }
      }
      index = Int(tree.nodes[index].end)
    }
    return prose
  }

  /// The class of an element, or its id.
  private func name(of index: Int) -> MarkupBytes.SubSequence {
    let value = tree.value(.class, of: index) ?? tree.value(.id, of: index) ?? 0..<0
    return tree.bytes[value]
  }

  private mutating func score() {
    for index in tree.nodes.indices where !isOut[index] {
      let node = tree.nodes[index]
      let own = measures.own[index]
      guard !node.isText, node.element.isBlock, own.length >= Self.shortest, node.element.headingLevel == nil else {
        continue
      }
      let score = 1 + Double(own.commas) + min(Double(own.length) / 100, 3)
      // Text that stands loose among blocks is a paragraph of the element itself.
      credit(score * (1 - own.linkDensity * 0.5), from: isLeaf(index) ? tree.parent(of: index) : index)
    }
  }

  /// Whether it has no block in it.
  private func isLeaf(_ index: Int) -> Bool {
    guard tree.nodes[index].element != .li else { return true }
    return measures.own[index].length == measures.all[index].length
  }

  private mutating func credit(_ score: Double, from start: Int?) {
    var next = start
    var level = 0
    while let index = next, level < Self.levels {
      if !isCandidate[index] {
        isCandidate[index] = true
        scores[index] = standing(of: tree.nodes[index])
      }
      scores[index] += level == 0 ? score : level == 1 ? score / 2 : score / Double(level * 3)
      next = tree.parent(of: index)
      level += 1
    }
  }

  /// What an element has to begin with.
  private func standing(of node: PageTree.Node) -> Double {
    let own: Double =
      switch node.element {
      case .article, .main: 15
      case .div, .section: 5
      case .pre, .td, .blockquote: 3
      case .address, .ol, .ul, .dl, .dd, .dt, .li, .form, .table: -3
      case .h1, .h2, .h3, .h4, .h5, .h6, .th: -5
      default: 0
      }
    return own + (weighs ? node.hints.weight : 0)
  }

  private func rating(_ index: Int) -> Double { scores[index] * (1 - measures.all[index].linkDensity) }

  private func best() -> Int? {
    var best: Int?
    for index in tree.nodes.indices where isCandidate[index] && !isOut[index] {
      if best.map({ rating(index) > rating($0) }) ?? true { best = index }
    }
    return best
  }

  /// The element that is named as the words of the article, where it holds nearly all that the best one does.
  private func namedBody(_ best: Int) -> Int? {
    guard weighs else { return nil }
    var found: Int?
    for index in tree.nodes.indices where !isOut[index] && tree.nodes[index].hints.contains(.body) {
      if measures.all[index].prose > (found.map { measures.all[$0].prose } ?? 0) { found = index }
    }
    guard let found, measures.all[found].length >= 250 else { return nil }
    return Double(measures.all[found].prose) >= Double(measures.all[best].prose) * 0.7 ? found : nil
  }

  /// Goes up while what is around the best element is as good, as where paragraphs stand in boxes of their own.
  private func climb(from best: Int) -> Int {
    var top = commonAncestor(best)
    var last = rating(top)
    let least = last / 3
    var next = tree.parent(of: top)
    while let parent = next, parent > 0 {
      guard isCandidate[parent] else {
        next = tree.parent(of: parent)
        continue
      }
      if rating(parent) < least { break }
      if rating(parent) > last {
        top = parent
        break
      }
      last = rating(parent)
      next = tree.parent(of: parent)
    }
    return top
  }

  /// The nearest element around at least three others that are nearly as good as the best one, and it.
  private func commonAncestor(_ best: Int) -> Int {
    let good = tree.nodes.indices.filter {
      isCandidate[$0] && !isOut[$0] && rating($0) >= rating(best) * 0.75 && $0 != best
    }
    guard good.count >= 3 else { return best }
    var next = tree.parent(of: best)
    while let index = next, index > 0 {
      if good.count(where: { $0 > index && $0 < Int(tree.nodes[index].end) }) >= 3 { return index }
      next = tree.parent(of: index)
    }
    return best
  }

  /// The element, and those beside it that hold more of the article.
  private func withSiblings(_ top: Int) -> [Int] {
    guard top > 0, let parent = tree.parent(of: top) else { return [top] }
    let least = max(10, rating(top) * 0.2)
    var roots: [Int] = []
    var index = parent + 1
    while index < Int(tree.nodes[parent].end) {
      if index == top || !isOut[index] && isLike(top, index, least) { roots.append(index) }
      index = Int(tree.nodes[index].end)
    }
    return roots
  }

  private func isLike(_ top: Int, _ index: Int, _ least: Double) -> Bool {
    let node = tree.nodes[index]
    guard !node.isText else { return false }
    if isCandidate[index] {
      let bonus = tree.nodes[top].hints == node.hints && !node.hints.isEmpty ? rating(top) * 0.2 : 0
      if rating(index) + bonus >= least { return true }
    }
    guard node.element == .p else { return false }
    let measure = measures.all[index]
    if measure.length > 80 { return measure.linkDensity < 0.25 }
    return measure.length > 0 && measure.linked == 0 && endsSentence(index)
  }

  private func endsSentence(_ index: Int) -> Bool {
    let text = tree.text(of: index)
    return text.hasSuffix(".") || text.contains(". ") || text.hasSuffix("。")
  }
}

extension PageHints {
  /// What names add to a score, and take from it.
  var weight: Double {
    var weight = 0.0
    if !isDisjoint(with: [.article, .body]) { weight += 25 }
    if !isDisjoint(with: [.around, .comments, .sharing, .doubtful, .caption]) { weight -= 25 }
    return weight
  }
}

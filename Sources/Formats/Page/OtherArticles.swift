/// Finds the articles on a page that are not the one that it is about: those that follow it, one below the other, each with a
/// headline of its own.
struct OtherArticles {
  private let tree: PageTree
  private let isOut: [Bool]
  private let measures: PageMeasures

  /// So much prose makes an element an article of its own.
  private static let least: Int32 = 200

  init(_ tree: PageTree, _ isOut: [Bool], _ measures: PageMeasures) {
    (self.tree, self.isOut, self.measures) = (tree, isOut, measures)
  }

  /// The elements of the other articles within these, where the headline's own is among them.
  func find(in roots: [Int], headline: Int?) -> [Int] {
    guard let headline, tree.nodes[headline].element.headingLevel != nil else { return [] }
    let articles = roots.flatMap { self.articles(in: $0, with: tree.nodes[headline].element) }
    guard let own = articles.first(where: { $0 <= headline && headline < Int(tree.nodes[$0].end) }) else { return [] }
    return articles.filter { $0 != own && measures.all[$0].prose >= Self.least }
  }

  /// The `<article>` elements in a root that hold one heading of a kind, and no article that does.
  private func articles(in root: Int, with heading: HTMLElement) -> [Int] {
    // Each heading speaks for the nearest article around it; one that two speak for is a list of articles.
    var counts: [Int: Int] = [:]
    for index in root..<Int(tree.nodes[root].end) where tree.nodes[index].element == heading && !isOut[index] {
      if let article = nearestArticle(around: index, within: root) { counts[article, default: 0] += 1 }
    }
    return counts.filter { $0.value == 1 }.keys.sorted()
  }

  private func nearestArticle(around index: Int, within root: Int) -> Int? {
    var next = tree.parent(of: index)
    while let place = next, place >= root {
      if tree.nodes[place].element == .article { return place }
      next = tree.parent(of: place)
    }
    return nil
  }
}

/// Finds what an article ends with that is no part of it: links to more of the site's pages, with a heading or without.
struct ArticleTail {
  private let tree: PageTree
  private let isOut: [Bool]
  private let measures: PageMeasures
  private let links: PageLinks

  /// More than so much is rather a part of the article, such as its sources.
  private static let (mostBlocks, mostText): (Int, Int32) = (16, 1200)

  init(_ tree: PageTree, _ isOut: [Bool], _ measures: PageMeasures, _ links: PageLinks) {
    (self.tree, self.isOut, self.measures, self.links) = (tree, isOut, measures, links)
  }

  /// The blocks at the end of these elements that lead to other pages of the site.
  func find(in roots: [Int]) -> [Int] {
    var found: [Int] = []
    var length: Int32 = 0
    for root in roots.reversed() {
      for index in (root..<Int(tree.nodes[root].end)).reversed() where !isOut[index] && !tree.nodes[index].isText {
        let own = measures.own[index]
        guard tree.nodes[index].element.isBlock, own.length > 0 else { continue }
        guard isLeaf(index), leadsOn(index) || tree.nodes[index].element.headingLevel != nil else {
          return length <= Self.mostText ? found : []
        }
        found.append(index)
        length += own.length
        if found.count > Self.mostBlocks { return [] }
      }
    }
    return []
  }

  private func isLeaf(_ index: Int) -> Bool {
    !tree.inside(index).contains {
      !tree.nodes[$0].isText && tree.nodes[$0].element.isBlock && measures.own[$0].length > 0
    }
  }

  /// Whether its words are those of links, none of which leave the site.
  private func leadsOn(_ index: Int) -> Bool {
    guard measures.own[index].linkDensity >= 0.6 else { return false }
    return tree.inside(index).allSatisfy { place in
      guard tree.nodes[place].element == .a, let url = tree.string(.href, of: place).flatMap({ links.resolve($0) })
      else {
        return true
      }
      return links.citedHost(of: url) == nil
    }
  }
}

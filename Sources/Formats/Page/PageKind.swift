/// Tells articles from pages that are none.
struct PageKind {
  private let tree: PageTree
  private let facts: PageFacts
  private let measures: PageMeasures

  /// Below so much prose a page that asks for something is asking, and not telling.
  private static let littleProse: Int32 = 800
  /// As many headings that are links make a page a list.
  private static let manyHeadings = 8

  /// - Parameter measures: of all that is shown.
  init(_ tree: PageTree, _ facts: PageFacts, _ measures: PageMeasures) {
    (self.tree, self.facts, self.measures) = (tree, facts, measures)
  }

  /// - Parameters:
  ///   - length: of the text that was found to be the article.
  ///   - prose: how much of it reads like an article.
  func kind(length: Int32, prose: Int32) -> PageReading.Kind {
    if prose < Self.littleProse {
      if isChallenge { return .challenge }
      if asksForPassword { return .login }
    }
    if length < 25 { return .empty }
    return isList(length: length, prose: prose) ? .list : .article
  }

  private var isChallenge: Bool {
    if tree.nodes.contains(where: { $0.hints.contains(.challenge) }) { return true }
    let title = facts.title?.lowercased() ?? ""
    return [
      "just a moment", "attention required", "are you a robot", "verify you are human", "security check",
      "access denied",
    ]
    .contains { title.contains($0) }
  }

  private var asksForPassword: Bool {
    tree.nodes.indices.contains { index in
      guard tree.nodes[index].element == .input, let kind = tree.value(.type, of: index) else { return false }
      return tree.bytes.isIgnoringCase("password", kind)
    }
  }

  /// Whether most of the page leads elsewhere, and it does not say that it is an article.
  private func isList(length: Int32, prose: Int32) -> Bool {
    let all = measures.all[0]
    if facts.saysArticle { return false }
    if prose < 200, all.linkDensity > 0.5, all.linked > 400 { return true }
    guard length * 3 < all.length else { return false }
    var headings = 0
    for index in tree.nodes.indices where tree.nodes[index].element.headingLevel ?? 1 > 1 {
      if measures.all[index].length >= 15, measures.all[index].linkDensity > 0.9 { headings += 1 }
    }
    return headings >= Self.manyHeadings && prose < 3000
  }
}

import Briefing

/// Finds lines of an article that are none of its words: what leads to comments and to other articles, the day and the byline
/// before its first paragraph, who its author is at its end.
struct ArticleFurniture {
  private let tree: PageTree
  private let isOut: [Bool]
  private let measures: PageMeasures
  private let links: PageLinks
  private let authors: [String]

  /// What is longer is a paragraph, and what is shorter may be a line for itself.
  private static let (paragraph, line): (Int32, Int32) = (80, 200)

  init(_ tree: PageTree, _ isOut: [Bool], _ measures: PageMeasures, _ links: PageLinks, _ authors: [String]) {
    (self.tree, self.isOut, self.measures, self.links, self.authors) = (tree, isOut, measures, links, authors)
  }

  func find(in roots: [Int]) -> [Int] {
    let leaves = roots.flatMap { self.leaves(in: $0) }
    var found = Set(leaves.filter { measures.own[$0].length < Self.line && isFurniture($0) })
    // Before the first paragraph stands what a headline has around it.
    let first = leaves.firstIndex { isParagraph($0) } ?? 0
    found.formUnion(leaves[..<first].filter { isAboutArticle($0) })
    found.formUnion(aboutAuthor(leaves.filter { !found.contains($0) }))
    return found.sorted()
  }

  /// The blocks that hold words and no other block with words.
  private func leaves(in root: Int) -> [Int] {
    var found: [Int] = []
    var index = root
    while index < Int(tree.nodes[root].end) {
      let node = tree.nodes[index]
      if isOut[index] {
        index = Int(node.end)
        continue
      }
      if !node.isText, node.element.isBlock, measures.own[index].length > 0 {
        if let last = found.last, Int(tree.nodes[last].end) > index { found.removeLast() }
        found.append(index)
      }
      index += 1
    }
    return found
  }

  private func isParagraph(_ index: Int) -> Bool {
    measures.own[index].length >= Self.paragraph && measures.own[index].linkDensity < 0.5
  }

  private func isFurniture(_ index: Int) -> Bool {
    let text = tree.text(of: index)
    if ArticleLabels.countsComments(text) { return true }
    return measures.own[index].linkDensity > 0.3 && ArticleLabels.leadsOn(text)
  }

  /// Whether a line is a day, a byline, or leads to the articles before and behind.
  private func isAboutArticle(_ index: Int) -> Bool {
    let element = tree.nodes[index].element
    guard measures.own[index].length < Self.paragraph, element.headingLevel == nil,
      ![.td, .th, .li, .dt, .dd].contains(element)
    else { return false }
    let text = tree.text(of: index)
    if Byline.isDate(text) || text.utf8.count < 8 && text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
    if Byline.isByline(text), Byline.names(text).contains(where: { authors.contains($0) }) { return true }
    return measures.own[index].linkDensity > 0.6 && leadsWithin(index) && !text.contains(". ")
  }

  private func leadsWithin(_ index: Int) -> Bool {
    tree.inside(index).allSatisfy { place in
      guard tree.nodes[place].element == .a, let url = tree.string(.href, of: place).flatMap({ links.resolve($0) })
      else { return true }
      return links.citedHost(of: url) == nil
    }
  }

  /// The paragraph that says who the author is, which is among the last, and all behind it.
  private func aboutAuthor(_ leaves: [Int]) -> [Int] {
    let last = leaves.dropFirst().suffix(3)
    guard let first = last.firstIndex(where: { isAboutAuthor($0) }) else { return [] }
    return Array(last[first...])
  }

  /// Whether a paragraph begins with an author's name.
  private func isAboutAuthor(_ index: Int) -> Bool {
    guard measures.own[index].length < 700, tree.nodes[index].element != .li else { return false }
    let text = tree.text(of: index)
    return authors.contains { $0.contains(" ") && text.hasPrefix($0) && text.utf8.count > $0.utf8.count + 20 }
  }
}

/// The words that sites put beside articles, in the languages of many.
enum ArticleLabels {
  /// `12 Comments`, `Comments (3)`, `Keine Kommentare`.
  static func countsComments(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    guard words.contains(where: { comments.contains($0) }), words.count <= 4 else { return false }
    return text.contains(where: \.isNumber) || words.contains { none.contains($0) }
  }

  /// `Read more: …`, `Lesen Sie auch: …`.
  static func leadsOn(_ text: String) -> Bool {
    let small = String(text.lowercased().drop { !$0.isLetter })
    return labels.contains { label in
      small.hasPrefix(label) && !(small.dropFirst(label.count).first.map { $0.isLetter } ?? false)
    }
  }

  private static let comments: Set<Substring> = [
    "comment", "comments", "kommentar", "kommentare", "commentaire", "commentaires", "comentario", "comentarios",
    "comentário", "comentários", "commenti", "commento", "reacties", "kommentarer", "komentarze", "комментарий",
    "комментария", "комментариев", "комментарии", "yorum", "コメント", "评论",
  ]
  private static let none: Set<Substring> = [
    "no", "keine", "aucun", "sin", "nessun", "geen", "inga", "brak", "нет", "leave", "post",
  ]
  private static let labels = [
    "read more", "read also", "read next", "also read", "see also", "more:", "related", "read:", "don't miss",
    "don’t miss",
    "you may also like", "more on this", "more from", "recommended", "mehr zum thema", "lesen sie auch",
    "lesen sie mehr",
    "mehr dazu", "auch interessant", "lire aussi", "à lire aussi", "a lire aussi", "lire également", "à lire",
    "voir aussi",
    "lea también", "lee también", "leer también", "te puede interesar", "más información", "ver también", "leia também",
    "leia mais", "veja também", "leggi anche", "lees ook", "lees meer", "läs också", "läs mer", "les også", "læs også",
    "lue myös", "lue lisää", "czytaj także", "dowiedz się więcej", "czytaj też", "zobacz także", "читайте также",
    "читать далее",
    "ayrıca oku",
    "関連記事", "あわせて読みたい", "相关阅读", "相关新闻", "延伸阅读", "延伸閱讀",
  ]
}

import Briefing

/// Authors.
extension PageHeadline {
  /// Who wrote the article: what the page says for search engines, then what it names an author, then a line such as
  /// `By Ann Lee` beside the headline. What is the site's own name, or says that nobody is named, is none.
  var authors: [String] {
    let metas = [
      "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "article:author",
    ]
    var found = facts.linkedData.authors.flatMap { persons($0) }
    var rest: [String] = []
    for name in metas where found.isEmpty { if let text = facts.meta(name) { found = persons(text) } }
    if facts.linkedData.isByTeam || found.allSatisfy({ Byline.isTeam($0) }) { (rest, found) = (found, []) }
    if found.isEmpty { found = marked(.author) }
    if found.isEmpty { found = marked(.byline) }
    if found.isEmpty { found = beside() }
    var seen: Set<String> = []
    return (found.isEmpty ? rest : found).prefix(20).filter { seen.insert($0.lowercased()).inserted }
  }

  /// The names in a text that are not the site's.
  private func persons(_ text: String) -> [String] {
    let sites = [site, facts.linkedData.publisher, facts.meta("og:site_name")].compactMap { $0.map(words) }
    if sites.contains(words(text)) { return [] }
    return Byline.names(text).filter { !sites.contains(words($0)) }
  }

  /// The names in the first elements that are said or named to be the author, those in a row; none of a comment's, nor of
  /// what stands around the article.
  private func marked(_ hint: PageHints) -> [String] {
    var found: [String] = []
    var end: Int?
    for index in named(hint) where Int(tree.nodes[index].end) - index < 40 {
      if let end, index < end { continue }
      if let end, index > end + 12 { break }
      guard !isElsewhere(index) else { continue }
      let names = namesIn(index)
      if names.isEmpty { continue }
      found += names
      end = Int(tree.nodes[index].end)
    }
    return found
  }

  /// The first elements that are named so.
  func named(_ hints: PageHints, or element: HTMLElement? = nil) -> [Int] {
    let all = tree.nodes.indices.lazy.filter {
      !tree.nodes[$0].hints.isDisjoint(with: hints) || element != nil && tree.nodes[$0].element == element
    }
    return Array(all.prefix(200))
  }

  /// The names in an element: each link's, where it holds several.
  private func namesIn(_ index: Int) -> [String] {
    let text = tree.text(of: index)
    guard text.utf8.count < 160 else { return [] }
    let links = tree.inside(index).filter { tree.nodes[$0].element == .a }
    if links.count > 1, !text.contains(",") {
      let names = links.flatMap { persons(tree.text(of: $0)) }
      if names.count == links.count { return names }
    }
    return persons(text)
  }

  private func isElsewhere(_ index: Int) -> Bool {
    var next: Int? = index
    while let place = next {
      let node = tree.nodes[place]
      if node.element == .aside || !node.hints.isDisjoint(with: [.comments, .surely]) {
        return place > 0
      }
      next = tree.parent(of: place)
    }
    return false
  }

  private func beside() -> [String] {
    for line in linesBesideHeadline where line.utf8.count < 200 && Byline.isByline(line) {
      let names = persons(line)
      if !names.isEmpty { return names }
    }
    return []
  }
}

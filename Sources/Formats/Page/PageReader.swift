import Briefing

/// Makes a story of a page.
struct PageReader {
  private let tree: PageTree
  private let facts: PageFacts
  private let url: String?

  /// Below so much text one looks again, less strictly.
  private static let enough: Int32 = 500
  /// Below so much, at everything.
  private static let little: Int32 = 60

  init(_ tree: PageTree, _ facts: PageFacts, url: String?) {
    (self.tree, self.facts, self.url) = (tree, facts, url)
  }

  func read() -> PageReading {
    let scope = PageScope(tree)
    let head = PageHeadline(tree, facts, without: scope.isOut)
    let heading = head.heading
    let address = address()
    let links = PageLinks(address: url ?? address, base: facts.base)
    var found = article(scope, heading, links)
    found.takeOut(OtherArticles(tree, found.isOut, found.whole).find(in: found.roots, headline: heading), tree)
    found.takeOut(ArticleFurniture(tree, found.isOut, found.whole, links, head.authors).find(in: found.roots), tree)
    found.takeOut(RepeatedWords(tree, found.isOut, found.whole).find(in: found.roots), tree)
    found.takeOut(ArticleTail(tree, found.isOut, found.whole, links).find(in: found.roots), tree)
    var headings = EmptyHeadings(tree, found.isOut, found.whole)
    found.takeOut(headings.find(in: found.roots), tree)
    let verdict = facts.linkedData.verdict.flatMap { line($0, in: found.roots) ?? line($0, in: [0]) }
    found.takeBack(verdict, tree)
    var blocks = PageBlocks(tree, without: found.isOut, links)
    blocks.verdict = verdict
    for root in found.roots { blocks.read(root) }
    let aside = Self.inOrder(
      PageSurroundings(tree, found.roots, without: found.isOut, heading: heading).pieces() + blocks.lost)
    let kind = PageKind(tree, facts, found.whole).kind(length: found.length, prose: found.prose)
    let story = story(blocks.parts, head, address)
    return PageReading(
      kind: kind, reading: Reading(story: PageBriefing.taken(from: story), setAside: aside),
      language: facts.linkedData.language ?? facts.language)
  }

  /// The first line within some elements that says just this.
  private func line(_ text: String, in roots: [Int]) -> Int? {
    for root in roots {
      for index in tree.inside(root) where tree.nodes[index].element.isBlock && Int(tree.nodes[index].end) - index < 6 {
        if tree.text(of: index).lowercased() == text.lowercased() { return index }
      }
    }
    return nil
  }

  /// All that the page shows.
  func all() -> Reading {
    let isOut = PageScope(tree).isOut
    var blocks = PageBlocks(tree, without: isOut, PageLinks(address: url, base: facts.base))
    blocks.read(0)
    let aside = Self.inOrder(PageSurroundings(tree, [0], without: isOut, heading: nil).pieces() + blocks.lost)
    let sections = Self.sections(blocks.parts)
    return Reading(
      story: Story(headline: "", lede: blocks.parts[0].blocks, sections: sections).withQuestionsMarked(),
      setAside: aside)
  }

  private static func inOrder(_ pieces: [SetAside]) -> [SetAside] {
    pieces.sorted { ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound) }
  }

  private static func sections(_ parts: [PageBlocks.Part]) -> [Section] {
    parts.dropFirst().map { Section(heading: $0.heading ?? "", level: $0.level, isQuestion: false, blocks: $0.blocks) }
  }

  /// Where an article stands, and what is out of it.
  private struct Found {
    var roots: [Int]
    var isOut: [Bool]
    var length: Int32
    /// How much of that reads like an article.
    var prose: Int32
    /// Of all that is shown on the page.
    var whole: PageMeasures

    /// Has an element in the article again, and no more of what it stands in.
    mutating func takeBack(_ index: Int?, _ tree: PageTree) {
      guard let index else { return }
      for place in index..<Int(tree.nodes[index].end) { isOut[place] = false }
      if !roots.contains(where: { $0 <= index && index < Int(tree.nodes[$0].end) }) {
        roots = (roots + [index]).sorted()
      }
      var next = tree.parent(of: index)
      while let place = next {
        isOut[place] = false
        next = tree.parent(of: place)
      }
    }

    mutating func takeOut(_ indices: [Int], _ tree: PageTree) {
      for index in indices { for place in index..<Int(tree.nodes[index].end) { isOut[place] = true } }
    }
  }

  /// Looks for the article, less and less strictly while too little is found.
  private func article(_ scope: PageScope, _ heading: Int?, _ links: PageLinks) -> Found {
    let measures = PageMeasures(tree, without: scope.isOut)
    var best: Found?
    var strictness = PageScope.Strictness()
    for step in 0..<5 {
      switch step {
      case 1: strictness.minds = .sure
      case 2: strictness.weighs = false
      case 3: strictness.cleans = false
      case 4: strictness.minds = .none
      default: break
      }
      // What is named as advertising or as a comment is looked at only where there is nothing else.
      if step == 4, let best, best.length >= Self.little { return best }
      let found = article(scope, measures, strictness, heading, links)
      if found.length >= Self.enough { return found }
      if found.length > best?.length ?? -1 { best = found }
    }
    return best ?? Found(roots: [], isOut: scope.isOut, length: 0, prose: 0, whole: measures)
  }

  private func article(
    _ scope: PageScope, _ measures: PageMeasures, _ strictness: PageScope.Strictness, _ heading: Int?,
    _ links: PageLinks
  ) -> Found {
    let whole = measures
    var (scope, measures) = (scope, measures)
    if strictness.minds != .none {
      scope.takeOutSurroundings(measures, minding: strictness.minds)
      measures = PageMeasures(tree, without: scope.isOut)
    }
    var finder = ArticleFinder(tree, scope, measures, weighs: strictness.weighs)
    let roots = finder.find()
    var cleaner = ArticleCleaner(tree, scope, measures, strictness, links)
    cleaner.clean(roots)
    let lead = ArticleLead(tree, cleaner.scope.isOut, measures).find(before: roots, behind: heading)
    let length = roots.reduce(0) { $0 + cleaner.measures.all[$1].length }
    let prose = roots.reduce(0) { $0 + cleaner.measures.all[$1].prose }
    return Found(roots: lead + roots, isOut: cleaner.scope.isOut, length: length, prose: prose, whole: whole)
  }

  /// The page's own address, as it says it; nil where it does not.
  private func address() -> String? {
    let links = PageLinks(address: url, base: nil)
    let said = facts.canonical ?? facts.meta("og:url")
    return said.flatMap { links.resolve($0) } ?? url.flatMap { LinkOrigin.whole($0) }
  }

  private func story(_ parts: [PageBlocks.Part], _ head: PageHeadline, _ address: String?) -> Story {
    let headline = head.headline ?? ""
    let parts = ArticleTrimming.trimmed(parts, headline: headline)
    return Story(
      headline: headline, lede: parts.first?.blocks ?? [], sections: Self.sections(parts), publisher: head.site,
      authors: head.authors, url: address, published: head.published(url: url ?? address)
    ).withQuestionsMarked()
  }
}

import Briefing

/// What a page's article is called, who wrote it and when, out of what the page says of itself.
struct PageHeadline {
  let tree: PageTree
  let facts: PageFacts
  private let isOut: [Bool]
  /// The heading that is the headline: the one that a title repeats, or else the only one of its level.
  private(set) var heading: Int?

  init(_ tree: PageTree, _ facts: PageFacts, without isOut: [Bool]) {
    (self.tree, self.facts, self.isOut) = (tree, facts, isOut)
    heading = findHeading()
  }

  /// What the page says that it is called.
  private var said: [String] {
    [facts.linkedData.headline, facts.meta("og:title", "twitter:title", "dc.title", "parsely-title"), facts.title]
      .compactMap { $0 }
  }

  private func findHeading() -> Int? {
    if let exact { return exact }
    let all = tree.nodes.indices.lazy.filter { tree.nodes[$0].element == .h1 && !isOut[$0] }.prefix(20)
    let headings = all.filter { !isSite($0) }
    let titles = said.map(words)
    var best: (index: Int, share: Double, matched: Double)?
    for index in headings {
      let heading = words(tree.text(of: index))
      guard heading.count > 8 else { continue }
      if titles.contains(where: { $0.starts(with: heading) || $0.count > 15 && heading.starts(with: $0) }) {
        return index
      }
      let share = titles.map { self.share(of: tree.text(of: index), in: $0) }.max() ?? 0
      // One word of a title says less than several.
      let matched = share < 0.3 ? share : share * Double(min(tree.text(of: index).split(separator: " ").count, 4))
      if matched > best?.matched ?? -1 { best = (index, share, matched) }
    }
    guard let best else { return nil }
    if best.share >= 0.3 { return best.index }
    // A few words alone are rather the name of a part of the site.
    let text = tree.text(of: best.index)
    let isSentence = text.split(separator: " ").count >= 5 || text.utf8.count >= 36 && !text.contains(" ")
    return headings.count == 1 && isSentence ? best.index : nil
  }

  /// The heading, or else the line of its own, that says word for word what a title says without the name of the site, or the
  /// longest part of one.
  private var exact: Int? {
    var wanted: [[UInt8]: Int] = [:]
    var (shortest, longest) = (Int.max, 0)
    for title in said {
      let whole = withoutSite(title)
      let parts = pieces(of: title).filter { $0.utf8.count * 2 > title.utf8.count }
      for (rank, part) in [(0, whole)] + parts.map({ (1, $0) }) where words(part).count > 12 {
        wanted[words(part)] = min(rank, wanted[words(part)] ?? rank)
        (shortest, longest) = (min(shortest, words(part).count), max(longest, part.utf8.count))
      }
    }
    var best: (index: Int, rank: Int)?
    for index in tree.nodes.indices where !isOut[index] && tree.nodes[index].element.isBlock && longest > 0 {
      let node = tree.nodes[index]
      let rank = node.element == .h1 ? 0 : node.element.headingLevel != nil ? 2 : 4
      guard rank < best?.rank ?? 9, Int(node.end) - index < 24, isShown(index, shortest...(longest * 2 + 400)) else {
        continue
      }
      if rank == 4, tree.inside(index).contains(where: { tree.nodes[$0].element == .a }) { continue }
      let text = tree.text(of: index)
      guard let part = wanted[words(text)], rank + part < best?.rank ?? 9 else { continue }
      // A line that is no heading may be what the page says of itself, with the site's name.
      if rank == 4, !pieces(of: text).isEmpty { continue }
      best = (index, rank + part)
      if rank + part == 0 { break }
    }
    return best?.index
  }

  /// Whether so many bytes of words are in a node.
  private func isShown(_ index: Int, _ lengths: ClosedRange<Int>) -> Bool {
    var count = 0
    for place in tree.inside(index) where tree.nodes[place].isText {
      count += tree.wordRange(place).count
      if count > lengths.upperBound { return false }
    }
    return count >= lengths.lowerBound
  }

  /// Whether a heading is the name of the site.
  private func isSite(_ index: Int) -> Bool {
    let name = words(tree.text(of: index))
    if name.isEmpty { return true }
    if let site, words(site) == name { return true }
    // Behind a sign at the end of the title.
    return said.contains { title in
      words(title).count > name.count
        && ["|", " - ", " – ", " — ", "::", "»", "·", "：", "｜"].contains { sign in
          title.components(by: sign).dropFirst().last.map { words($0) == name } ?? false
        }
    }
  }

  /// How many of a text's words stand among the letters of another.
  private func share(of text: String, in letters: [UInt8]) -> Double {
    let other = String(decoding: letters, as: UTF8.self)
    let pieces = text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }
    guard !pieces.isEmpty else { return 0 }
    return Double(pieces.count { other.contains($0) }) / Double(pieces.count)
  }

  var headline: String? {
    if let heading { return withoutSite(tree.text(of: heading), isTitle: false) }
    if let first = said.first { return withoutSite(first) }
    return tree.nodes.indices.first { tree.nodes[$0].element == .h1 && !isOut[$0] }.map { tree.text(of: $0) }
  }

  func words(_ text: String) -> [UInt8] {
    Array(text.lowercased().utf8.filter { $0.isASCIILetter || $0 &- 0x30 < 10 || $0 >= 0x80 })
  }

  /// Signs that stand between what a page is called and what its site is.
  private static let signs = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "|", "｜", "_"]

  /// What a title says in front of and behind each sign, all that is more than a word.
  private func pieces(of title: String) -> [String] {
    for sign in Self.signs {
      let parts = title.components(by: sign)
      guard (2...6).contains(parts.count) else { continue }
      return (1..<parts.count).flatMap { count in
        [parts.prefix(count).joined(separator: sign), parts.suffix(parts.count - count).joined(separator: sign)]
      }
    }
    return []
  }

  /// The words without the name of the site, which stands behind a sign of its own, or before one.
  ///
  /// - Parameter isTitle: whether a few words at the end are taken for the site's name, though nothing says that they are.
  private func withoutSite(_ title: String, isTitle: Bool = true) -> String {
    let names = [facts.meta("og:site_name"), facts.linkedData.publisher, facts.meta("application-name")]
      .compactMap { $0.map(words) }.filter { !$0.isEmpty }
    for sign in Self.signs {
      let parts = title.components(by: sign)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      let (head, tail) = (parts.dropLast().joined(separator: sign), parts.dropFirst().joined(separator: sign))
      if names.contains(words(last)), !words(head).isEmpty { return PageText.line(head) }
      if names.contains(words(first)), !words(tail).isEmpty { return PageText.line(tail) }
      let isName = last.split(separator: " ").count <= 4 && head.split(separator: " ").count > 3
      if isTitle, sign.hasPrefix(" "), isName { return head }
    }
    return title
  }

  /// Who publishes the page.
  var site: String? {
    facts.meta("og:site_name") ?? facts.linkedData.publisher ?? facts.meta("application-name")
  }
}

extension String {
  /// The pieces between the places where a sign stands.
  fileprivate func components(by sign: String) -> [String] {
    split(separator: sign, omittingEmptySubsequences: false).map(String.init)
  }
}

/// Lines around the headline.
extension PageHeadline {
  /// The lines that stand right behind the headline, or before the first paragraph where there is none.
  var linesBesideHeadline: [String] {
    var lines: [String] = []
    var index = heading.map { Int(tree.nodes[$0].end) } ?? 1
    let end = min(tree.nodes.count, index + 120)
    while index < end, lines.count < 8 {
      let node = tree.nodes[index]
      guard node.element.isBlock, !node.isText, isLine(index) else {
        index += 1
        continue
      }
      let text = tree.text(of: index)
      if text.utf8.count > 200 { break }
      if !text.isEmpty { lines.append(text) }
      index = Int(node.end)
    }
    return lines
  }

  /// Whether a block holds no other.
  private func isLine(_ index: Int) -> Bool {
    Int(tree.nodes[index].end) - index < 40
      && !tree.inside(index).contains { !tree.nodes[$0].isText && tree.nodes[$0].element.isBlock }
  }
}

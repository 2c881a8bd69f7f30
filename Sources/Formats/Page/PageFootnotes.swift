import Briefing

/// Footnotes: marks such as `[3]` that lead to a place on the page where an address stands.
struct PageFootnotes {
  private let tree: PageTree
  private let links: PageLinks
  /// The nodes that can be led to, by their ids.
  private let places: [String: Int]

  init(_ tree: PageTree, _ links: PageLinks) {
    (self.tree, self.links) = (tree, links)
    var places: [String: Int] = [:]
    // Without a link to a place there is no footnote, and most pages with articles have none.
    if tree.nodes.indices.contains(where: { Self.mark($0, tree) != nil }) {
      for index in tree.nodes.indices {
        if let id = tree.string(.id, of: index), places[id] == nil { places[id] = index }
      }
    }
    self.places = places
  }

  /// What a link stands for that is the mark of a footnote with an address; nil for any other.
  func citation(of link: Int) -> Citation? {
    guard !places.isEmpty, let id = Self.mark(link, tree), let place = places[id] else { return nil }
    // An anchor without words stands at the beginning of its note.
    let isAnchor = Int(tree.nodes[place].end) == place + 1
    guard let note = isAnchor ? tree.parent(of: place) : place, note > 0, place - note < 3,
      !tree.inside(note).contains(link)
    else { return nil }
    for index in tree.inside(note).prefix(200) where tree.nodes[index].element == .a {
      guard let url = tree.string(.href, of: index).flatMap({ links.resolve($0) }), let host = links.citedHost(of: url)
      else {
        continue
      }
      let label = tree.text(of: index)
      return Citation(place: 0, host: host, url: url, label: label.isEmpty || label.utf8.count > 200 ? nil : label)
    }
    return nil
  }

  /// The id that the mark of a footnote leads to: a link within the page whose words are a number, bracketed or not.
  private static func mark(_ index: Int, _ tree: PageTree) -> String? {
    guard tree.nodes[index].element == .a, Int(tree.nodes[index].end) - index < 6,
      let range = tree.value(.href, of: index), range.count > 1, tree.bytes[range.lowerBound] == UInt8(ascii: "#")
    else { return nil }
    let words = tree.text(of: index).utf8
    guard (1...5).contains(words.count), words.contains(where: { $0 &- 0x30 < 10 }),
      words.allSatisfy({ $0 &- 0x30 < 10 || "[]()".utf8.contains($0) })
    else { return nil }
    return tree.string(.href, of: index).map { String($0.dropFirst()) }
  }
}

import Briefing

/// What of a page is not in its story, with where it stands.
struct PageSurroundings {
  private let tree: PageTree
  /// Which nodes the story was made of.
  private var isUsed: [Bool]

  /// - Parameters:
  ///   - roots: what the story's words stand in.
  ///   - isOut: what of that is not part of it.
  ///   - heading: the headline.
  init(_ tree: PageTree, _ roots: [Int], without isOut: [Bool], heading: Int?) {
    self.tree = tree
    isUsed = Array(repeating: false, count: tree.nodes.count)
    for root in roots { for index in root..<Int(tree.nodes[root].end) { isUsed[index] = !isOut[index] } }
    if let heading { for index in heading..<Int(tree.nodes[heading].end) { isUsed[index] = true } }
  }

  /// One piece for all that stands between two texts of the story, where that has words.
  func pieces() -> [SetAside] {
    var pieces: [SetAside] = []
    var words: [UInt8] = []
    var place: Range<Int>?
    func finish() {
      let text = PageText.line(words)
      if let place, !text.isEmpty { pieces.append(SetAside(place: place, text: text, reason: .surroundings)) }
      (words, place) = ([], nil)
    }
    for index in tree.nodes.indices where tree.nodes[index].isText {
      if isUsed[index] {
        if place != nil { finish() }
      } else {
        let source = tree.source(of: index)
        place = (place?.lowerBound ?? source.lowerBound)..<max(source.upperBound, place?.upperBound ?? 0)
        words += tree.words[tree.wordRange(index)]
        words.append(0x20)
      }
    }
    finish()
    return pieces
  }
}

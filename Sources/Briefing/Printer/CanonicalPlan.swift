/// How each block of a story is written: in its place as far as that is read back exactly, and else beside it.
///
/// Which it is, the reader decides: what is written is read, and what did not come back is said in a line of its own.
struct CanonicalPlan {
  enum Words {
    /// Links stand for the citations that they are, the others are marks.
    case linked
    /// Every citation is a mark of its own.
    case marked
    /// The words stand alone; what is set apart in them, and what they cite, is said beside them.
    case alone
  }

  private var words: [Int: Words] = [:]
  /// The blocks whose quotes and items are said beside them.
  private(set) var contained: Set<Int> = []

  func words(of block: Int) -> Words { words[block] ?? .linked }

  /// The text that `write` makes of the story, read back and mended until it says the same.
  static func text(of story: Story, _ write: (CanonicalPlan) -> String) -> String {
    var plan = CanonicalPlan()
    var text = write(plan)
    guard story.hasMarks else { return text }
    let blocks = story.blocks
    for _ in 0..<3 {
      let again = StoryParser.parse(Array(text.utf8)).story.blocks
      guard plan.mend(blocks, again) else { break }
      text = write(plan)
    }
    return text
  }

  /// False if everything came back.
  private mutating func mend(_ blocks: [Block], _ again: [Block]) -> Bool {
    var isMended = false
    for (number, block) in blocks.enumerated() {
      let read = number < again.count ? again[number] : Block(text: "")
      if read.containers != block.containers, contained.insert(number).inserted { isMended = true }
      if read.citations == block.citations, read.spans == block.spans, read.text.utf8.elementsEqual(block.text.utf8) {
        continue
      }
      switch words(of: number) {
      case .linked: words[number] = .marked
      case .marked: words[number] = .alone
      case .alone: continue
      }
      isMended = true
    }
    return isMended
  }
}

extension Story {
  /// Whether anything is in it but plain paragraphs.
  fileprivate var hasMarks: Bool {
    blocks.contains { !$0.containers.isEmpty || !$0.spans.isEmpty || !$0.citations.isEmpty || $0.kind != .prose }
  }
}

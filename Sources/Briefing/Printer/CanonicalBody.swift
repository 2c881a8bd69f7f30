/// Writes the blocks of a story, in either of the forms that parse back.
struct CanonicalBody {
  private let story: Story
  private let plan: CanonicalPlan
  private let style: CanonicalForm.Style
  private(set) var text = ""
  /// What has no place in the text.
  private(set) var amendments: [(change: CanonicalAmendment.Change, number: Int)] = []
  private var prefix = ContainerPrefix()
  private var ownHost: String?
  /// How many blocks, citations and sections there were.
  private var blocks = 0
  private var citations = 0
  private var sections = 0

  init(_ story: Story, _ plan: CanonicalPlan, _ style: CanonicalForm.Style) {
    (self.story, self.plan, self.style) = (story, plan, style)
    ownHost = story.url.flatMap(CanonicalForm.host)
  }

  /// Whether a heading of the first level would be taken for the headline, of this story or of one of its own.
  var needsHeadline: Bool {
    if style == .markdown, story.sections.contains(where: { $0.level <= 1 }) { return true }
    return story.summary.isEmpty && story.lede.isEmpty && story.sections.first?.level == 1
  }

  /// Writes something that stands alone.
  mutating func put(_ line: String) {
    if !text.isEmpty { text += "\n\n" }
    text += line
    prefix = ContainerPrefix()
  }

  mutating func put(bullets: [String], escaped: (String) -> String) {
    if !bullets.isEmpty { put(bullets.map { "- \(escaped($0))" }.joined(separator: "\n")) }
  }

  mutating func putBlocks(escaped: (String) -> String) {
    if opensWithBullets { put("\(CanonicalForm.listEnd)") }
    for block in story.lede { put(block) }
    let asking = story.questionHeadings
    for (number, section) in story.sections.enumerated() {
      put(String(repeating: "#", count: min(max(1, section.level), 6)) + " " + escaped(section.heading))
      if section.isQuestion != asking.contains(number) {
        amendments.append((.question(section.isQuestion), number + 1))
      }
      for block in section.blocks { put(block) }
    }
  }

  /// Whether the lede opens with a list that would be taken for more of the summary.
  private var opensWithBullets: Bool {
    guard case .item(let item) = story.lede.first?.containers.first else { return false }
    return CanonicalForm.marker(item.marker).kind == .bullets
  }

  private mutating func put(_ block: Block) {
    blocks += 1
    var writer = CanonicalWords(
      block, plan.words(of: blocks - 1), style, ownHost: ownHost, firstCitation: citations + 1)
    let lines = writer.lines()
    citations += block.citations.count
    prefix.enter(block, into: &text)
    for (index, line) in lines.enumerated() { prefix.write(line, isFirst: index == 0, into: &text) }
    amendments += writer.ofBlock.map { ($0, blocks) }
    if plan.contained.contains(blocks - 1) { amendments.append((.containers(block.containers), blocks)) }
    amendments += writer.ofCitations
  }
}

/// What stands before the lines of a block: the marks of the quotes and items that it is in.
private struct ContainerPrefix {
  private var open: [Block.Container] = []
  /// How many of them the next line goes on in; the others are opened by it.
  private var common = 0

  /// Writes what parts a block from the one above: a blank line, or only a line break between plain items of a list.
  mutating func enter(_ block: Block, into text: inout String) {
    let next = Array(block.containers.prefix(CanonicalForm.deepest))
    common = zip(open, next).prefix { $0 == $1 }.count
    let between = Self.continued(open[..<common], isBlank: true)
    let isTight = isSibling(next) && open.count == common + 1 && next.count == common + 1 && isPlain && block.isPlain
    if !text.isEmpty { text += isTight ? "\n" : "\n\(between)\n" }
    if isFollowedByOtherList(next) {
      text += Self.continued(open[..<common]) + "\(CanonicalForm.listEnd)\n\(between)\n"
    }
    (open, isPlain) = (next, block.isPlain)
  }

  private var isPlain = false

  /// Writes one line of the block that was entered.
  mutating func write(_ line: String, isFirst: Bool, into text: inout String) {
    guard isFirst else {
      text += "\n" + Self.continued(open[...], isBlank: line.isEmpty) + line
      return
    }
    text += Self.continued(open[..<common])
    for container in open[common...] {
      switch container {
      case .quote: text += "> "
      case .item(let item): text += CanonicalForm.marker(item.marker).text + " "
      }
    }
    text += line
  }

  /// Whether the next item belongs to the list of the one that ends.
  private func isSibling(_ next: [Block.Container]) -> Bool {
    guard let (last, item) = items(next) else { return false }
    return last.list == item.list && CanonicalForm.marker(last.marker).kind == CanonicalForm.marker(item.marker).kind
  }

  /// Whether it would be taken for one, and is not.
  private func isFollowedByOtherList(_ next: [Block.Container]) -> Bool {
    guard let (last, item) = items(next) else { return false }
    return last.list != item.list && CanonicalForm.marker(last.marker).kind == CanonicalForm.marker(item.marker).kind
  }

  private func items(_ next: [Block.Container]) -> (Block.Item, Block.Item)? {
    guard common < open.count, common < next.count, case .item(let last) = open[common],
      case .item(let item) = next[common]
    else { return nil }
    return (last, item)
  }

  private static func continued(_ containers: ArraySlice<Block.Container>, isBlank: Bool = false) -> String {
    var text = ""
    for container in containers {
      switch container {
      case .quote: text += "> "
      case .item(let item):
        text += String(repeating: " ", count: CanonicalForm.marker(item.marker).text.utf8.count + 1)
      }
    }
    guard isBlank else { return text }
    return String(text.prefix(upTo: text.lastIndex(of: ">").map(text.index(after:)) ?? text.startIndex))
  }
}

extension Block {
  fileprivate var isPlain: Bool { kind == .prose && !text.isEmpty }
}

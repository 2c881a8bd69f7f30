import Briefing
import Canvas

/// What stands before the words of a block: the bars of its quotes, and the markers of its items.
///
/// It takes half of the columns at most. Of what lies deeper than that only the innermost is shown.
struct BlockPrefix: Hashable, Sendable {
  /// What one container puts there.
  struct Segment: Hashable, Sendable {
    var container: Block.Container
    /// Empty where the block goes on with an item.
    var glyph: String
    /// With the space behind the glyph.
    var columns: Int

    /// Whether it stands before every line, and not before the first alone.
    var isBar: Bool { container == .quote }
  }

  /// What the containers are shown as.
  struct Glyphs: Hashable, Sendable {
    var bar = "│"
    var bullet = Block.Item.bullet
  }

  /// The outermost first.
  private(set) var segments: [Segment] = []
  private(set) var columns = 0

  init() {}

  /// `before` is the block before it, of which it may go on with an item.
  init(of block: Block, after before: Block?, columns most: Int, glyphs: Glyphs = Glyphs()) {
    for index in block.containers.indices.reversed() {
      let container = block.containers[index]
      let isNew = before.map { $0.containers[safe: index] != container } ?? true
      let segment = Self.segment(container, isNew: isNew, glyphs)
      guard columns + segment.columns <= most / 2 else { break }
      segments.append(segment)
      columns += segment.columns
    }
    segments.reverse()
  }

  /// What a blank row between two blocks keeps of both.
  func shared(with other: BlockPrefix) -> BlockPrefix {
    var shared = BlockPrefix()
    shared.segments = zip(segments, other.segments).prefix { $0.container == $1.container }.map(\.0)
    shared.columns = shared.segments.reduce(0) { $0 + $1.columns }
    return shared
  }

  /// As it is written before a line.
  func text(isFirst: Bool) -> String {
    segments.map { segment in
      let glyph = isFirst || segment.isBar ? segment.glyph : ""
      return glyph + String(repeating: " ", count: segment.columns - Width.of(glyph))
    }.joined()
  }

  private static func segment(_ container: Block.Container, isNew: Bool, _ glyphs: Glyphs) -> Segment {
    switch container {
    case .quote: return Segment(container: container, glyph: glyphs.bar, columns: Width.of(glyphs.bar) + 1)
    case .item(let item):
      let marker = item.marker == Block.Item.bullet ? glyphs.bullet : item.marker
      return Segment(container: container, glyph: isNew ? marker : "", columns: Width.of(marker) + 1)
    }
  }
}

extension Block {
  /// Whether white space stands between a block and the one before it: the items of a list stand close together, and so do
  /// an item and the list in it.
  func isApart(from before: Block) -> Bool {
    guard let index = containers.indices.first(where: { before.containers[safe: $0] != containers[$0] }),
      case .item(let item) = containers[index]
    else { return true }
    if case .item(let other)? = before.containers[safe: index], other.list == item.list { return false }
    guard index > 0, case .item = containers[index - 1] else { return true }
    return before.containers.count > index
  }
}

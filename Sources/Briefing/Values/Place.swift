/// A position in a story that survives folding, resizing and wrapping.
public struct Place: Hashable, Comparable, Sendable {
  /// A piece of a story that is laid out on its own.
  public enum Block: Hashable, Sendable {
    case headline
    case bullet(Int)
    case lede(Int)
    case heading(section: Int)
    case paragraph(section: Int, index: Int)

    /// The section that the block belongs to; nil before the first heading.
    public var section: Int? {
      switch self {
      case .headline, .bullet, .lede: nil
      case .heading(let section), .paragraph(let section, _): section
      }
    }

    fileprivate var rank: (Int, Int) {
      switch self {
      case .headline: (-3, 0)
      case .bullet(let index): (-2, index)
      case .lede(let index): (-1, index)
      case .heading(let section): (section, -1)
      case .paragraph(let section, let index): (section, index)
      }
    }
  }

  public var block: Block
  /// A UTF-8 offset into the block's text.
  public var offset: Int

  public init(_ block: Block, offset: Int = 0) {
    self.block = block
    self.offset = offset
  }

  /// In reading order.
  public static func < (left: Place, right: Place) -> Bool {
    (left.block.rank.0, left.block.rank.1, left.offset) < (right.block.rank.0, right.block.rank.1, right.offset)
  }
}

/// Where the user is in a story, and what of it is open.
public struct Bookmark: Hashable, Sendable {
  /// Where the cursor stands.
  public var place: Place
  /// The sections whose folds are open.
  public var open: Set<Int>
  /// The sections that were on the screen to their end.
  public var read: Set<Int>
  /// How far that is: until it is said to be the end, a story with a bookmark is begun.
  public var progress: Row.Progress

  public init(place: Place, open: Set<Int> = [], read: Set<Int> = [], progress: Row.Progress = .begun) {
    self.place = place
    self.open = open
    self.read = read
    self.progress = progress
  }
}

extension Story {
  /// A piece of a story that has a place of its own (headline, bullet, heading or block), with what stands in it.
  public struct Leaf: Hashable, Sendable {
    /// Where it stands.
    public var place: Place.Block
    /// The heading that it stands under, or is; nil before the first section.
    public var heading: String?
    /// Its words, without citation marks.
    public var text: String
    /// What of the text rests on sources; empty for what is no block of the body.
    public var citations: [Citation]
  }

  /// Every leaf in reading order. Made anew each time, in one pass over the story.
  public var leaves: [Leaf] {
    var leaves = [Leaf(place: .headline, text: headline, citations: [])]
    leaves += summary.enumerated().map { Leaf(place: .bullet($0), text: $1, citations: []) }
    leaves += lede.enumerated().map { Leaf(place: .lede($0), text: $1.text, citations: $1.citations) }
    for (number, section) in sections.enumerated() {
      let heading = section.heading
      leaves.append(Leaf(place: .heading(section: number), heading: heading, text: heading, citations: []))
      leaves += section.blocks.enumerated().map {
        Leaf(
          place: .paragraph(section: number, index: $0), heading: heading, text: $1.text, citations: $1.citations)
      }
    }
    return leaves
  }
}

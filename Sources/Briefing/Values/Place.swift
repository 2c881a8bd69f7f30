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

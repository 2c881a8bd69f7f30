/// A piece of a story's body that is laid out on its own: words, and what kind of block they are.
///
/// Blocks are flat: each says by itself in which quotes and lists it stands, so that a place in a story is the number of a
/// block and an offset in it, however deep the block lies.
public struct Block: Hashable, Sendable {
  /// What the words are.
  public enum Kind: Hashable, Sendable {
    case prose
    /// Text that keeps its line breaks and spaces, with the language it is said to be in.
    case code(language: String?)
    /// Rows parted by line breaks, their cells by tabs; the first row names the columns.
    case table
    /// A picture at an address; the text is what is said in its stead.
    case image(url: String)
    /// A line across; it has no text.
    case rule
  }

  /// The words alone, with neither marks nor doubled spaces. Only code and tables have line breaks.
  public var text: String
  public var kind: Kind
  /// The quotes and items that the block stands in, the outermost first.
  public var containers: [Container]
  /// In the order of their beginnings, an enclosing one before what it encloses.
  public var spans: [Span]
  /// In the order in which they stand; a citation that stands twice is there twice.
  public var citations: [Citation]

  public init(
    text: String, kind: Kind = .prose, containers: [Container] = [], spans: [Span] = [], citations: [Citation] = []
  ) {
    self.text = text
    self.kind = kind
    self.containers = containers
    self.spans = spans
    self.citations = citations
  }

  /// The citations without repeats, in order of first appearance.
  public var distinctCitations: [Citation] {
    var seen: Set<String> = []
    return citations.filter { seen.insert($0.address).inserted }
  }

  /// The cells of a table, row by row; the whole text as one cell of anything else.
  public var rows: [[Substring]] {
    guard kind == .table else { return [[text[...]]] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }
}

extension Block {
  /// What a block stands in.
  public enum Container: Hashable, Sendable {
    case quote
    case item(Item)
  }

  /// An item of a list. Blocks that follow one another and stand in equal items are parts of the same one.
  public struct Item: Hashable, Sendable {
    /// What hangs before it: `•`, or its number as it was written, such as `3.`.
    public var marker: String
    /// Which list of the story it belongs to, so that two lists that follow one another are kept apart.
    public var list: Int
    /// Which item of the list it is, from 0.
    public var number: Int

    /// What hangs before the items of a list without numbers.
    public static let bullet = "•"

    public init(marker: String = Self.bullet, list: Int, number: Int) {
      self.marker = marker
      self.list = list
      self.number = number
    }
  }

  /// A stretch of a block's words that is set apart.
  public struct Span: Hashable, Sendable {
    public enum Style: Hashable, Sendable {
      case emphasis, strong, code
      /// Leads to an address, which is kept verbatim.
      case link(url: String)
    }

    /// UTF-8 offsets into the block's text, on scalar boundaries.
    public var range: Range<Int>
    public var style: Style

    public init(_ range: Range<Int>, _ style: Style) {
      self.range = range
      self.style = style
    }
  }
}

extension [Block.Span] {
  /// In the order of their beginnings, an enclosing one before what it encloses; those of one range as they were.
  public var inReadingOrder: [Block.Span] {
    let isInOrder = indices.dropFirst().allSatisfy { index in
      let (left, right) = (self[index - 1].range, self[index].range)
      return (left.lowerBound, -left.upperBound) <= (right.lowerBound, -right.upperBound)
    }
    return isInOrder ? self : sortedForReading
  }

  private var sortedForReading: [Block.Span] {
    enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      return (first.lowerBound, -first.upperBound, left.offset) < (second.lowerBound, -second.upperBound, right.offset)
    }.map(\.element)
  }
}

extension [Citation] {
  /// In the order of their places; those at one place as they were.
  public var inReadingOrder: [Citation] {
    enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
  }
}

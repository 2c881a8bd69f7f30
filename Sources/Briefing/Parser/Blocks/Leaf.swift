/// A piece of a text that is laid out on its own, before its words are read: where it stands and what it is.
struct Leaf {
  enum Kind: Equatable {
    /// A paragraph. If it is `running`, the mark of a heading opens it.
    case prose(running: Bool)
    case heading(level: Int)
    /// Code between fences; `info` is what stands behind the first.
    case fenced(info: Range<Int>)
    case indented
    /// Rows; the second line says only that they are a table.
    case table
    case rule
    case html(HTMLStart)
    /// A line that is none of the body: what an app added, or what says where marks lead.
    case skipped
  }

  /// A line of a leaf, without the marks of what the leaf stands in.
  struct Piece {
    var range: Range<Int>
    /// How many spaces stand before it that a tab, of which a part was taken, has left.
    var spaces = 0
  }

  var kind: Kind
  /// From the first word to the last.
  var range: Range<Int>
  /// Its lines, by their numbers among all pieces; only what was seen of it line by line has any.
  var pieces: Range<Int>
  /// The line of the text that it opens with.
  var line: Int
  /// The quotes and items that it stands in, the outermost first.
  var containers: [Block.Container]

  /// Whether a heading of the story's own stands here, or nothing of it does.
  var endsSection: Bool {
    guard containers.isEmpty else { return false }
    return switch kind {
    case .heading, .prose(running: true), .skipped: true
    default: false
    }
  }
}

/// The quotes and items that are open at a line, as CommonMark tells them.
///
/// No more than `limit` are open at once: the marks of deeper ones are read and open nothing.
struct BlockLevels {
  private struct Level {
    /// Nil for a quote.
    var width: Int?
    /// Whether anything but blank lines stood in the item.
    var hasContent = false
    /// The list that the last block in this level was an item of.
    var list: (kind: ListMark.Kind, item: Block.Item)?
  }

  static let limit = 64

  private var levels: [Level] = []
  private(set) var containers: [Block.Container] = []
  /// The list that stands outside of all quotes and items.
  private var outermost: (kind: ListMark.Kind, item: Block.Item)?
  /// How many lists there were.
  private var lists = 0

  var count: Int { levels.count }
  var isFull: Bool { levels.count >= Self.limit }

  /// How many levels a line goes on in; the cursor is left behind what says so, and the marks of quotes are noted.
  mutating func match(_ cursor: inout LineCursor, marks: inout [Int]) -> Int {
    var depth = 0
    while depth < levels.count {
      if let width = levels[depth].width {
        if cursor.isBlank {
          guard levels[depth].hasContent else { return depth }
        } else {
          guard cursor.indent >= width else { return depth }
          cursor.skip(width)
        }
      } else {
        guard Self.opensQuote(cursor) else { return depth }
        Self.skipQuote(&cursor, marks: &marks)
      }
      depth += 1
    }
    return depth
  }

  static func opensQuote(_ cursor: LineCursor) -> Bool {
    !cursor.isBlank && cursor.indent < 4 && cursor.text[cursor.next] == UInt8(ascii: ">")
  }

  /// Steps over the mark of a quote and a space behind it.
  static func skipQuote(_ cursor: inout LineCursor, marks: inout [Int]) {
    marks.append(cursor.next)
    cursor.skipMark(1)
    if cursor.indent > 0 { cursor.skip(1) }
  }

  mutating func close(to depth: Int) {
    levels.removeLast(levels.count - depth)
    containers.removeLast(containers.count - depth)
  }

  mutating func openQuote() {
    noteBlock()
    levels.append(Level())
    containers.append(.quote)
  }

  /// Opens an item whose words begin `width` columns behind the edge of what it stands in.
  mutating func openItem(_ mark: ListMark, marker: String, width: Int) {
    var item = Block.Item(marker: marker, list: lists, number: 0)
    if let list = levels.last.map(\.list) ?? outermost, list.kind == mark.kind {
      (item.list, item.number) = (list.item.list, list.item.number + 1)
    } else {
      lists += 1
    }
    noteBlock()
    setList((mark.kind, item))
    levels.append(Level(width: width))
    containers.append(.item(item))
  }

  /// Whether an item of this kind would go on in the list that is open in level `depth`.
  func continuesList(_ kind: ListMark.Kind, in depth: Int) -> Bool {
    (depth > 0 ? levels[depth - 1].list : outermost)?.kind == kind
  }

  /// A block begins in the innermost level: it ends the list that stands before it.
  mutating func noteBlock() {
    guard let last = levels.indices.last else {
      if outermost != nil { outermost = nil }
      return
    }
    levels[last].hasContent = true
    if levels[last].list != nil { levels[last].list = nil }
  }

  private mutating func setList(_ list: (kind: ListMark.Kind, item: Block.Item)) {
    if levels.isEmpty { outermost = list } else { levels[levels.count - 1].list = list }
  }
}

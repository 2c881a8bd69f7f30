/// The quotes and items that are open at a line of the canonical form, told as CommonMark does.
struct CanonicalLevels {
  private struct Level {
    /// Nil for the story itself.
    var container: Block.Container?
    /// How many spaces open a line that stands in an item.
    var width = 0
    /// The list that the last block of this level was an item of.
    var list: (kind: CanonicalForm.ListKind, item: Block.Item)?
  }

  private var levels = [Level()]
  /// Which of the levels are quotes.
  private var quotes: [Int] = []
  /// How many lists there were.
  private var lists = 0

  var isOutermost: Bool { levels.count == 1 }
  var containers: [Block.Container] { levels.dropFirst().compactMap(\.container) }

  /// How many levels a line goes on in; `place` is left behind what says so.
  func match(_ place: inout Int, _ limit: Int, in text: Bytes) -> Int {
    var depth = 1
    while depth < levels.count {
      let level = levels[depth]
      if level.container == .quote {
        guard place < limit, text[place] == UInt8(ascii: ">") else { return depth }
        place += 1
        if place < limit, text[place] == 0x20 { place += 1 }
      } else {
        var end = place
        while end < limit, end - place < level.width, text[end] == 0x20 { end += 1 }
        guard end - place == level.width else { return depth }
        place = end
      }
      depth += 1
    }
    return depth
  }

  var depth: Int { levels.count }

  /// Whether a line that goes on in so many levels and says no more belongs to all of them: it need not be indented, but
  /// has to be quoted.
  func mayBeBlank(at depth: Int) -> Bool { (quotes.last ?? 0) < depth }

  /// A blank line ends the quotes that it does not go on in.
  mutating func closeQuotes(from depth: Int) {
    while let quote = quotes.last, quote >= depth { close(to: quote) }
  }

  mutating func close(to depth: Int) {
    while let quote = quotes.last, quote >= depth { quotes.removeLast() }
    levels.removeLast(levels.count - depth)
  }

  /// What comes next at this level begins a list of its own.
  mutating func endList() { levels[levels.count - 1].list = nil }

  /// Opens the quotes and items whose marks stand at `place`, and leaves that behind them.
  mutating func open(_ place: inout Int, _ limit: Int, in text: Bytes) {
    while place < limit {
      if text[place] == UInt8(ascii: ">") {
        endList()
        quotes.append(levels.count)
        levels.append(Level(container: .quote))
        place += 1
        if place < limit, text[place] == 0x20 { place += 1 }
      } else if let (marker, kind) = Self.marker(at: place, limit, in: text) {
        place = min(limit, place + marker.utf8.count + 1)
        addItem(marker, kind)
      } else {
        return
      }
    }
  }

  private mutating func addItem(_ marker: String, _ kind: CanonicalForm.ListKind) {
    var item = Block.Item(marker: kind == .bullets ? Block.Item.bullet : marker, list: lists, number: 0)
    if let list = levels[levels.count - 1].list, list.kind == kind {
      (item.list, item.number) = (list.item.list, list.item.number + 1)
    } else {
      lists += 1
    }
    levels[levels.count - 1].list = (kind, item)
    levels.append(Level(container: .item(item), width: marker.utf8.count + 1))
  }

  private static func marker(at place: Int, _ limit: Int, in text: Bytes) -> (String, CanonicalForm.ListKind)? {
    var end = place
    if text[place] == UInt8(ascii: "-") {
      end += 1
    } else {
      while end < limit, end - place < 10, text[end].isDigit { end += 1 }
      guard (1...9).contains(end - place), end < limit, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")")
      else { return nil }
      end += 1
    }
    guard end == limit || text[end] == 0x20 else { return nil }
    let marker = CanonicalForm.marker(text.string(place..<end))
    return (marker.text, marker.kind)
  }
}

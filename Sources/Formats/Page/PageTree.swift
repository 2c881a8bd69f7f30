import Briefing

/// The body of a page: its elements and texts in the order in which they stand, each knowing where it ends.
///
/// Not the tree that a browser builds: what is nested deeper than `deepest` lies flat, and misnested tags end what they
/// stand in. A walk over it is a loop over numbers, so that no page can exhaust the stack.
struct PageTree {
  /// A node's number.
  typealias Index = Int

  struct Node {
    var element: HTMLElement
    var isText = false
    var hints: PageHints = []
    var parent: Int32
    /// The number of the first node behind its last descendant.
    var end: Int32
    /// Of a text, where its words stand in `words`; of an element, which of `attributes` are its own.
    var lower: Int32
    var upper: Int32
    /// Where it begins in the page.
    var source: Int32
  }

  /// An attribute that means something to a reader.
  struct Attribute {
    var name: AttributeName
    /// Where its value stands in the page.
    var value: Range<Int>
  }

  /// How many elements a node may stand in.
  static let deepest = 256

  let bytes: MarkupBytes
  /// The first one is the body, and all others stand in it.
  var nodes: [Node] = []
  /// The words of all texts, references replaced.
  var words: [UInt8] = []
  var attributes: [Attribute] = []

  init(_ bytes: MarkupBytes) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 32)
    // Of what is small, such as an entry of a feed, most is words; of a page, a small part.
    words.reserveCapacity(bytes.count < 32 << 10 ? bytes.count : bytes.count / 4)
  }

  /// What stands in a node.
  func inside(_ index: Index) -> Range<Index> { index + 1..<Int(nodes[index].end) }

  func parent(of index: Index) -> Index? {
    let parent = Int(nodes[index].parent)
    return parent < 0 ? nil : parent
  }

  /// Where a text's words stand.
  func wordRange(_ index: Index) -> Range<Int> { Int(nodes[index].lower)..<Int(nodes[index].upper) }

  /// Where the value of an attribute stands in the page.
  func value(_ name: AttributeName, of index: Index) -> Range<Int>? {
    let node = nodes[index]
    guard !node.isText else { return nil }
    for place in Int(node.lower)..<Int(node.upper) where attributes[place].name == name {
      return attributes[place].value
    }
    return nil
  }

  /// How long a value may be that anything is made of.
  private static let longestValue = 16 << 10

  /// The value of an attribute as it is meant; nil for one that is too long to be one.
  func string(_ name: AttributeName, of index: Index) -> String? {
    guard let range = value(name, of: index), range.count <= Self.longestValue else { return nil }
    var output: [UInt8] = []
    MarkupText.append(bytes, range, as: .attribute, zeros: .replaced, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Where a node stands in the page.
  func source(of index: Index) -> Range<Int> {
    let end = Int(nodes[index].end)
    let start = Int(nodes[index].source)
    return start..<max(start, end < nodes.count ? Int(nodes[end].source) : bytes.count)
  }

  /// Whether a picture is of a formula, as it is named.
  func isFormula(_ index: Index) -> Bool {
    guard let range = value(.class, of: index) else { return false }
    let names = String(decoding: bytes[range.prefix(100)], as: UTF8.self).lowercased()
    return names.split { !$0.isLetter }.contains {
      ["math", "mwe", "latex", "tex", "equation", "formula"].contains($0)
    }
  }

  /// All the words in a node, on one line.
  func text(of index: Index) -> String {
    var output: [UInt8] = []
    for place in nodes[index].isText ? index..<index + 1 : inside(index) {
      if nodes[place].isText {
        // How a word is read aloud stands above it, and is no word of its own.
        if [.rt, .rp].contains(nodes[Int(nodes[place].parent)].element) { continue }
        output += words[wordRange(place)]
      } else if nodes[place].element.isBlock || nodes[place].element == .br {
        output.append(0x20)
      }
    }
    return PageText.line(output)
  }
}

/// The attributes that mean something to a reader.
enum AttributeName: UInt8, CaseIterable {
  case href, src, datasrc, srcset, alt, id, name, lang, start, value, datetime, itemprop, rel, content, property, type
  case width, height, colspan, `class`, title, cite, reversed

  static let names = NameTable(
    allCases.map { (String(describing: $0), $0) } + [("data-src", .datasrc), ("data-original", .datasrc)])
}

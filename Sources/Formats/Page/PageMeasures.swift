/// How much text and what else is in each node of a page.
struct PageMeasures {
  struct Measure {
    /// Characters, white space between words as one; those of scripts that write words with few count twice.
    var length: Int32 = 0
    /// Those of them that lead elsewhere.
    var linked: Int32 = 0
    var inHeadings: Int32 = 0
    var inLists: Int32 = 0
    /// Those in paragraphs that read like an article's: long, with few links.
    var prose: Int32 = 0
    var commas: Int32 = 0
    var paragraphs: Int32 = 0
    var images: Int32 = 0
    var items: Int32 = 0
    var inputs: Int32 = 0

    /// The share of its text that leads elsewhere.
    var linkDensity: Double { length == 0 ? 0 : Double(linked) / Double(length) }

    static func += (left: inout Measure, right: Measure) {
      left.length += right.length
      left.linked += right.linked
      left.inHeadings += right.inHeadings
      left.inLists += right.inLists
      left.prose += right.prose
      left.commas += right.commas
      left.paragraphs += right.paragraphs
      left.images += right.images
      left.items += right.items
      left.inputs += right.inputs
    }

    static func -= (left: inout Measure, right: Measure) {
      left.length -= right.length
      left.linked -= right.linked
      left.inHeadings -= right.inHeadings
      left.inLists -= right.inLists
      left.prose -= right.prose
      left.commas -= right.commas
      left.paragraphs -= right.paragraphs
      left.images -= right.images
      left.items -= right.items
      left.inputs -= right.inputs
    }
  }

  /// What stands in a node and its descendants, but for what is out.
  private(set) var all: [Measure]
  /// What stands in a block itself, and in no block within it.
  private(set) var own: [Measure]

  /// - Parameter isOut: which nodes, with their descendants, are not counted; all descendants are marked as well.
  init(_ tree: PageTree, without isOut: [Bool]) {
    all = Array(repeating: Measure(), count: tree.nodes.count)
    own = all
    var walk = Walk(tree)
    for index in tree.nodes.indices {
      walk.enter(index)
      guard !isOut[index] else { continue }
      all[index] = walk.measure(index)
      if tree.nodes[index].isText { own[Int(walk.block[index])] += all[index] }
    }
    for index in tree.nodes.indices where own[index].length >= 80 && own[index].linkDensity < 0.33 {
      all[index].prose = own[index].length - own[index].linked
    }
    for index in tree.nodes.indices.dropFirst().reversed() { all[Int(tree.nodes[index].parent)] += all[index] }
  }

  /// Takes a node out of what those around it hold.
  mutating func remove(_ index: Int, from tree: PageTree) {
    let gone = all[index]
    all[index] = Measure()
    var next = tree.parent(of: index)
    while let parent = next {
      all[parent] -= gone
      next = tree.parent(of: parent)
    }
  }
}

/// What each node stands in, on the way from the first to the last.
private struct Walk {
  private struct Within: OptionSet {
    let rawValue: UInt8
    static let link = Within(rawValue: 1)
    static let heading = Within(rawValue: 2)
    static let list = Within(rawValue: 4)
  }

  private let tree: PageTree
  private var within: [Within]
  /// The innermost block that each node stands in, or is.
  private(set) var block: [Int32]

  init(_ tree: PageTree) {
    self.tree = tree
    within = Array(repeating: [], count: tree.nodes.count)
    block = Array(repeating: 0, count: tree.nodes.count)
  }

  mutating func enter(_ index: Int) {
    let node = tree.nodes[index]
    guard node.parent >= 0 else { return }
    var own = within[Int(node.parent)]
    switch node.element {
    case .a: if tree.value(.href, of: index) != nil { own.insert(.link) }
    case .h1, .h2, .h3, .h4, .h5, .h6: own.insert(.heading)
    case .ul, .ol: own.insert(.list)
    default: break
    }
    within[index] = own
    block[index] = !node.isText && node.element.isBlock ? Int32(index) : block[Int(node.parent)]
  }

  func measure(_ index: Int) -> PageMeasures.Measure {
    var measure = PageMeasures.Measure()
    let node = tree.nodes[index]
    guard node.isText else {
      switch node.element {
      case .p: measure.paragraphs = 1
      case .img, .picture: measure.images = node.element == .img ? 1 : 0
      case .li: measure.items = 1
      case .input, .select, .textarea, .button: measure.inputs = 1
      default: break
      }
      return measure
    }
    let (length, commas) = TextMeasure.of(tree.words, tree.wordRange(index))
    (measure.length, measure.commas) = (length, commas)
    let own = within[index]
    if own.contains(.link) { measure.linked = length }
    if own.contains(.heading) { measure.inHeadings = length }
    if own.contains(.list) { measure.inLists = length }
    return measure
  }
}

/// Counts the characters of a text.
private enum TextMeasure {
  static func of(_ words: [UInt8], _ range: Range<Int>) -> (length: Int32, commas: Int32) {
    words.withUnsafeBufferPointer { words in
      var length: Int32 = 0
      var commas: Int32 = 0
      var isSpace = true
      for index in range {
        let byte = words[index]
        if byte < 0x80 {
          if byte.isMarkupSpace {
            if !isSpace { length &+= 1 }
            isSpace = true
          } else {
            length &+= 1
            isSpace = false
            if byte == UInt8(ascii: ",") { commas &+= 1 }
          }
        } else if byte >= 0xC0 {
          isSpace = false
          length &+= (0xE3...0xEC).contains(byte) ? 2 : 1
          if isComma(words, at: index) { commas &+= 1 }
        }
      }
      return (length, commas)
    }
  }

  /// Those of Arabic and of Chinese.
  private static func isComma(_ words: MarkupBytes, at index: Int) -> Bool {
    switch words[index] {
    case 0xD8: words.hasBytes("،", at: index)
    case 0xE3: words.hasBytes("、", at: index)
    case 0xEF: words.hasBytes("，", at: index)
    default: false
    }
  }
}

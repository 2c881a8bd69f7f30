/// Builds the tree of a page from its tags.
struct PageTreeBuilder {
  private(set) var tree: PageTree
  private(set) var facts: PageFacts
  private var tokenizer: MarkupTokenizer
  private var hints = HintReader()
  /// The elements that are open, the innermost last; the first is the body.
  private var open: [Int] = [0]
  /// How many of each kind are.
  private var openCounts = [Int](repeating: 0, count: HTMLElement.count)
  /// How many are open that lie too deep to be kept.
  private var tooDeep = 0

  static func build(_ bytes: MarkupBytes) -> (PageTree, PageFacts) {
    var builder = PageTreeBuilder(bytes)
    builder.run()
    return (builder.tree, builder.facts)
  }

  private init(_ bytes: MarkupBytes) {
    tree = PageTree(bytes)
    tokenizer = MarkupTokenizer(bytes)
    facts = PageFacts()
    tree.nodes.append(.init(element: .body, parent: -1, end: 0, lower: 0, upper: 0, source: 0))
  }

  private mutating func run() {
    while true {
      let start = tokenizer.at
      switch tokenizer.next() {
      case .startTag: startTag(at: start)
      case .endTag: endTag()
      case .text: text(at: start)
      case .end:
        close(downTo: 0)
        tree.nodes[0].end = Int32(tree.nodes.count)
        return
      }
    }
  }

  private mutating func text(at start: Int) {
    switch tokenizer.textContent {
    case .script: return facts.note(script: tokenizer)
    case .references:
      if tokenizer.rawName.elementsEqual("title".utf8) { facts.note(title: tokenizer) }
      return
    case .raw: if !tokenizer.rawName.elementsEqual("xmp".utf8) { return }
    case .data, .plain, .section: break
    }
    let lower = tree.words.count
    tokenizer.appendText(to: &tree.words)
    append(
      .init(
        element: .other, isText: true, parent: Int32(open[open.count - 1]), end: 0, lower: Int32(lower),
        upper: Int32(tree.words.count), source: Int32(start)))
  }

  private mutating func append(_ node: PageTree.Node) {
    tree.nodes.append(node)
    tree.nodes[tree.nodes.count - 1].end = Int32(tree.nodes.count)
  }
}

/// Start tags.
extension PageTreeBuilder {
  private mutating func startTag(at start: Int) {
    let element = tokenizer.element
    switch element {
    case .html: return facts.note(root: tokenizer)
    case .head, .frameset, .frame, .col, .colgroup, .param, .track, .source, .wbr: return
    case .body: return noteBody()
    case .meta, .link, .base: return facts.note(tokenizer)
    case .script: return facts.noteKind(ofScript: tokenizer)
    case .style, .title, .textarea, .iframe, .noembed, .noframes: return
    default: break
    }
    closeImplied(by: element)
    let lower = tree.attributes.count
    let read = takeAttributes()
    append(
      .init(
        element: element, hints: read, parent: Int32(open[open.count - 1]), end: 0, lower: Int32(lower),
        upper: Int32(tree.attributes.count), source: Int32(start)))
    guard !element.isVoid, !(tokenizer.isSelfClosing && tokenizer.foreignDepth > 0) else { return }
    if open.count < PageTree.deepest {
      open.append(tree.nodes.count - 1)
      openCounts[Int(element.rawValue)] += 1
    } else {
      tooDeep += 1
    }
  }

  /// The body is there from the beginning; only what its tag says of it is kept.
  private mutating func noteBody() {
    guard tree.nodes.count == 1 else { return }
    tree.nodes[0].lower = Int32(tree.attributes.count)
    tree.nodes[0].hints = takeAttributes()
    tree.nodes[0].upper = Int32(tree.attributes.count)
  }

  private mutating func takeAttributes() -> PageHints {
    let read = hints.read(tokenizer)
    for attribute in tokenizer.attributes where attribute.name.count <= 13 {
      guard let name = AttributeName.names.find(tree.bytes, attribute.name) else { continue }
      tree.attributes.append(.init(name: name, value: attribute.value))
    }
    return read
  }

  /// Closes what cannot go on where this element begins (HTML standard, "Optional tags").
  private mutating func closeImplied(by element: HTMLElement) {
    switch element {
    case .li: closeItem([.li], within: [.ul, .ol, .menu, .dir])
    case .dt, .dd: closeItem([.dt, .dd], within: [.dl])
    case .tr: closeItem([.tr, .td, .th, .caption], within: [.table])
    case .td, .th: closeItem([.td, .th, .caption], within: [.table, .tr])
    case .tbody, .thead, .tfoot: closeItem([.tbody, .thead, .tfoot, .tr, .td, .th, .caption], within: [.table])
    case .option, .optgroup: closeItem([.option], within: [.select])
    case .a: if openCounts[Int(HTMLElement.a.rawValue)] > 0 { close(.a, within: Self.cells) }
    default: break
    }
    guard element.isBlock else { return }
    if openCounts[Int(HTMLElement.p.rawValue)] > 0 { close(.p, within: Self.cells) }
    let current = open[open.count - 1]
    if element.headingLevel != nil, tree.nodes[current].element.headingLevel != nil { close(downTo: open.count - 1) }
  }

  /// What an end tag does not reach out of, but that of a table or of what a table stands in.
  private static let cells: [HTMLElement] = [.td, .th, .caption, .table, .button, .object]

  /// Closes the outermost of some elements that is open in the innermost of others.
  private mutating func closeItem(_ items: [HTMLElement], within borders: [HTMLElement]) {
    guard items.contains(where: { openCounts[Int($0.rawValue)] > 0 }) else { return }
    var depth = open.count - 1
    var found: Int?
    while depth > 0 {
      let element = tree.nodes[open[depth]].element
      if borders.contains(element) { break }
      if items.contains(element) {
        found = depth
        if element == .li || element == .dt || element == .dd { break }
      }
      depth -= 1
    }
    if let found { close(downTo: found) }
  }
}

/// End tags.
extension PageTreeBuilder {
  private mutating func endTag() {
    let element = tokenizer.element
    if element == .br || element == .p, openCounts[Int(element.rawValue)] == 0 {
      return append(
        .init(
          element: element, parent: Int32(open[open.count - 1]), end: 0, lower: 0, upper: 0,
          source: Int32(tokenizer.name.lowerBound)))
    }
    switch element {
    case .body, .html, .head, .script, .style, .title, .textarea, .iframe, .noembed, .noframes: return
    default: if element.isVoid { return }
    }
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    let isTable = [.table, .tr, .td, .th, .tbody, .thead, .tfoot, .body].contains(element)
    close(element, within: isTable ? [.table] : [.td, .th, .caption])
  }

  /// Closes the innermost open element of a kind, with all that is open in it, unless it stands outside of a border.
  private mutating func close(_ element: HTMLElement, within borders: [HTMLElement]) {
    guard openCounts[Int(element.rawValue)] > 0 else { return }
    var depth = open.count - 1
    while depth > 0 {
      let other = tree.nodes[open[depth]].element
      if other == element { return close(downTo: depth) }
      if borders.contains(other) { return }
      depth -= 1
    }
  }

  /// Closes all open elements from a depth on.
  private mutating func close(downTo depth: Int) {
    while open.count > max(depth, 1) {
      let index = open.removeLast()
      openCounts[Int(tree.nodes[index].element.rawValue)] -= 1
      tree.nodes[index].end = Int32(tree.nodes.count)
    }
  }
}

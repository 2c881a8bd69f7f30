import Briefing

/// The blocks of an article, out of the elements that it stands in.
struct PageBlocks {
  /// What stands under one heading, or before the first.
  struct Part {
    var heading: String?
    var level = Section.usualLevel
    var blocks: [Block] = []
  }

  let tree: PageTree
  let isOut: [Bool]
  let links: PageLinks
  let footnotes: PageFootnotes
  var parts = [Part()]
  /// The addresses of links that no block keeps: in headings and in code, and what does not lead on the web.
  var lost: [SetAside] = []

  /// The elements that are open on the way, the innermost last.
  private(set) var open: [Int] = []
  var containers: [Block.Container] = []
  private var lists: [List] = []
  var listCount = 0
  var line: PageLine
  /// In how many elements of a kind the place is.
  var (codeDepth, headingDepth) = (0, 0)
  private var language: String?
  /// What is read.
  private(set) var root = 0
  var table: Int?
  /// What tables of facts say that stand before the text, until its first part ends.
  var facts: [Block] = []
  /// Whether a break stands before the next word.
  var isBroken = false
  /// Whether line feeds part lines, since nothing else does.
  private let keepsLines: Bool
  /// Blocks whose lines are wrapped with breaks, as if they were typed.
  let wrapped: Set<Int32>
  /// The line that says what a review of a claim comes to, which opens no section.
  var verdict: Int?
  /// Elements that stand in code and are a line of it each.
  var codeLines: Set<Int> = []
  var images: [Block] = []
  /// Where the links lead that are open, the innermost last; nil for one that leads nowhere.
  var openLinks: [String?] = []

  /// A list on the way.
  private struct List {
    var number: Int
    /// Nil for one without numbers.
    var next: Int?
    var count = 0
  }

  /// - Parameters:
  ///   - isOut: what of the elements is not part of the article.
  ///   - keepsLines: whether line feeds are breaks, as in words that stand in no element that would part them.
  init(_ tree: PageTree, without isOut: [Bool], _ links: PageLinks, keepsLines: Bool = false) {
    (self.tree, self.isOut, self.links, self.keepsLines) = (tree, isOut, links, keepsLines)
    footnotes = PageFootnotes(tree, links)
    wrapped = Self.wrappedBlocks(tree)
    line = PageLine(links)
  }

  /// Reads one of the elements that the article stands in.
  mutating func read(_ root: Int) {
    self.root = root
    var index = root
    let end = Int(tree.nodes[root].end)
    while index < end {
      while let last = open.last, Int(tree.nodes[last].end) <= index { leaveLast() }
      if isOut[index] {
        index = Int(tree.nodes[index].end)
        continue
      }
      index = enter(index)
    }
    while !open.isEmpty { leaveLast() }
    flush()
    addFacts()
  }

  /// Goes into a node; says which one comes next.
  private mutating func enter(_ index: Int) -> Int {
    let node = tree.nodes[index]
    if node.isText {
      takeText(index)
      return index + 1
    }
    let element = node.element
    if element == .a || element == .sup, codeDepth == 0, headingDepth == 0, takeNote(index) { return Int(node.end) }
    if element == .table, table == nil, codeDepth == 0, headingDepth == 0, PageTable.isOfFacts(tree, index) {
      takeFacts(of: index)
      return Int(node.end)
    }
    if element.isBlock { enterBlock(index, element) } else { enterInline(index, element) }
    open.append(index)
    return index + 1
  }

  private mutating func leaveLast() {
    let index = open.removeLast()
    let element = tree.nodes[index].element
    if element.isBlock { leaveBlock(index, element) } else { leaveInline(index, element) }
  }

  private mutating func takeText(_ index: Int) {
    let words = tree.words[tree.wordRange(index)]
    if codeDepth > 0, table == nil, headingDepth == 0 { return line.appendLines(words) }
    if keepsLines, table == nil, headingDepth == 0 { return takeLines(words) }
    takeWords(words)
  }
}

/// Blocks.
extension PageBlocks {
  private mutating func enterBlock(_ index: Int, _ element: HTMLElement) {
    if table != nil { return enterCell(element) }
    guard headingDepth == 0 else { return line.append([0x20]) }
    if codeDepth > 0, element.isCell { return }
    if codeDepth > 0, element.isLineOfCode { return line.startCodeLine() }
    flush()
    switch element {
    case .blockquote: containers.append(.quote)
    case .ul, .menu, .dir: startList(next: nil)
    case .ol:
      startList(next: tree.string(.start, of: index).flatMap { Int($0) }.map { min(max($0, -999), 99_999) } ?? 1)
    case .li: startItem(index)
    case .pre, .xmp, .plaintext:
      codeDepth += 1
      language = language(of: index)
      noteLines(of: index)
    case .table: if PageTable.isOfData(tree, index) { table = index }
    case .hr: addRule()
    case .h1, .h2, .h3, .h4, .h5, .h6: headingDepth += 1
    default: break
    }
  }

  private mutating func leaveBlock(_ index: Int, _ element: HTMLElement) {
    if let table {
      if table == index { finishTable() }
      return
    }
    if headingDepth > 0 {
      if let level = element.headingLevel { finishHeading(level, index) } else { line.append([0x20]) }
      return
    }
    if codeDepth > 0, element.isCell { return }
    if codeDepth > 0, element.isLineOfCode { return line.startCodeLine() }
    flush()
    switch element {
    case .blockquote, .li: if !containers.isEmpty { containers.removeLast() }
    case .ul, .ol, .menu, .dir: if !lists.isEmpty { lists.removeLast() }
    case .pre, .xmp, .plaintext: codeDepth -= 1
    default: break
    }
  }

  private mutating func startList(next: Int?) {
    lists.append(List(number: listCount, next: next))
    listCount += 1
  }

  /// An item that stands in no list is one of a list of its own.
  private mutating func startItem(_ index: Int) {
    if lists.isEmpty { startList(next: nil) }
    let last = lists.count - 1
    var marker = Block.Item.bullet
    if let next = lists[last].next {
      let number = tree.string(.value, of: index).flatMap { Int($0) }.map { min(max($0, -999), 99_999) } ?? next
      marker = "\(number)."
      lists[last].next = number + 1
    }
    containers.append(.item(.init(marker: marker, list: lists[last].number, number: lists[last].count)))
    lists[last].count += 1
  }

  private mutating func addRule() {
    guard let last = parts.last?.blocks.last, last.kind != .rule else { return }
    parts[parts.count - 1].blocks.append(Block(text: "", kind: .rule, containers: containers))
  }

  private mutating func finishHeading(_ level: Int, _ index: Int) {
    headingDepth -= 1
    guard headingDepth == 0, let read = line.finish() else { return flush() }
    if isLead(read.text, index) { return add(Block(text: read.text, spans: read.spans, citations: read.citations)) }
    // Sections do not stand in lists or quotes, so that a heading there is a paragraph in bold.
    if containers.isEmpty {
      addFacts()
      parts.append(Part(heading: read.text, level: level))
    } else {
      let strong = Block.Span(0..<read.text.utf8.count, .strong)
      add(Block(text: read.text, containers: containers, spans: [strong] + read.spans, citations: read.citations))
    }
    addImages()
  }

  mutating func flush() {
    isBroken = false
    if codeDepth > 0 {
      if let read = line.finishCode() {
        add(
          Block(text: read.text, kind: .code(language: language), containers: containers, citations: read.citations))
      }
    } else if let read = line.finish() {
      add(Block(text: read.text, containers: containers, spans: read.spans, citations: read.citations))
    }
    addImages()
  }

  mutating func add(_ block: Block) {
    let prose = ParenthesisedLinks.taken(outOf: block)
    let part = parts.count - 1
    if !prose.text.isEmpty { return parts[part].blocks.append(prose) }
    // Citations that stand alone belong to what is above them.
    guard let last = parts[part].blocks.indices.last, parts[part].blocks[last].kind == .prose else {
      return parts[part].blocks.append(block)
    }
    let end = parts[part].blocks[last].text.utf8.count
    parts[part].blocks[last].citations += prose.citations.map { citation in
      var citation = citation
      citation.place = end
      return citation
    }
  }

  mutating func addImages() {
    guard !images.isEmpty, table == nil else { return }
    parts[parts.count - 1].blocks += images
    images.removeAll()
  }

  /// The language that code is said to be in, as in `language-swift`.
  private func language(of pre: Int) -> String? {
    for index in [pre] + tree.inside(pre).prefix(3) {
      let names = (tree.string(.class, of: index) ?? "").split(separator: " ")
      for name in names {
        for mark in ["language-", "lang-", "highlight-source-"] where name.hasPrefix(mark) {
          let language = name.dropFirst(mark.count)
          if language.utf8.allSatisfy({ $0.isASCIILetter || $0 &- 0x30 < 10 || "+#-_".utf8.contains($0) }),
            language.count < 24
          {
            return language.isEmpty ? nil : String(language)
          }
        }
      }
    }
    return nil
  }
}

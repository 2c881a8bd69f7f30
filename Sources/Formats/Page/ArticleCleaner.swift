import Briefing

/// Takes out of an article what stands among its words and is none of them: lists of links, forms, boxes with more to read.
struct ArticleCleaner {
  private let tree: PageTree
  private(set) var scope: PageScope
  private(set) var measures: PageMeasures
  private let strictness: PageScope.Strictness
  private let links: PageLinks
  /// Which tables are of data, of those that were asked for.
  private var tables: [Int: Bool] = [:]
  /// Which nodes stand in code or in a table of data, where nothing is clutter.
  private var isKept: [Bool]
  /// Which are a figure, or stand in one.
  private var isFigure: [Bool]
  /// Which hold a field for an address of mail.
  private var hasInput: [Bool]

  init(
    _ tree: PageTree, _ scope: PageScope, _ measures: PageMeasures, _ strictness: PageScope.Strictness,
    _ links: PageLinks
  ) {
    (self.tree, self.scope, self.measures, self.strictness, self.links) = (tree, scope, measures, strictness, links)
    isKept = Array(repeating: false, count: tree.nodes.count)
    (isFigure, hasInput) = (isKept, isKept)
    noteSurroundings()
    noteInputs()
  }

  /// What is within other things is looked at before them.
  mutating func clean(_ roots: [Int]) {
    for root in roots.reversed() {
      for index in tree.inside(root).reversed() where !scope.isOut[index] && !tree.nodes[index].isText {
        if isBeside(index) { takeOut(index) }
      }
    }
  }

  private mutating func takeOut(_ index: Int) {
    measures.remove(index, from: tree)
    scope.takeOut(index)
  }

  private mutating func isBeside(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    let measure = measures.all[index]
    let isShort = measure.length < 500
    if node.element == .footer || node.element == .aside { return true }
    if node.hints.contains(.sharing), isShort, measure.prose == 0, node.element != .blockquote { return true }
    if !node.hints.isDisjoint(with: [.byline, .date]), measure.length < 100, measure.prose == 0, node.element != .a {
      return true
    }
    if isShort, node.element.isBlock, asksForAddress(index) { return true }
    guard strictness.cleans else { return false }
    switch node.element {
    case .form, .fieldset, .div, .section, .ul, .ol, .dl, .header: return isClutter(index)
    case .table: return !isDataTable(index) && isClutter(index)
    default: return false
    }
  }

  /// Whether a box asks for an address to send letters to.
  private func asksForAddress(_ index: Int) -> Bool {
    guard measures.all[index].inputs > 0 || measures.all[index].length < 500, hasInput[index] else { return false }
    return Double(measures.all[index].prose) < 0.2 * Double(measures.all[0].prose)
  }

  /// Whether what stands in a box reads like links and pictures rather than like words.
  private mutating func isClutter(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    let measure = measures.all[index]
    if isKept[index] { return false }
    let weight = strictness.weighs ? node.hints.weight : 0
    if weight < 0, !holdsProse(measure) { return true }
    guard measure.commas < 10 else { return false }
    let isList = node.element == .ul || node.element == .ol || measure.inLists * 10 >= measure.length * 9
    let isFigure = self.isFigure[index]
    let density = measure.linkDensity
    if measure.images > 1, measure.paragraphs * 2 < measure.images, !isFigure, !isList { return true }
    if !isList, measure.items - 100 > measure.paragraphs { return true }
    if measure.inputs * 3 > measure.paragraphs, measure.inputs > 0 { return true }
    if !isList, !isFigure, measure.length < 25, measure.images == 0 || measure.images > 2, density > 0 { return true }
    if !isList, weight < 25, density > 0.2 { return true }
    if weight >= 25, density > 0.5 { return true }
    return isList && isListOfLinks(index, measure)
  }

  /// Whether the words of a list are mostly those of links within the site, as in a menu, and not those of a list of sources.
  private func isListOfLinks(_ index: Int, _ measure: PageMeasures.Measure) -> Bool {
    guard measure.linkDensity > 0.6, measure.length < 2000 else { return false }
    if let parent = tree.parent(of: index), tree.nodes[parent].element == .li { return false }
    var (within, all) = (0, 0)
    for place in tree.inside(index) where tree.nodes[place].element == .a {
      guard let address = tree.string(.href, of: place) else { continue }
      all += 1
      if links.resolve(address).flatMap({ links.citedHost(of: $0) }) == nil { within += 1 }
    }
    return within * 2 >= all
  }

  private func holdsProse(_ measure: PageMeasures.Measure) -> Bool {
    Double(measure.prose) > 0.3 * Double(measures.all[0].prose)
  }

  private mutating func isDataTable(_ index: Int) -> Bool {
    if let known = tables[index] { return known }
    let isOfData = PageTable.isOfData(tree, index)
    tables[index] = isOfData
    return isOfData
  }
}

/// What elements stand in, and what stands in them.
extension ArticleCleaner {
  private func isForAddress(_ input: Int) -> Bool {
    if let kind = tree.value(.type, of: input), tree.bytes.isIgnoringCase("email", kind) { return true }
    let name = tree.string(.name, of: input)?.lowercased() ?? ""
    return name == "email" || name == "mail" || name == "e-mail"
  }

  private mutating func noteInputs() {
    for index in tree.nodes.indices where tree.nodes[index].element == .input {
      guard isForAddress(index) else { continue }
      var next: Int? = index
      while let place = next, !hasInput[place] {
        hasInput[place] = true
        next = tree.parent(of: place)
      }
    }
  }

  /// Notes for every node whether it stands in code or a table of data, and whether it is a figure or stands in one.
  private mutating func noteSurroundings() {
    for index in tree.nodes.indices.dropFirst() {
      let parent = Int(tree.nodes[index].parent)
      isKept[index] = isKept[parent] || [.pre, .code].contains(tree.nodes[parent].element)
      if !isKept[index], tree.nodes[parent].element == .table { isKept[index] = isDataTable(parent) }
      isFigure[index] = isFigure[parent] || tree.nodes[index].element == .figure
    }
  }
}

/// Tells tables of data from those that place things on a page.
enum PageTable {
  static func isOfData(_ tree: PageTree, _ index: Int) -> Bool {
    var rows = 0
    var cells = 0
    for place in tree.inside(index).prefix(4000) {
      switch tree.nodes[place].element {
      case .table: return false
      case .th, .caption, .thead, .tfoot: return true
      case .tr: rows += 1
      case .td: cells += 1
      default: break
      }
    }
    return rows > 1 && cells >= rows * 2 && (rows * 2 >= 10 || cells > 10)
  }
}

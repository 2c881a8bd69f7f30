import Briefing

/// Where lines end that no element parts.
extension PageBlocks {
  /// Two breaks on end part paragraphs; of one, what follows decides.
  mutating func breakLine() {
    if codeDepth > 0, table == nil, headingDepth == 0 { return line.appendLines([0x0A]) }
    if isBroken, table == nil, headingDepth == 0 {
      flush()
    } else {
      isBroken = line.hasWords && table == nil && headingDepth == 0
      if !isBroken { line.append([0x20]) }
    }
  }

  /// Writes words, behind a break perhaps: a line that somebody ended is a paragraph, one that was only wrapped goes on.
  mutating func takeWords(_ words: ArraySlice<UInt8>) {
    if isBroken, let first = words.firstIndex(where: { !$0.isMarkupSpace }) {
      isBroken = false
      let isWrapped = wrapped.contains(Int32(open.last { tree.nodes[$0].element.isBlock } ?? root))
      if line.isEnded(before: words[first...], isWrapped: isWrapped) { flush() } else { line.wrap() }
    }
    line.append(words)
  }

  /// Writes words whose line feeds are breaks.
  mutating func takeLines(_ words: ArraySlice<UInt8>) {
    var rest = words
    while let end = rest.firstIndex(of: 0x0A) {
      takeWords(rest[..<end])
      breakLine()
      rest = rest[(end + 1)...]
    }
    takeWords(rest)
  }

  /// Notes which elements in code are a line of it each: those that fill it, one behind the other, where they are named as
  /// lines or have names of their own, or where breaks stand within them.
  mutating func noteLines(of pre: Int) {
    var outer = pre
    while let child = onlyChild(of: outer) { outer = child }
    var lines: [Int] = []
    var (areNamed, haveBreaks) = (true, false)
    var index = outer + 1
    while index < Int(tree.nodes[outer].end) {
      let node = tree.nodes[index]
      if node.isText {
        guard tree.wordRange(index).isEmpty else { return }
      } else {
        guard !node.element.isBlock, node.element == lines.first.map({ tree.nodes[$0].element }) ?? node.element else {
          return
        }
        areNamed = areNamed && (tree.value(.id, of: index) != nil || isNamedLine(index))
        haveBreaks = haveBreaks || tree.inside(index).contains { tree.nodes[$0].element == .br }
        lines.append(index)
      }
      index = Int(node.end)
    }
    if lines.count > 1, areNamed || haveBreaks { codeLines.formUnion(lines) }
  }

  /// The element that is all there is in another.
  private func onlyChild(of index: Int) -> Int? {
    let child = index + 1
    guard child < Int(tree.nodes[index].end), !tree.nodes[child].isText, !tree.nodes[child].element.isVoid,
      tree.nodes[child].end == tree.nodes[index].end
    else { return nil }
    return child
  }

  private func isNamedLine(_ index: Int) -> Bool {
    (tree.string(.class, of: index) ?? "").lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.contains("line")
  }
}

extension PageBlocks {
  /// The blocks in which a word with a small letter follows a break: there breaks only wrap lines. One pass.
  static func wrappedBlocks(_ tree: PageTree) -> Set<Int32> {
    guard tree.nodes.contains(where: { $0.element == .br }) else { return [] }
    var wrapped: Set<Int32> = []
    var block = [Int32](repeating: 0, count: tree.nodes.count)
    var broken: Int32?
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      block[index] = !node.isText && node.element.isBlock ? Int32(index) : block[Int(node.parent)]
      if node.element == .br {
        broken = block[index]
      } else if node.isText, let last = broken {
        let words = tree.words[tree.wordRange(index)].drop { $0.isMarkupSpace }
        guard !words.isEmpty else { continue }
        if last == block[index], PageLine.goesOn(words) { wrapped.insert(last) }
        broken = nil
      }
    }
    return wrapped
  }
}

extension HTMLElement {
  /// Whether it parts lines where it stands in code.
  var isLineOfCode: Bool { [.div, .p, .ol, .ul, .li, .table, .tbody, .tr].contains(self) }
}

extension PageLine {
  /// Below so many columns a line was not wrapped.
  private static let wrapped = 50

  /// Whether words go on with what stood before them: they begin with a small letter or a comma.
  static func goesOn(_ words: ArraySlice<UInt8>) -> Bool {
    guard let first = String(decoding: words.prefix(16), as: UTF8.self).first else { return true }
    return first.isLowercase || ",;.)".contains(first)
  }

  /// Whether the last line was ended before other words, and not wrapped.
  ///
  /// - Parameter isWrapped: whether some lines around it were. There only one is ended that is short, or a sentence's end.
  func isEnded(before next: ArraySlice<UInt8>, isWrapped: Bool) -> Bool {
    if Self.goesOn(next) { return false }
    guard isWrapped else { return true }
    guard let line = lastLine else { return text.last.map { $0 < 0x80 && ".!?:".utf8.contains($0) } ?? false }
    guard let last = line.last(where: { $0 != " " }), last != ",", last != ";" else { return false }
    let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    return ".!?:…”»\")]。！？：」".contains(last) || columns < Self.wrapped
  }
}

import Briefing

/// What stands within a line.
extension PageBlocks {
  mutating func enterInline(_ index: Int, _ element: HTMLElement) {
    if codeDepth > 0, headingDepth == 0, codeLines.contains(index) { line.startCodeLine() }
    switch element {
    case .a: startLink(index)
    case .em, .i, .cite, .dfn: line.start(.emphasis)
    case .strong, .b: line.start(.strong)
    case .code, .kbd, .samp, .tt: if codeDepth == 0 { line.start(.code) }
    case .q: line.append(Array("“".utf8)[...])
    case .br: breakLine()
    case .img: takeImage(index)
    default: break
    }
  }

  private mutating func startLink(_ index: Int) {
    guard let href = tree.string(.href, of: index), !href.isEmpty, !href.hasPrefix("#") else {
      return openLinks.append(nil)
    }
    let url = links.resolve(href)
    openLinks.append(url)
    if let url { line.start(.link(url: url)) }
    if url == nil || headingDepth > 0 || codeDepth > 0 && table == nil {
      let text = url ?? PageText.line(href)
      if !text.isEmpty { lost.append(SetAside(place: tree.source(of: index), text: text, reason: .linkResidue)) }
    }
  }

  mutating func leaveInline(_ index: Int, _ element: HTMLElement) {
    switch element {
    case .a:
      if let url = openLinks.popLast() ?? nil { line.end(.link(url: url)) }
    case .em, .i, .cite, .dfn: line.end(.emphasis)
    case .strong, .b: line.end(.strong)
    case .code, .kbd, .samp, .tt: if codeDepth == 0 { line.end(.code) }
    case .q: line.append(Array("”".utf8)[...])
    default: break
    }
  }

  /// A picture stands behind the paragraph that it is in, and only where something is said in its stead.
  private mutating func takeImage(_ index: Int) {
    guard table == nil, let alt = tree.string(.alt, of: index) else { return }
    let text = PageText.line(alt)
    if tree.isFormula(index) { return takeFormula(text) }
    let source = tree.string(.datasrc, of: index) ?? tree.string(.src, of: index)
    guard !text.isEmpty, let source, let url = links.resolve(source), PictureWords.sayAnything(text) else { return }
    images.append(Block(text: text, kind: .image(url: url), containers: containers))
  }

  /// The words of a formula stand where it stands, without what says only how large it is drawn.
  private mutating func takeFormula(_ text: String) {
    var words = text
    for mark in ["{\\displaystyle ", "{\\textstyle "] where words.hasPrefix(mark) && words.hasSuffix("}") {
      words = String(words.dropFirst(mark.count).dropLast())
    }
    guard !words.isEmpty, codeDepth == 0 else { return }
    if isBroken { takeWords([]) }
    line.start(.code)
    line.append(Array(words.utf8)[...])
    line.end(.code)
  }
}

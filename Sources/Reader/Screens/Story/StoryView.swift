import Briefing
import Canvas

extension StoryState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    guard frame.rows > 0, frame.columns > 0 else { return }
    var fitted = self
    fitted.fit(to: frame)
    fitted.settle()
    fitted.drawHead(on: &canvas)
    if let sourcesPanel {
      sourcesPanel.draw(on: &canvas, in: frame, below: fitted.viewport.head.rows, measure: fitted.layout.measure)
    } else {
      fitted.drawBody(on: &canvas)
    }
  }

  private var frame: Frame { viewport.frame }

  private func drawHead(on canvas: inout Canvas) {
    let (measure, head) = (layout.measure, viewport.head)
    for (row, line) in head.lines.enumerated() {
      let style = Style(.heading, bold: true)
      canvas.write(line, highlights: highlights(inHead: line), at: measure.head, row, in: frame, style: style)
    }
    if !head.lines.isEmpty {
      if layout.isNew(.block(.headline)), measure.left < measure.head {
        canvas.write(PartBadge.new.symbol, at: measure.left, 0, in: frame, style: Style(.accent))
      }
      canvas.write(head.status, endingAt: measure.right, 0, in: frame, after: 0, style: Style(.faint))
    }
    if let byline = head.byline {
      canvas.write(byline, at: measure.head, head.lines.count, in: frame, style: Style(.faint))
    }
  }

  private mutating func drawBody(on canvas: inout Canvas) {
    let head = viewport.head.rows
    canvas.setBody(below: head, in: frame)
    let here = layout.address(of: cursor.spot)
    let page = page()
    for (index, address) in page.enumerated() {
      guard let address else {
        drawBars(between: page[..<index], page[index...], on: &canvas, row: head + index)
        continue
      }
      if address == here { layout.measure.drawCursor(at: head + index, on: &canvas, in: frame) }
      draw(address, on: &canvas, row: head + index)
    }
  }

  /// The bars of a quote go on through a blank row in it.
  private mutating func drawBars(
    between above: ArraySlice<StoryLayout.Address?>, _ below: ArraySlice<StoryLayout.Address?>,
    on canvas: inout Canvas, row: Int
  ) {
    guard layout.facts.hasContainers else { return }
    var after = below.first { $0 != nil } ?? nil
    var before = above.last { $0 != nil } ?? nil
    if after == nil { after = before.flatMap { layout.address(after: $0) } }
    if before == nil { before = after.flatMap { layout.address(before: $0) } }
    guard let before, let after, before.part.section == after.part.section else { return }
    let text = layout.text(of: before.part)
    let prefix = text.prefix.shared(with: layout.text(of: after.part).prefix)
    draw(prefix, isFirst: false, at: layout.measure.column(of: text.edge), on: &canvas, row: row)
  }

  private func draw(_ prefix: BlockPrefix, isFirst: Bool, at column: Int, on canvas: inout Canvas, row: Int) {
    var column = column
    for segment in prefix.segments {
      if segment.isBar || isFirst {
        canvas.write(segment.glyph, at: column, row, in: frame, style: segment.isBar ? Style(.quote) : .plain)
      }
      column += segment.columns
    }
  }

  private mutating func draw(_ address: StoryLayout.Address, on canvas: inout Canvas, row: Int) {
    let text = layout.text(of: address.part)
    let style = style(of: text, address.part)
    let edge = layout.measure.column(of: text.edge)
    let isFirst = address.chunk == 0 && address.line == 0
    if isFirst { drawMarkers(of: address.part, text, before: edge, on: &canvas, row: row) }
    draw(text.prefix, isFirst: isFirst, at: edge, on: &canvas, row: row)
    let column = layout.column(of: text)
    let line = layout.line(address)
    let highlights = highlights(in: text.words, on: line)
    for run in line.runs {
      draw(run, of: address.part, column: column, highlights: highlights, style: style, on: &canvas, row: row)
    }
    if isFirst { drawSummary(of: address.part, on: &canvas, row: row) }
  }

  /// Draws the marker that hangs before a text, and the badge of what is new.
  private func drawMarkers(
    of part: StoryPart, _ text: PartText, before column: Int, on canvas: inout Canvas, row: Int
  ) {
    let hanging = layout.measure.hanging(before: column)
    if let marker = text.marker, hanging < column {
      let shown = isReadAndClosed(part) ? Sign.foldedAndRead.glyph : marker
      canvas.write(shown, at: hanging, row, in: frame, style: style(of: text, part))
    }
    guard let gutter = layout.measure.gutter, let badge = badge(of: part) else { return }
    canvas.write(badge.symbol, at: gutter, row, in: frame, style: Style(.accent))
  }

  /// What stands left of a part: that it is new, or, where there is no room for the fold summary that says so, what its fold
  /// hides.
  private func badge(of part: StoryPart) -> PartBadge? {
    if layout.isNew(part) { return .new }
    guard case .block(.heading(let section)) = part, !layout.measure.showsFoldSummary,
      !layout.outline.folds.isOpen(section)
    else { return nil }
    return layout.badges(of: section).first
  }

  private func isReadAndClosed(_ part: StoryPart) -> Bool {
    guard case .block(.heading(let section)) = part else { return false }
    return progress.read.contains(section) && !layout.outline.folds.isOpen(section)
  }

  private func style(of text: PartText, _ part: StoryPart) -> Style {
    switch text.look {
    case .headline: return Style(.heading, bold: true)
    case .question: return Style(isReadAndClosed(part) ? .faint : .heading)
    case .note: return Style(.accent)
    case .label, .appendix: return Style(.faint)
    case .words: return .plain
    case .code: return Style(.code)
    case .source:
      return Style(.citation, reversed: citations.chosen.map { $0.part == part } ?? false)
    }
  }
}

/// The runs of a line, and the citations in them.
extension StoryState {
  private func draw(
    _ run: StoryLine.Run, of part: StoryPart, column: Int, highlights: [Highlight], style: Style,
    on canvas: inout Canvas, row: Int
  ) {
    let column = column + run.column
    let anchor = run.anchor.map { CitationAnchor.text(part, $0) }
    var style = run.look.style(over: style)
    if let anchor, anchor == citations.chosen { style.isReversed = true }
    switch run.kind {
    case .gap: return
    case .citation:
      if let anchor { draw(anchor, run.text, opens: run.opens, on: &canvas, column: column, row: row) }
    case .sign: canvas.write(run.text, at: column, row, in: frame, style: style)
    case .words(let offset):
      canvas.write(run.text, startingAt: offset, highlights: highlights, at: column, row, in: frame, style: style)
    }
    if let address = run.address {
      canvas.link(column..<column + Width.of(run.text), at: row, in: frame, to: address)
    }
    if let anchor, run.opens, run.kind != .citation { open(anchor, on: &canvas, column: column, row: row) }
  }

  /// Begins words that can be followed: with the letters of their link where it has no number to bear them.
  private func open(_ anchor: CitationAnchor, on canvas: inout Canvas, column: Int, row: Int) {
    if case .text(_, .link) = anchor, let letters = label(of: anchor) {
      canvas.write(letters, at: column, row, in: frame, style: Style(.match, reversed: true))
    }
    if anchor == citations.chosen { canvas.placeCursor(at: column, row, in: frame) }
  }

  private func label(of anchor: CitationAnchor) -> String? {
    citations.letters?.label(of: anchor).map { $0.count == 1 ? "[\($0)]" : $0 }
  }

  /// Draws the number of a citation: chosen, behind its letters, or as it is. With `opens` the cursor stands on a chosen one.
  private func draw(
    _ anchor: CitationAnchor, _ text: String, opens: Bool = true, on canvas: inout Canvas, column: Int, row: Int
  ) {
    let isChosen = anchor == citations.chosen
    let label = label(of: anchor)
    canvas.write(text, at: column, row, in: frame, style: Style(.citation, reversed: isChosen || label != nil))
    if let label { canvas.write(label, at: column, row, in: frame, style: Style(.match, reversed: true)) }
    if isChosen, opens { canvas.placeCursor(at: column, row, in: frame) }
  }
}

/// What stands at the right of a row: what a fold hides, or how much rests on a source.
extension StoryState {
  private mutating func drawSummary(of part: StoryPart, on canvas: inout Canvas, row: Int) {
    guard layout.measure.showsFoldSummary else { return }
    let column = layout.measure.right - Measure.foldSummary
    switch part {
    case .block(.heading(let section)) where !layout.outline.folds.isOpen(section):
      draw(layout.foldSummary(of: section), of: section, on: &canvas, column: column, row: row)
    case .source(let index):
      let words = words(ofSource: index)
      canvas.write(words, at: column, row, in: frame, style: Style(.faint), limit: Measure.foldSummary)
    case .title(let appendix) where !layout.outline.folds.isOpen(appendix):
      let pieces = FoldSummary.aligned(counted(layout.outline.count(appendix), "piece", "pieces"))
      canvas.write(pieces, at: column, row, in: frame, style: Style(.faint))
    default: break
    }
  }

  private func draw(
    _ summary: FoldSummary, of section: Int, on canvas: inout Canvas, column: Int, row: Int
  ) {
    let shown = summary.shown(in: Measure.foldSummary)
    var at = column + canvas.write(summary.words, at: column, row, in: frame, style: Style(.faint))
    if !shown.sources.isEmpty || shown.more > 0 {
      at += canvas.write(" ·", at: at, row, in: frame, style: Style(.faint))
    }
    for (source, address) in zip(shown.sources, summary.addresses) {
      let text = "[\(source)]"
      draw(.foldSummary(section: section, source: source), text, on: &canvas, column: at + 1, row: row)
      if let address { canvas.link(at + 1..<at + 1 + text.count, at: row, in: frame, to: address) }
      at += 1 + text.count
    }
    if shown.more > 0 { canvas.write(" +\(shown.more)", at: at, row, in: frame, style: Style(.faint)) }
  }

  private func words(ofSource index: Int) -> String {
    let claims = layout.facts.claims[index]
    let stories = detail.citingStories[layout.facts.hosts[index]] ?? 1
    let words = FoldSummary.aligned(counted(claims, "claim", "claims"))
    return stories > 1 ? "\(words) · \(counted(stories, "story", "stories"))" : words
  }
}

extension Measure {
  /// Draws the cursor left of the text; where there is no room for it, only the terminal's own cursor is set.
  func drawCursor(at row: Int, on canvas: inout Canvas, in frame: Frame) {
    if left < hanging { canvas.drawCursor(at: row, column: left, in: frame) }
    canvas.placeCursor(at: left, row, in: frame)
  }
}

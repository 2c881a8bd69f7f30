import Briefing
import Canvas

extension StoryState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    guard frame.rows > 0, frame.columns > 0 else { return }
    var fitted = self
    fitted.fit(to: frame)
    fitted.settle(in: frame)
    let head = fitted.head(in: frame)
    fitted.draw(head, on: &canvas, in: frame)
    if let sourcesPanel {
      sourcesPanel.draw(on: &canvas, in: frame, below: head.rows, measure: fitted.layout.measure)
    } else {
      fitted.drawBody(on: &canvas, in: frame, below: head.rows)
    }
  }

  private func draw(_ head: StoryHead, on canvas: inout Canvas, in frame: Frame) {
    let measure = layout.measure
    for (row, line) in head.lines.enumerated() {
      let style = Style(.heading, bold: true)
      canvas.write(line, highlights: highlights(inHead: line), at: measure.head, row, in: frame, style: style)
    }
    if !head.lines.isEmpty {
      if layout.isNew(.block(.headline)), measure.left < measure.head {
        canvas.write(Sign.new.mark, at: measure.left, 0, in: frame, style: Style(.accent))
      }
      let ordinal = StoryHead.ordinal(in: frame)
      canvas.write(ordinal, endingAt: measure.right, 0, in: frame, after: 0, style: Style(.faint))
    }
    if let byline = head.byline {
      canvas.write(byline, at: measure.head, head.lines.count, in: frame, style: Style(.faint))
    }
  }

  private mutating func drawBody(on canvas: inout Canvas, in frame: Frame, below head: Int) {
    canvas.setBody(below: head, in: frame)
    let here = layout.address(of: cursor)
    let page = page(in: frame)
    for (index, address) in page.enumerated() {
      guard let address else {
        drawBars(between: page[..<index], page[index...], on: &canvas, row: head + index, in: frame)
        continue
      }
      if address == here { layout.measure.drawCursor(at: head + index, on: &canvas, in: frame) }
      draw(address, on: &canvas, row: head + index, in: frame)
    }
  }

  /// The bars of a quote go on through a blank row in it.
  private mutating func drawBars(
    between above: ArraySlice<StoryLayout.Address?>, _ below: ArraySlice<StoryLayout.Address?>,
    on canvas: inout Canvas, row: Int, in frame: Frame
  ) {
    guard layout.facts.hasContainers else { return }
    var after = below.first { $0 != nil } ?? nil
    var before = above.last { $0 != nil } ?? nil
    if after == nil { after = before.flatMap { layout.address(after: $0) } }
    if before == nil { before = after.flatMap { layout.address(before: $0) } }
    guard let before, let after, before.part.section == after.part.section else { return }
    let text = layout.text(of: before.part)
    let lead = text.lead.shared(with: layout.text(of: after.part).lead)
    draw(lead, isFirst: false, at: layout.measure.column(of: text.edge), on: &canvas, row: row, in: frame)
  }

  private func draw(
    _ lead: Lead, isFirst: Bool, at column: Int, on canvas: inout Canvas, row: Int, in frame: Frame
  ) {
    var column = column
    for piece in lead.pieces {
      if piece.isBar || isFirst {
        canvas.write(piece.sign, at: column, row, in: frame, style: piece.isBar ? Style(.quote) : .plain)
      }
      column += piece.columns
    }
  }

  private mutating func draw(
    _ address: StoryLayout.Address, on canvas: inout Canvas, row: Int, in frame: Frame
  ) {
    let text = layout.text(of: address.part)
    let style = style(of: text, address.part)
    let edge = layout.measure.column(of: text.edge)
    let isFirst = address.piece == 0 && address.line == 0
    if isFirst { drawSigns(of: address.part, text, before: edge, on: &canvas, row: row, in: frame) }
    draw(text.lead, isFirst: isFirst, at: edge, on: &canvas, row: row, in: frame)
    let column = layout.column(of: text)
    let line = layout.line(address)
    let highlights = highlights(in: text.words, on: line)
    for run in line.runs {
      draw(
        run, of: address.part, column: column, highlights: highlights, style: style, on: &canvas, row: row, in: frame)
    }
    if case .source(let index) = address.part {
      linkSource(index, line, column: column, on: &canvas, row: row, in: frame)
    }
    if isFirst { drawTally(of: address.part, on: &canvas, row: row, in: frame) }
  }

  private func linkSource(
    _ index: Int, _ line: StoryLine, column: Int, on canvas: inout Canvas, row: Int, in frame: Frame
  ) {
    guard let run = line.runs.last, let address = target(of: .source(index))?.address else { return }
    canvas.link(column..<column + run.column + Width.of(run.text), at: row, in: frame, to: address)
  }

  /// Draws the mark that hangs before a text, and the sign of what is new.
  private func drawSigns(
    of part: StoryPart, _ text: PartText, before column: Int, on canvas: inout Canvas, row: Int, in frame: Frame
  ) {
    let hanging = layout.measure.hanging(before: column)
    if let mark = text.mark, hanging < column {
      let shown = isReadAndClosed(part) ? PartText.closedAndRead : mark
      canvas.write(shown, at: hanging, row, in: frame, style: style(of: text, part))
    }
    guard let gutter = layout.measure.gutter, let sign = sign(of: part) else { return }
    canvas.write(sign.mark, at: gutter, row, in: frame, style: Style(.accent))
  }

  /// What stands left of a part: that it is new, or, where there is no room for the fold summary that says so, what its fold
  /// hides.
  private func sign(of part: StoryPart) -> Sign? {
    if layout.isNew(part) { return .new }
    guard case .block(.heading(let section)) = part, !layout.measure.showsTally,
      !layout.outline.folds.isOpen(section)
    else { return nil }
    return layout.signs(of: section).first
  }

  private func draw(
    _ run: StoryLine.Run, of part: StoryPart, column: Int, highlights: [Highlight], style: Style,
    on canvas: inout Canvas,
    row: Int, in frame: Frame
  ) {
    let column = column + run.column
    let mark = run.stop.map { CitationAnchor.stop(part, $0) }
    var style = run.look.style(over: style)
    if let mark, mark == chosen { style.isReversed = true }
    switch run.kind {
    case .gap: return
    case .mark:
      if let mark { draw(mark, run.text, opens: run.opens, on: &canvas, column: column, row: row, in: frame) }
      return
    case .sign: canvas.write(run.text, at: column, row, in: frame, style: style)
    case .words(let offset):
      canvas.write(run.text, startingAt: offset, highlights: highlights, at: column, row, in: frame, style: style)
    }
    if let mark { finish(mark, run, on: &canvas, column: column, row: row, in: frame) }
  }

  /// Has words lead where their link does, behind its letters where it has no mark to bear them.
  private func finish(
    _ mark: CitationAnchor, _ run: StoryLine.Run, on canvas: inout Canvas, column: Int, row: Int, in frame: Frame
  ) {
    if let address = target(of: mark)?.address {
      canvas.link(column..<column + Width.of(run.text), at: row, in: frame, to: address)
    }
    guard run.opens else { return }
    if case .stop(_, .link) = mark, let letters = label(of: mark) {
      canvas.write(letters, at: column, row, in: frame, style: Style(.match, reversed: true))
    }
    if mark == chosen { canvas.placeCursor(at: column, row, in: frame) }
  }

  private func label(of mark: CitationAnchor) -> String? {
    letters?.label(of: mark).map { $0.count == 1 ? "[\($0)]" : $0 }
  }

  /// Draws a citation mark: chosen, behind its letters, or as it is. With `opens` the cursor stands on a chosen one.
  func draw(
    _ mark: CitationAnchor, _ text: String, opens: Bool = true, on canvas: inout Canvas, column: Int, row: Int,
    in frame: Frame
  ) {
    let isChosen = mark == chosen
    let label = label(of: mark)
    let isLit = isChosen || label != nil
    canvas.write(text, at: column, row, in: frame, style: Style(.citation, reversed: isLit))
    if let label { canvas.write(label, at: column, row, in: frame, style: Style(.match, reversed: true)) }
    if let address = target(of: mark)?.address {
      canvas.link(column..<column + Width.of(text), at: row, in: frame, to: address)
    }
    if isChosen, opens { canvas.placeCursor(at: column, row, in: frame) }
  }

  private func isReadAndClosed(_ part: StoryPart) -> Bool {
    guard case .block(.heading(let section)) = part else { return false }
    return read.contains(section) && !layout.outline.folds.isOpen(section)
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
      return Style(.citation, reversed: chosen.map { $0.part == part } ?? false)
    }
  }
}

extension Measure {
  /// Draws the cursor left of the text; where there is no room for it, only the terminal's own cursor is set.
  func drawCursor(at row: Int, on canvas: inout Canvas, in frame: Frame) {
    if left < hanging { canvas.drawCursor(at: row, column: left, in: frame) }
    canvas.placeCursor(at: left, row, in: frame)
  }
}

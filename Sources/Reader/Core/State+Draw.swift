import Briefing
public import Canvas

extension State {
  /// Draws the whole screen. Total for any size from 1×1 up.
  public func draw(on canvas: inout Canvas) {
    if layout.isWide {
      history[0].content.draw(on: &canvas, in: frame(at: 0))
      drawRule(on: &canvas)
      drawPage(on: &canvas)
    } else {
      history.current.content.draw(on: &canvas, in: frame(at: history.position))
    }
    fillCursorRow(on: &canvas)
    if prompt?.isExplaining == true { QueryPage.draw(on: &canvas, in: explainingFrame) }
    drawFoot(on: &canvas)
  }

  /// Has the whole row of the cursor stand out, where the user wants that.
  private func fillCursorRow(on canvas: inout Canvas) {
    guard settings.fillsCursorRow, let row = canvas.cursor?.row else { return }
    let rect = layout.rect(at: history.position)
    canvas.restyle(Rect(column: rect.origin.column, row: row, columns: rect.size.columns, rows: 1)) {
      $0.role = .cursor
    }
  }

  private func drawRule(on canvas: inout Canvas) {
    for row in 0..<layout.bodyRows {
      canvas.write("│", column: layout.rule, row: row, style: Style(.faint))
    }
  }

  /// The page beside the list: what is read, or what the row under the cursor leads to, or what was read last.
  private func drawPage(on canvas: inout Canvas) {
    if history.isAtRoot, let story = preview.screen?.story {
      story.draw(on: &canvas, in: previewFrame(of: story.detail.row.id))
    } else if history.lastRead > 0 {
      history[history.lastRead].content.draw(on: &canvas, in: frame(at: history.lastRead))
    } else if let key = keymap.label(for: .enter, in: scopes) {
      let frame = frame(at: 1)
      canvas.write("\(key) opens the story here.", at: 3, frame.headRows, in: frame, style: Style(.faint))
    }
  }
}

/// The foot: what the user types, or a message, or hints; it never takes more than half of the screen.
extension State {
  func drawFoot(on canvas: inout Canvas) {
    guard size.rows > 0, size.columns > 0 else { return }
    var last = size.rows - 1
    if let prompt {
      if hasRoomForOffers {
        drawOffers(at: last, on: &canvas)
        last -= 1
      }
      draw(prompt, at: last, on: &canvas)
      last -= 1
    }
    if let sentence = message ?? (prompt == nil ? question : nil) {
      draw(sentence, endingAt: last, on: &canvas)
    } else if let prompt, !hasRoomForOffers, !prompt.about.isEmpty, last > 0 {
      canvas.fill(row: last)
      canvas.writeCut(prompt.about, column: 1, row: last, style: Style(.faint), limit: max(0, size.columns - 2))
    } else if prompt == nil, layout.footRows > 0 {
      drawHints(at: last, on: &canvas)
    }
  }

  private func draw(_ prompt: Prompt, at row: Int, on canvas: inout Canvas) {
    canvas.fill(row: row)
    let start = canvas.write(prompt.label, column: 0, row: row, style: Style(.accent))
    let room = max(1, size.columns - start - 1)
    // The end of the line before the cursor is what must be seen.
    let before = prompt.line.textBeforeCursor(fitting: room)
    canvas.write(before + prompt.line.textAfterCursor, column: start, row: row)
    canvas.cursor = Point(column: min(size.columns - 1, start + Width.of(before)), row: row)
  }

  private func draw(_ message: String, endingAt last: Int, on canvas: inout Canvas) {
    let columns = max(1, size.columns - 2)
    let lines = Wrap.lines(of: message, columns: columns)
    let shown = lines.prefix(max(1, size.rows / 2))
    let bytes = Array(message.utf8)
    for (index, line) in shown.enumerated() {
      let row = last - shown.count + 1 + index
      guard row >= 0 else { continue }
      canvas.fill(row: row)
      let text = String(decoding: bytes[line.range], as: UTF8.self)
      canvas.write(text, column: size.columns > 2 ? 1 : 0, row: row, style: Style(.accent))
    }
  }

  private func drawHints(at row: Int, on canvas: inout Canvas) {
    let right = drawStatus(at: row, on: &canvas)
    if let sentence = sentenceOfTyping {
      canvas.writeCut(sentence, column: 1, row: row, style: Style(.accent), limit: max(0, right - 1))
      return
    }
    var column = 1
    if let sentence = sentenceOfSelection(fitting: right - 2) {
      canvas.write(sentence, column: column, row: row, style: Style(.accent))
      return
    }
    for hint in hints(fitting: right - column) {
      column += canvas.write(hint.key, column: column, row: row, style: Style(.accent)) + 1
      column += canvas.write(hint.word, column: column, row: row, style: Style(.faint)) + 3
    }
  }

  /// How many rows are selected, what can be done with them and how they are let go, as much of it as fits.
  private func sentenceOfSelection(fitting columns: Int) -> String? {
    let count = history.current.content.selectedRows
    guard count > 0 else { return nil }
    let keys = [Command.toggleUnread, .toggleStar, .tag, .markAllRead, .remove].compactMap {
      keymap.label(for: $0, in: scopes)
    }
    let selected = "\(count.grouped) selected"
    let way = keymap.labelOfEscape(in: scopes).map { " · \($0) lets go" } ?? ""
    let all = keys.isEmpty ? selected : "\(selected) · \(keys.joined(separator: " ")) for all of them"
    let short = keys.isEmpty ? selected : "\(selected) · \(keys.joined(separator: " "))"
    return [all + way, short + way, selected + way].first { Width.of($0) <= columns } ?? selected
  }

  /// As many hints as fit. The last one, help, leads to all others: it is kept where not all fit.
  private func hints(fitting columns: Int) -> [(key: String, word: String)] {
    let hints = offers.compactMap { hint in
      keymap.label(for: hint.command, in: scopes).map { (key: $0, word: hint.word) }
    }
    let widths = hints.map { Width.of($0.key) + Width.of($0.word) + 4 }
    var room = columns + 3 - (widths.last ?? 0)
    guard room >= 0 else { return [] }
    let fitting = zip(hints, widths).prefix(max(0, hints.count - 1)).prefix { _, width in
      room -= width
      return room >= 0
    }
    return fitting.map(\.0) + hints.suffix(1)
  }

  /// What the screen offers, and beside an open page the way there.
  private var offers: [Hint] {
    let hints = history.current.content.hints
    guard layout.isWide, history.isAtRoot, history.lastRead > 0 else { return hints }
    return hints.prefix(1) + [Hint(.otherSide, "beside")] + hints.dropFirst()
  }

  /// What letters or digits that are being typed are for; nil where none are.
  private var sentenceOfTyping: String? {
    guard let story = history.current.story else { return nil }
    if story.wantsLetters { return "letters follow a citation · Esc lets be" }
    guard let number = pending.number, pending.keys.isEmpty, let key = keymap.label(for: .enter, in: scopes) else {
      return nil
    }
    return "follow citation \(number) · \(key)"
  }

  /// Draws what is under way at the right end, and returns the column where it begins.
  private func drawStatus(at row: Int, on canvas: inout Canvas) -> Int {
    let status = pending.isEmpty ? sentenceOfWork : sentenceOfTyping == nil ? pending.label : ""
    let start = size.columns - 1 - Width.of(status)
    guard !status.isEmpty, start > 0 else { return size.columns }
    canvas.write(status, column: start, row: row, style: Style(.faint))
    return start - 2
  }

  private var sentenceOfWork: String {
    if adding == .examining { return "reading what was pasted" }
    if let progress { return sentence(for: progress) }
    return wordingsOfFetching.first { Width.of($0) <= size.columns - 3 } ?? sentenceOfLag
  }

  private var sentenceOfLag: String {
    lag > 0 ? "making searchable, \(lag.grouped) left" : ""
  }

  private func sentence(for progress: Progress) -> String {
    let doing = adding == .underway ? "adding" : "reading"
    guard progress.stories > 0 else { return doing }
    guard let total = progress.total else { return "\(doing), \(progress.stories) so far" }
    return "\(doing), \(progress.stories) of \(total)"
  }
}

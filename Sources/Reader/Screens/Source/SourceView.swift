import Briefing
import Canvas

extension SourceState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    guard frame.rows > 0, frame.columns > 0 else { return }
    var settled = self
    settled.settle(in: frame)
    let list = ClaimList(settled, frame: frame)
    drawHead(list, on: &canvas, in: frame)
    settled.drawClaims(list, on: &canvas, in: frame)
  }

  private func drawHead(_ list: ClaimList, on canvas: inout Canvas, in frame: Frame) {
    guard list.headRows > 0 else { return }
    let measure = list.measure
    let (claims, stories) = (source?.claims ?? 0, source?.stories ?? 0)
    let count = "\(counted(claims, "claim", "claims")) · \(counted(stories, "story", "stories"))"
    let after = measure.head + Width.of(host)
    canvas.write(count, endingAt: measure.right, 0, in: frame, after: after, style: Style(.faint))
    let room = measure.right - measure.head
    canvas.write(host, at: measure.head, 0, in: frame, style: Style(.heading, bold: true), limit: room)
    guard list.headRows > 2, let source else { return }
    let words = pattern == nil ? source.seenSentence(frame.dates) : narrowedSentence
    canvas.write(words, at: measure.head, 1, in: frame, style: Style(.faint), limit: room)
  }

  private var narrowedSentence: String {
    "“\(words)” in \(shown.count) of \(isComplete ? "them" : "the first \(claims.count)")"
  }

  private func drawClaims(_ list: ClaimList, on canvas: inout Canvas, in frame: Frame) {
    canvas.setBody(below: list.headRows, in: frame)
    guard !shown.isEmpty else {
      let none = isComplete ? "No claim" : "No claim so far"
      let sentence = claims.isEmpty ? "No claim rests on this source." : "\(none) has “\(words)”."
      canvas.write(sentence, at: list.measure.text, list.headRows, in: frame, style: Style(.faint))
      list.measure.drawCursor(at: list.headRows, on: &canvas, in: frame)
      return
    }
    var start = row
    var index = cursor
    while index > 0, start - list.lead(of: index) > 0 {
      index -= 1
      start -= list.distance(from: index)
    }
    while index < shown.count, start - list.lead(of: index) < list.rows {
      draw(index, at: start, list, on: &canvas, in: frame)
      start += list.distance(from: index)
      index += 1
    }
  }

  /// Draws a claim with what leads up to it; `start` is the row below the head where its sentence begins.
  private func draw(_ index: Int, at start: Int, _ list: ClaimList, on canvas: inout Canvas, in frame: Frame) {
    let measure = list.measure
    let claim = list.claim(index)
    func row(_ row: Int) -> Int? { (0..<list.rows).contains(row) ? list.headRows + row : nil }
    if list.beginsStory(index), let row = row(start - 2) { drawStory(claim, at: row, measure, on: &canvas, in: frame) }
    if list.beginsQuestion(index), let row = row(start - 1) {
      let heading = claim.heading ?? "The opening"
      let style = Style(claim.heading == nil ? .faint : .heading)
      canvas.write(heading, at: measure.text, row, in: frame, style: style, limit: max(1, measure.right - measure.text))
    }
    let marker = shown[index] == left ? Sign.left.glyph : "·"
    for (number, line) in list.lines(of: index).enumerated() {
      guard let row = row(start + number) else { continue }
      if index == cursor, number == 0 { measure.drawCursor(at: row, on: &canvas, in: frame) }
      if number == 0, measure.answer - 2 > measure.left {
        canvas.write(
          marker, at: measure.answer - 2, row, in: frame, style: Style(shown[index] == left ? .accent : .faint))
      }
      drawLine(line, at: row, measure, on: &canvas, in: frame)
    }
  }

  private func drawStory(
    _ claim: Claim, at row: Int, _ measure: Measure, on canvas: inout Canvas, in frame: Frame
  ) {
    var right = measure.right
    if measure.showsFoldSummary {
      let day = claim.date.dayLabel(in: frame)
      right = canvas.write(day, endingAt: right, row, in: frame, after: measure.text, style: Style(.faint)) - 2
    }
    let room = max(1, right - measure.hanging)
    canvas.write(claim.headline, at: measure.hanging, row, in: frame, style: Style(bold: true), limit: room)
  }

  private func drawLine(
    _ line: String, at row: Int, _ measure: Measure, on canvas: inout Canvas, in frame: Frame
  ) {
    let highlights =
      pattern?.matches(in: line, range: 0..<line.utf8.count).map { Highlight(range: $0, isCurrent: false) } ?? []
    canvas.write(line, highlights: highlights, at: measure.answer, row, in: frame, style: .plain)
  }
}

extension Source {
  /// When it was cited first and last.
  fileprivate func seenSentence(_ style: DateStyle) -> String {
    let (first, last) = (firstSeen.longDayLabel(style), lastSeen.longDayLabel(style))
    return first == last ? "seen \(first)" : "first seen \(first) · last \(last)"
  }
}

import Canvas

/// One line of text with some words lit, shown so that the first of them is in sight.
///
/// Lit words stand in a colour and underlined, so that they are seen without colour as well.
struct LitText {
  private let bytes: [UInt8]
  private let lit: [Range<Int>]

  /// `lit` are UTF-8 offsets; those outside the text or out of order light nothing.
  init(_ text: String, lit: [Range<Int>]) {
    bytes = Array(text.utf8)
    var end = 0
    self.lit = lit.filter { range in
      guard range.lowerBound >= end, range.upperBound <= text.utf8.count else { return false }
      end = range.upperBound
      return true
    }
  }

  func draw(at column: Int, _ row: Int, on canvas: inout Canvas, in frame: Frame) {
    let room = frame.columns - column - 1
    guard room > 0 else { return }
    let start = start(room: room)
    var at = column
    if start > 0 { at += canvas.write("…", at: at, row, in: frame, style: Style(.faint)) }
    for piece in pieces(from: start) {
      let style = piece.isLit ? Style(.match, underlined: true) : .plain
      let left = column + room - at
      let written = canvas.write(piece.text, at: at, row, in: frame, style: style, limit: left)
      at += written
      if Width.of(piece.text) > left { break }
    }
  }

  /// Where the line begins: at the start, or so far on that the first lit word shows.
  private func start(room: Int) -> Int {
    guard let first = lit.first else { return 0 }
    let before = String(decoding: bytes[..<first.upperBound], as: UTF8.self)
    guard Width.of(before) > room else { return 0 }
    let context = String(decoding: bytes[..<first.lowerBound], as: UTF8.self)
    let kept = Wrap.lines(of: String(context.reversed()), columns: max(1, room / 3)).first?.range.upperBound ?? 0
    return first.lowerBound - min(kept, first.lowerBound)
  }

  private func pieces(from start: Int) -> [(text: String, isLit: Bool)] {
    var pieces: [(String, Bool)] = []
    var at = start
    for range in lit where range.lowerBound >= start {
      if at < range.lowerBound { pieces.append((String(decoding: bytes[at..<range.lowerBound], as: UTF8.self), false)) }
      pieces.append((String(decoding: bytes[range], as: UTF8.self), true))
      at = range.upperBound
    }
    if at < bytes.count { pieces.append((String(decoding: bytes[at...], as: UTF8.self), false)) }
    return pieces
  }
}

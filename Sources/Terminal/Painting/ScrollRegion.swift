import CNcurses

/// The rows that the terminal scrolls, and the sequences that make it scroll them.
///
/// They stay set from one frame to the next, so that a line of text costs little more than its letters. Whatever else
/// would scroll is preceded by setting them back.
struct ScrollRegion {
  /// What the terminal was told; nil for the whole screen.
  private var rows: Range<Int>?
  /// Whether that is certain. ncurses begins with the rows that the description names, and a terminal that has another size
  /// may have kept the rows or not.
  private var isCertain = false

  /// Whether the terminal can move some rows and leave others where they are.
  private let isSupported = ["csr", "ind", "ri", "sc", "rc"].allSatisfy { !Terminfo.capability($0).isEmpty }

  /// What moves rows; the cursor, which stands at a row, is there again afterwards. Nil where the terminal cannot.
  mutating func shift(_ shift: Shift, cursorRow: Int) -> [UInt8]? {
    guard isSupported else { return nil }
    var bytes = rows == shift.rows ? [] : Self.keepingCursor(Self.setting(shift.rows))
    rows = shift.rows
    let count = abs(shift.up)
    let edge = shift.up > 0 ? shift.rows.upperBound - 1 : shift.rows.lowerBound
    let step = Terminfo.capability(shift.up > 0 ? "ind" : "ri")
    let steps = [UInt8]((0..<count).map { _ in step }.joined())
    let jump = Self.filled(shift.up > 0 ? "indn" : "rin", count)
    if cursorRow == edge, jump.isEmpty || steps.count <= jump.count {
      bytes += steps
    } else if !jump.isEmpty {
      bytes += jump
    } else {
      bytes += Self.keepingCursor(Terminfo.movement(column: 0, row: edge) + steps)
    }
    return bytes
  }

  /// Whether some rows scroll and others do not.
  var isSet: Bool { rows != nil }

  /// The rows that scroll, of a screen of so many.
  func scrolling(ofRows count: Int) -> Range<Int> { rows ?? 0..<count }

  /// What has to precede bytes that may scroll, set rows of their own, or step from row to row where nobody knows which.
  mutating func guarding(_ bytes: [UInt8], isRowKnown: Bool) -> [UInt8] {
    guard rows != nil, Self.mayScroll(bytes, steps: !isRowKnown) else { return [] }
    return reset()
  }

  /// What sets the terminal back to the whole screen; nothing where it is so.
  mutating func reset() -> [UInt8] {
    guard rows != nil else { return [] }
    rows = nil
    return Self.keepingCursor(Self.setting(Self.wholeScreen))
  }

  /// The terminal has another size.
  mutating func forget() {
    rows = nil
    isCertain = false
  }

  /// What makes it certain that the whole screen scrolls; nothing where the rows are known.
  mutating func ascertain() -> [UInt8] {
    guard !isCertain else { return [] }
    isCertain = true
    return Self.keepingCursor(Self.setting(Self.wholeScreen))
  }

  private static var wholeScreen: Range<Int> { 0..<Int(max(1, getmaxy(courant_screen()))) }

  /// Setting rows moves the cursor to a corner.
  private static func keepingCursor(_ bytes: [UInt8]) -> [UInt8] {
    bytes.isEmpty ? [] : Terminfo.capability("sc") + bytes + Terminfo.capability("rc")
  }

  private static func setting(_ rows: Range<Int>) -> [UInt8] {
    filled("csr", rows.lowerBound, rows.upperBound - 1)
  }

  private static func filled(_ name: String, _ first: Int, _ second: Int = 0) -> [UInt8] {
    Terminfo.capability(name, Int32(clamping: first), Int32(clamping: second))
  }

  /// Whether bytes set the rows that scroll.
  static func setsRows(_ bytes: [UInt8]) -> Bool {
    hasControl(bytes, endingIn: "r")
  }

  /// Whether there is a line feed, a reverse index, or a sequence that scrolls, inserts or deletes lines.
  private static func mayScroll(_ bytes: [UInt8], steps: Bool) -> Bool {
    if bytes.contains(0x0A) || hasControl(bytes, endingIn: steps ? "LMSTrAB" : "LMSTr") { return true }
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0x1B && [UInt8(ascii: "M"), UInt8(ascii: "D")].contains($1) }
  }

  /// Whether there is a control sequence that ends in one of some letters.
  private static func hasControl(_ bytes: [UInt8], endingIn finals: String) -> Bool {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0x1B) {
      rest = rest[(start + 1)...]
      guard rest.first == UInt8(ascii: "[") else { continue }
      rest = rest.dropFirst().drop { (0x20...0x3F).contains($0) }
      if let final = rest.first, finals.utf8.contains(final) { return true }
    }
    return false
  }
}

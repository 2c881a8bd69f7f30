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
  private static var isSupported: Bool {
    ["csr", "ind", "ri", "sc", "rc"].allSatisfy { !Terminfo.capability($0).isEmpty }
  }

  /// What moves rows; the cursor, which stands at a row, is there again afterwards. Nil where the terminal cannot.
  mutating func shift(_ shift: Shift, cursorRow: Int) -> [UInt8]? {
    guard Self.isSupported else { return nil }
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

  /// The rows of a screen on which a line feed scrolls.
  func edges(ofRows count: Int) -> Set<Int> {
    Set([count - 1] + (rows.map { [$0.upperBound - 1] } ?? []))
  }

  /// What has to precede bytes that may scroll, or set rows of their own.
  mutating func guarding(_ bytes: [UInt8]) -> [UInt8] {
    guard rows != nil, Self.mayScroll(bytes) else { return [] }
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

  /// Whether there is a line feed, a reverse index, or a sequence that scrolls, inserts or deletes lines.
  private static func mayScroll(_ bytes: [UInt8]) -> Bool {
    var isControl = false
    var previous: UInt8 = 0
    for byte in bytes {
      if isControl {
        if (0x40...0x7E).contains(byte), previous != 0x1B || byte != UInt8(ascii: "[") {
          if [UInt8(ascii: "L"), UInt8(ascii: "M"), UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "r")]
            .contains(byte)
          {
            return true
          }
          isControl = false
        }
      } else if byte == 0x0A || (previous == 0x1B && [UInt8(ascii: "M"), UInt8(ascii: "D")].contains(byte)) {
        return true
      } else if previous == 0x1B, byte == UInt8(ascii: "[") {
        isControl = true
      }
      previous = byte
    }
    return false
  }
}

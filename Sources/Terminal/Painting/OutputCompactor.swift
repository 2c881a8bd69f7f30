/// Rewrites what ncurses writes into fewer bytes that a terminal shows the same way.
///
/// Attributes are sent when a character needs them and not before, so that words of one look keep it over the blanks
/// between them, and what is set back at the end of a frame is not set anew by the next. The next rows are reached by line
/// feeds, which ncurses avoids because a terminal's driver may change them; ours does not. Character sets, which nothing
/// here uses, are not mentioned. All else passes as it is, in its order.
struct OutputCompactor {
  /// How many rows the screen has, and which of them scroll; nil where the terminal has no way to a row or a column alone,
  /// so that nothing is done about movements.
  var screen: (rows: Int, scrolling: Range<Int>)?
  /// The row that the cursor is on, and was on when it was saved; nil where that is not known.
  private(set) var row: Int?
  private var savedRow: Int?
  /// What ncurses believes that the terminal writes with.
  private var wanted = Pen()
  /// What it does write with.
  private var shown = Pen()
  /// The pen that went with a saved cursor.
  private var saved = Pen()
  private var lean: [UInt8] = []

  private static let escape: UInt8 = 0x1B

  /// The same in fewer bytes. `bytes` end where a sequence does.
  mutating func take(_ bytes: [UInt8]) -> [UInt8] {
    lean = []
    lean.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.first {
      switch byte {
      case Self.escape: takeSequence(&rest)
      case ...0x20: takeCharacter(&rest)
      default: takeWord(&rest)
      }
    }
    defer { lean = [] }
    return lean
  }

  /// What has the terminal write as it comes.
  mutating func finish() -> [UInt8] {
    wanted = Pen()
    defer { shown = wanted }
    return wanted.sequence(after: shown)
  }

  // MARK: Characters

  /// Characters that are seen, up to a blank or a sequence.
  private mutating func takeWord(_ rest: inout ArraySlice<UInt8>) {
    match()
    let end = rest.firstIndex { $0 <= 0x20 } ?? rest.endIndex
    lean += rest[..<end]
    rest = rest[end...]
  }

  private mutating func takeCharacter(_ rest: inout ArraySlice<UInt8>) {
    let byte = rest.removeFirst()
    switch byte {
    case 0x0E, 0x0F: return
    case 0x0A:
      matchBlanks()
      row = nil
    case 0x20: matchBlanks()
    default: break
    }
    lean.append(byte)
  }

  /// Sets the pen that the next character is to be written with.
  private mutating func match() {
    guard shown != wanted else { return }
    lean += wanted.sequence(after: shown)
    shown = wanted
  }

  /// The same before what only blanks are made by.
  private mutating func matchBlanks() {
    if !wanted.isAlikeOnBlanks(shown) { match() }
  }

  // MARK: Sequences

  private mutating func takeSequence(_ rest: inout ArraySlice<UInt8>) {
    let start = rest
    rest.removeFirst()
    switch rest.popFirst() {
    case UInt8(ascii: "["): return takeControl(&rest, start)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      rest = rest.dropFirst()
      return
    case UInt8(ascii: "]"): Self.passString(&rest)
    case UInt8(ascii: "7"): (saved, savedRow) = (shown, row)
    case UInt8(ascii: "8"): (shown, row) = (saved, savedRow)
    case UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "E"):
      matchBlanks()
      row = nil
    default: break
    }
    lean += start[..<rest.startIndex]
  }

  private mutating func takeControl(_ rest: inout ArraySlice<UInt8>, _ start: ArraySlice<UInt8>) {
    let end = rest.firstIndex { (0x40...0x7E).contains($0) } ?? rest.endIndex
    let parameters = rest[..<end]
    let final = end < rest.endIndex ? rest[end] : 0
    rest = end < rest.endIndex ? rest[(end + 1)...] : []
    switch final {
    case UInt8(ascii: "m") where parameters.allSatisfy { (0x30...0x3B).contains($0) }:
      wanted.apply(parameters)
      return
    case UInt8(ascii: "H"), UInt8(ascii: "d"): return move(parameters, final)
    case UInt8(ascii: "A"), UInt8(ascii: "B"):
      if step(parameters, isUp: final == UInt8(ascii: "A")) { return }
    case UInt8(ascii: "r"): row = nil
    case UInt8(ascii: "h"), UInt8(ascii: "l"):
      // To the other screen the cursor goes along, but not to its place.
      if parameters.contains(UInt8(ascii: "9")) { row = nil }
    case UInt8(ascii: "@"), UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"),
      UInt8(ascii: "P"), UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "X"):
      matchBlanks()
    default: break
    }
    lean += start[..<min(end + 1, start.endIndex)]
  }

  /// Goes to a row, and to a column if it is told one.
  private mutating func move(_ parameters: ArraySlice<UInt8>, _ final: UInt8) {
    let parts = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = parts.map { $0.reduce(0) { ($0 * 10 + Int($1 & 15)) % 100_000 } }
    let target = max(1, numbers.first ?? 1) - 1
    let direct = Array("\u{1B}[".utf8) + parameters + [final]
    let stepped = lineFeeds(to: target).map { $0 + (final == UInt8(ascii: "H") ? Self.toColumn(parts) : []) }
    if let stepped, stepped.count < direct.count {
      if target != row { matchBlanks() }
      lean += stepped
    } else {
      lean += direct
    }
    row = target
  }

  /// The line feeds that lead to a row further down, if none of them scrolls; none to the row itself.
  private func lineFeeds(to target: Int) -> [UInt8]? {
    guard let screen, let row, target >= row, target - row < 4, target < screen.rows else { return nil }
    guard !(row..<target).contains(screen.scrolling.upperBound - 1) else { return nil }
    return [UInt8](repeating: 0x0A, count: target - row)
  }

  /// Goes some rows up or down; true where that is done here, since a terminal steps over neither edge of the rows that
  /// scroll.
  private mutating func step(_ parameters: ArraySlice<UInt8>, isUp: Bool) -> Bool {
    let count = max(1, parameters.reduce(0) { ($0 * 10 + Int($1 & 15)) % 100_000 })
    guard let here = row else { return false }
    let target = isUp ? here - count : here + count
    row = target
    guard let screen, target >= 0, screen.scrolling.contains(here), !screen.scrolling.contains(target) else {
      return false
    }
    lean += "\u{1B}[\(target + 1)d".utf8
    return true
  }

  private static func toColumn(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    guard parts.count > 1, parts[1] != [UInt8(ascii: "1")] else { return [0x0D] }
    return Array("\u{1B}[".utf8) + parts[1] + [UInt8(ascii: "G")]
  }

  /// An operating system command ends with BEL or ESC \; the two that the Linux console has for its palette end by
  /// themselves (console_codes(4)).
  private static func passString(_ rest: inout ArraySlice<UInt8>) {
    if let palette = rest.first.flatMap({ [UInt8(ascii: "R"): 1, UInt8(ascii: "P"): 8][$0] }) {
      rest = rest.dropFirst(palette)
      return
    }
    while let byte = rest.popFirst() {
      if byte == 0x07 { return }
      if byte == escape, rest.first == UInt8(ascii: "\\") {
        rest.removeFirst()
        return
      }
    }
  }
}

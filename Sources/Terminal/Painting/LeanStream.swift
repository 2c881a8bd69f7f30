/// Rewrites what ncurses writes into fewer bytes that a terminal shows the same way.
///
/// Attributes are sent when a character needs them and not before, so that words of one look keep it over the blanks
/// between them, and what is set back at the end of a frame is not set anew by the next. Character sets, which nothing
/// here uses, are not mentioned. All else passes as it is, in its order.
struct LeanStream {
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
      if byte == Self.escape {
        takeSequence(&rest)
      } else {
        takeCharacter(&rest)
      }
    }
    defer { lean = [] }
    return lean
  }

  /// The same for what ncurses does not know of, after which it goes on as if nothing had been.
  mutating func takeBeside(_ bytes: [UInt8]) -> [UInt8] {
    let kept = wanted
    defer { wanted = kept }
    return take(bytes)
  }

  /// What has the terminal write as it comes.
  mutating func settle() -> [UInt8] {
    wanted = Pen()
    defer { shown = wanted }
    return wanted.sequence(after: shown)
  }

  // MARK: Characters

  private mutating func takeCharacter(_ rest: inout ArraySlice<UInt8>) {
    let byte = rest.removeFirst()
    switch byte {
    case 0x0E, 0x0F: return
    case 0x0A: matchBlanks()
    case ..<0x20: break
    case 0x20: matchBlanks()
    default: match()
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
    case UInt8(ascii: "7"): saved = shown
    case UInt8(ascii: "8"): shown = saved
    case UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "E"): matchBlanks()
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
    case UInt8(ascii: "@"), UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"),
      UInt8(ascii: "P"), UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "X"):
      matchBlanks()
    default: break
    }
    lean += start[..<min(end + 1, start.endIndex)]
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

/// Text as mails carry it: `=E2=80=94` for bytes beyond ASCII, `=` at the end of a line that goes on (RFC 2045).
struct QuotedPrintable {
  private(set) var bytes: [UInt8] = []
  /// Leads from places in the decoded bytes back to those of the input.
  private(set) var map = PlaceMap()

  /// Nil unless the whole input is so written, or all below a mail's header that says so.
  ///
  /// One pass; most text is told at its first `=`.
  init?(_ input: Bytes) {
    let first = input.first(sign, in: 0..<input.count)
    guard first < input.count else { return nil }
    let start = Self.bodyStart(input)
    guard start != nil || Self.isWritten(input, from: first) && !Self.isOwn(input) else { return nil }
    decode(input, from: start ?? 0)
  }

  private let sign = UInt8(ascii: "=")

  private mutating func decode(_ input: Bytes, from start: Int) {
    bytes.reserveCapacity(input.count)
    bytes += input[..<start]
    var index = start
    while index < input.count {
      let stop = input.first(sign, in: index..<input.count)
      bytes += input[index..<stop]
      guard stop < input.count else { return }
      let end = Self.breakEnd(input, at: stop)
      let byte = end == nil ? Self.byte(input, at: stop) : nil
      let before = bytes.count
      if let byte { bytes.append(byte) } else if end == nil { bytes.append(sign) }
      index = end ?? (byte == nil ? stop + 1 : stop + 3)
      if index > stop + 1 { map.record(stop..<index, as: before..<bytes.count, merging: false) }
    }
  }

  /// Where the next line begins if nothing but spaces stands between the sign at `place` and the end of its line.
  private static func breakEnd(_ input: Bytes, at place: Int) -> Int? {
    var index = place + 1
    while index < input.count, index - place < 80, input[index] == 0x20 || input[index] == 0x09 || input[index] == 0x0D
    {
      index += 1
    }
    return index < input.count && input[index] == 0x0A ? index + 1 : nil
  }

  private static func byte(_ input: Bytes, at place: Int) -> UInt8? {
    guard place + 2 < input.count, let high = value(input[place + 1]), let low = value(input[place + 2]) else {
      return nil
    }
    return high << 4 | low
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }

  /// Where the body of a mail begins whose header says that it is so written.
  private static func bodyStart(_ input: Bytes) -> Int? {
    let limit = min(input.count, 1 << 16)
    var line = 0
    var isSaid = false
    while line < limit, case let end = input.first(0x0A, in: line..<limit), end < limit {
      let words = input.trimmed(line..<(end > line && input[end - 1] == 0x0D ? end - 1 : end))
      if words.isEmpty { return isSaid ? end + 1 : nil }
      let isFolded = input[line] == 0x20 || input[line] == 0x09
      guard isFolded || input.first(UInt8(ascii: ":"), in: words) < words.upperBound else { return nil }
      if input.hasWord("content-transfer-encoding:", at: words.lowerBound, limit: words.upperBound),
        words.contains(where: { input.hasWord("quoted-printable", at: $0, limit: words.upperBound) })
      {
        isSaid = true
      }
      line = end + 1
    }
    return nil
  }

  /// Whether every sign from the first one on is an escape or ends a line, nothing beyond ASCII stands as it is, lines are
  /// short, and what is escaped is UTF-8 beyond ASCII, or else two lines and more end so that are full.
  ///
  /// What Courant wrote is never so written, whatever its words look like.
  private static func isWritten(_ input: Bytes, from first: Int) -> Bool {
    var (index, breaks, beyond) = (first, 0, 0)
    var areFull = true
    while index < input.count {
      if breakEnd(input, at: index) != nil {
        breaks += 1
        areFull = areFull && isFull(input, before: index)
      } else {
        guard let byte = byte(input, at: index) else { return false }
        if byte >= 0x80 { beyond += 1 }
      }
      index = input.first(UInt8(ascii: "="), in: index + 1..<input.count)
    }
    guard beyond > 0 || breaks > 1 && areFull, hasShortLines(input), !input.contains(where: { $0 >= 0x80 }),
      !isOwn(input)
    else { return false }
    let text = TransferEncoding.quotedPrintable(Array(input)[...])
    return String(validating: text, as: UTF8.self) != nil
  }

  /// Whether the line that ends at `end` is as long as one that a program has broken: assignments in code end in the sign,
  /// too.
  private static func isFull(_ input: Bytes, before end: Int) -> Bool {
    end >= 50 && !input[end - 50..<end].contains(0x0A)
  }

  /// Whether the text says that Courant wrote it.
  private static func isOwn(_ input: Bytes) -> Bool {
    if input.has("---\ncourant: ", at: 0) { return true }
    var line = 0
    while line < input.count {
      if input.has("<!-- courant: ", at: line) { return true }
      line = input.first(0x0A, in: line..<input.count) + 1
    }
    return false
  }

  /// The standard has 76; what was pasted may have a little more.
  private static let longestLine = 100

  private static func hasShortLines(_ input: Bytes) -> Bool {
    var line = 0
    while line < input.count {
      let end = input.first(0x0A, in: line..<input.count)
      if end - line > longestLine { return false }
      line = end + 1
    }
    return true
  }
}

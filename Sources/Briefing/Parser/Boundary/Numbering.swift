/// The number that a heading may open with: `1)`, `(1)`, `2.`, `IV.`, `b)`.
enum Numbering {
  /// How many bytes it takes with the spaces behind it; 0 if there is none, or nothing behind it.
  static func width(in run: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    let isOpen = !run.isEmpty && run[0] == UInt8(ascii: "(")
    if isOpen { index = 1 }
    let start = index
    while index < run.count, index - start < 5, isSign(run[index]) { index += 1 }
    guard index > start, index + 2 < run.count else { return 0 }
    let isClosed = run[index] == UInt8(ascii: ")")
    guard isClosed || (!isOpen && run[index] == UInt8(ascii: ".")), run[index + 1] == UInt8(ascii: " ") else {
      return 0
    }
    guard isNumber(run[start..<index], isClosed: isClosed) else { return 0 }
    index += 1
    while index < run.count, run[index] == UInt8(ascii: " ") { index += 1 }
    return index < run.count && !(run[start] >= 0x41 && !isClosed && isInitial(run, at: index)) ? index : 0
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// Up to three digits, a Roman number, or a letter before a parenthesis. A year and a word are none.
  private static func isNumber(_ sign: Slice<UnsafeBufferPointer<UInt8>>, isClosed: Bool) -> Bool {
    if sign.allSatisfy({ $0 <= 0x39 }) { return sign.count <= 3 }
    if isClosed, sign.count == 1 { return true }
    let isSmall = sign.allSatisfy { $0 >= 0x61 }
    return sign.allSatisfy { byte in
      byte == 0x49 || byte == 0x56 || byte == 0x58
        || (isClosed && isSmall && (byte == 0x69 || byte == 0x76 || byte == 0x78))
    }
  }

  /// Whether an initial stands at `index`, as in `I. M. Pei`.
  private static func isInitial(_ run: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 1 < run.count && run[index] >= 0x41 && run[index] <= 0x5A && run[index + 1] == UInt8(ascii: ".")
  }
}

import Briefing

/// Words of a page as they may be shown.
enum PageText {
  /// On one line, without white space at the ends or doubled.
  static func line(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    append(bytes[...], to: &output)
    if output.last == 0x20 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  static func line(_ text: String) -> String { line(Array(text.utf8)) }

  /// Writes words through the gate, white space between them as one space, and none where nothing or a space stands before.
  static func append(_ words: ArraySlice<UInt8>, to output: inout [UInt8]) {
    words.withUnsafeBufferPointer { words in
      switch words.wordsKind {
      case .plain: collapse(words, into: &output)
      case .steady: Gate.withLines(of: words) { collapse($0, into: &output) }
      case .other: spaced(words).withUnsafeBufferPointer { Gate.withLines(of: $0) { collapse($0, into: &output) } }
      }
    }
  }

  /// Writes text that keeps its lines and spaces.
  static func appendLines(_ words: ArraySlice<UInt8>, to output: inout [UInt8]) {
    words.withUnsafeBufferPointer { words in
      Gate.withLines(of: words, withTabs: true) { output.append(contentsOf: $0) }
    }
  }

  /// Form feeds are white space to a page, and commands to a terminal.
  private static func spaced(_ words: MarkupBytes) -> [UInt8] {
    words.map { $0.isMarkupSpace ? 0x20 : $0 }
  }

  /// Of what came through the gate, or need not: all that is not above a space is white space.
  private static func collapse(_ words: MarkupBytes, into output: inout [UInt8]) {
    var index = 0
    while index < words.count {
      if words[index] <= 0x20 {
        if let last = output.last, last > 0x20 { output.append(0x20) }
        repeat { index += 1 } while index < words.count && words[index] <= 0x20
      } else {
        let start = index
        index = words.placeOfUnevenSpace(from: start)
        output.append(contentsOf: MarkupBytes(rebasing: words[start..<index]))
      }
    }
  }
}

/// Eight bytes at a time, since all words of every page and entry go this way.
extension MarkupBytes {
  fileprivate enum WordsKind {
    /// ASCII without controls, so that the gate would change nothing.
    case plain
    /// No white space but spaces and line feeds, which are the same to the gate.
    case steady
    case other
  }

  fileprivate var wordsKind: WordsKind {
    var isPlain = true
    var index = 0
    while index &+ 8 <= count {
      let bits = bits(at: index)
      if bits & Self.tops != 0 { isPlain = false }
      if Self.below(0x20, bits) | Self.zeros(bits ^ Self.all(0x7F)) != 0 {
        for place in index..<index &+ 8 where !isSteady(place, &isPlain) { return wordsKindOfUnsteady }
      }
      index &+= 8
    }
    while index < count {
      if self[index] >= 0x80 { isPlain = false }
      if !isSteady(index, &isPlain) { return wordsKindOfUnsteady }
      index &+= 1
    }
    return isPlain ? .plain : .steady
  }

  /// False for white space that the gate takes for something else; notes controls.
  @inline(__always)
  private func isSteady(_ place: Int, _ isPlain: inout Bool) -> Bool {
    let byte = self[place]
    guard byte < 0x20 || byte == 0x7F, byte != 0x0A else { return true }
    isPlain = false
    return !byte.isMarkupSpace
  }

  /// With tabs and the like among the words, of which ASCII still needs no gate.
  private var wordsKindOfUnsteady: WordsKind {
    allSatisfy { $0 &- 0x20 < 0x5F || $0.isMarkupSpace } ? .plain : .other
  }

  /// Where white space stands first behind a place that is not one space between words, or the end.
  fileprivate func placeOfUnevenSpace(from start: Int) -> Int {
    var index = start
    // Whether the byte before was white space, as the highest bit of a byte before these eight.
    var before: UInt64 = 0
    while index &+ 8 <= count {
      let bits = bits(at: index)
      let spaces = Self.below(0x21, bits)
      let found = Self.below(0x20, bits) | spaces & (spaces << 8 | before)
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      before = spaces >> 56
      index &+= 8
    }
    while index < count {
      let byte = self[index]
      if byte < 0x20 || byte == 0x20 && before != 0 { return index }
      before = byte == 0x20 ? 0x80 : 0
      index &+= 1
    }
    return count
  }

  private static var tops: UInt64 { 0x8080_8080_8080_8080 }

  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is below a limit of at most 0x80, and no other bit.
  @inline(__always)
  private static func below(_ limit: UInt8, _ bits: UInt64) -> UInt64 {
    ~((bits & ~tops) &+ all(0x80 &- limit) | bits) & tops
  }
}

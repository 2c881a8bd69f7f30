/// The no-break spaces of a text: where they stand among the spaces that the gate has made of all of them.
///
/// To the parser a space is a space; the words of a story get back those that hold two words together.
struct HeldSpaces {
  /// Offsets into the clean text in order, each shifted left by two, with the kind below.
  private var places: [Int] = []

  private static let kinds: [[UInt8]] = ["\u{A0}", "\u{202F}", "\u{2007}"].map { Array($0.utf8) }

  /// Where a tab was, which code keeps.
  private var tabs: [Int] = []

  var isEmpty: Bool { places.isEmpty }

  /// Remembers a tab.
  mutating func noteTab(at place: Int) { tabs.append(place) }

  /// Whether a tab was where now a space is.
  func isTab(_ place: Int) -> Bool { tabs.sortedContains(place) }

  /// Remembers a space, if it is a no-break one.
  mutating func note(_ scalar: UInt32, at place: Int) {
    switch scalar {
    case 0xA0: places.append(place << 2)
    case 0x202F: places.append(place << 2 | 1)
    case 0x2007: places.append(place << 2 | 2)
    default: break
    }
  }

  /// Forgets those with white space or an end beside them, where there is nothing to hold.
  mutating func keepOnlyBetweenWords(of clean: [UInt8]) {
    func isSpace(_ place: Int) -> Bool { !clean.indices.contains(place) || clean[place].isSpace }
    places.removeAll { isSpace(($0 >> 2) - 1) || isSpace(($0 >> 2) + 1) }
  }

  /// Appends a stretch of the clean text with its no-break spaces.
  func copy(_ range: Range<Int>, of text: Bytes, to output: inout [UInt8]) {
    var done = range.lowerBound
    for place in places[first(from: range.lowerBound)...] {
      guard place >> 2 < range.upperBound else { break }
      // Behind a space that was put in, where a citation stood, nothing is held either.
      guard place >> 2 > range.lowerBound || !(output.last ?? 0x20).isSpace else { continue }
      output.append(contentsOf: Bytes(rebasing: text[done..<(place >> 2)]))
      output.append(contentsOf: Self.kinds[place & 3])
      done = (place >> 2) + 1
    }
    output.append(contentsOf: Bytes(rebasing: text[done..<range.upperBound]))
  }

  /// Appends a stretch of the clean text as code has it, with its tabs too.
  func copyCode(_ range: Range<Int>, of text: Bytes, to output: inout [UInt8]) {
    var start = range.lowerBound
    for place in tabs[tabs.partitioningIndex(where: { $0 >= start })...] {
      guard place < range.upperBound else { break }
      copy(start..<place, of: text, to: &output)
      output.append(0x09)
      start = place + 1
    }
    copy(start..<range.upperBound, of: text, to: &output)
  }

  /// Puts plain spaces for the no-break ones at either end of what stands from `start` on: they hold nothing there.
  static func letGo(atEndsOf output: inout [UInt8], from start: Int) {
    let after = width(atEndOf: output[start...])
    if after > 0 { output.replaceSubrange((output.count - after)..., with: [0x20]) }
    let before = width(atStartOf: output[start...])
    if before > 0 { output.replaceSubrange(start..<start + before, with: [0x20]) }
  }

  /// How many bytes of a no-break space a text ends with.
  static func width(atEndOf text: some BidirectionalCollection<UInt8>) -> Int {
    guard let last = text.last, last == 0xA0 || last == 0xAF || last == 0x87 else { return 0 }
    return kinds.first { text.suffix($0.count).elementsEqual($0) }?.count ?? 0
  }

  /// How many bytes a text opens with that are a no-break space.
  static func width(atStartOf text: some Collection<UInt8>) -> Int {
    guard let first = text.first, first == 0xC2 || first == 0xE2 else { return 0 }
    return kinds.first { text.starts(with: $0) }?.count ?? 0
  }

  /// The index of the first place at or behind an offset.
  private func first(from offset: Int) -> Int { places.partitioningIndex { $0 >= offset << 2 } }
}

extension String {
  /// The text with a space in place of each no-break space: what two texts are compared by that differ in nothing a reader
  /// would call a change.
  public var withPlainSpaces: String {
    var text = self
    guard text.withUTF8(Self.mayHoldSpaces) else { return self }
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      plain.append("\u{A0}\u{202F}\u{2007}".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    return String(plain)
  }

  /// Whether a no-break space stands in it.
  var holdsSpaces: Bool { unicodeScalars.contains { "\u{A0}\u{202F}\u{2007}".unicodeScalars.contains($0) } }

  /// Whether one of the no-break spaces' first bytes stands in the text.
  private static func mayHoldSpaces(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = 0..<bytes.count
    return bytes.first(0xC2, in: range) < bytes.count || bytes.first(0xE2, in: range) < bytes.count
  }
}

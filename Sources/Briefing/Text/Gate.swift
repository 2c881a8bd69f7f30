/// The one filter between text from outside and everything that shows text.
///
/// Lets through the scalars that the generated table of Unicode 15.0 calls displayable. Commands to a terminal are made
/// visible (`^[` for ESC, U+FFFD for C1 controls, `⟨RLO⟩` for bidirectional controls), what hides text is taken out, bytes
/// that are no text become U+FFFD, one for each maximal subpart. Joiners and other signs that show nothing stay where a
/// script or an emoji needs them, and at most eight marks stay on a base; marks behind nothing, a space or punctuation, and
/// parts of a syllable behind none, are given a dotted circle to stand on. What came through once comes through unchanged
/// again, and so do two such texts put together.
public enum Gate {
  /// How many combining marks stay on one base.
  public static let marksPerBase = 8

  /// A single line, such as a file name or what a user typed: line breaks and tabs become spaces.
  ///
  /// Linear in the length of `bytes`, which are UTF-8, or UTF-16 with a byte-order mark.
  public static func text(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { line(of: pass($0)) }
  }

  /// As `text(of:)` for bytes, whose encoding is known.
  public static func text(of string: String) -> String {
    var copy = string
    // Most addresses and names have nothing that the gate looks at.
    if copy.withUTF8({ $0.isPrintable }) { return string }
    return copy.withUTF8 { line(of: passUTF8($0)) }
  }

  /// Several lines, each as from `text(of:)`; line breaks stay, and no-break spaces that hold two words together; tabs too
  /// where the lines are those of code or of a table.
  public static func lines(of string: String, withTabs: Bool = false) -> String {
    var string = string
    return string.withUTF8 { withLines(of: $0, withTabs: withTabs) { $0.string(0..<$0.count) } }
  }

  /// Lends the bytes of what `lines(of:)` gives for UTF-8, or for bytes that ought to be. Copies only if anything changes.
  package static func withLines<Result>(
    of input: UnsafeBufferPointer<UInt8>, withTabs: Bool = false, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let passage = passUTF8(input)
    return passage.withBytes { clean in
      guard withTabs || !passage.held.isEmpty else { return body(clean) }
      var output: [UInt8] = []
      if withTabs {
        passage.held.copyCode(0..<clean.count, of: clean, to: &output)
      } else {
        passage.held.copy(0..<clean.count, of: clean, to: &output)
      }
      return output.withUnsafeBufferPointer(body)
    }
  }

  private static func line(of passage: Passage) -> String {
    passage.withBytes { clean in
      guard clean.contains(0x0A) else { return clean.string(0..<clean.count) }
      return String(decoding: clean.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// Whether a scalar may be shown by itself: nothing that steers, hides, or is no character.
  public static func lets(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    switch ScalarKind.of(scalar.value, basicPlane: ScalarKind.basicPlane) {
    case .plain, .punctuation, .mark, .joining, .joiningMark, .emoji, .joiner, .sign, .conjoining: return true
    // The others choose among forms of Chinese characters that no terminal has.
    case .selector: return scalar.value >= 0xFE0E
    // Those that hold two words together stay in a story.
    case .space: return scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2007}"
    case .hidden, .refused, .bidi, .control: return false
    }
  }

  /// Whether the bytes look like a program, a picture or the like rather than text in any encoding that the gate reads.
  ///
  /// Looks at the first 8 KiB: every tenth byte zero, or a quarter that is no UTF-8, says so. Controls, however many, and
  /// stray broken bytes do not: those are the gate's to show. Text in UTF-16 is text; in other encodings whose letters
  /// are all broken as UTF-8, nobody could read it.
  public static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8192)
    if isPlain(head) { return false }
    // The byte-order mark of UTF-32 opens with that of UTF-16.
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return true }
    guard Encoding.sniff(head) == .utf8 else { return false }
    let zeros = count(head) { $0.mask(of: 0) }
    // Below a few, a share says nothing.
    func isMany(_ broken: Int) -> Bool { broken >= 16 && broken * 4 >= head.count }
    if zeros >= 4 && zeros * 10 >= head.count { return true }
    // What is broken has a byte beyond ASCII, and those are counted much faster.
    return isMany(count(head) { $0.beyondASCII }) && isMany(brokenParts(in: head))
  }

  /// Whether all is ASCII, without a zero, as most of what is read is: then nothing else need be asked.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isPlain = true
    forEachWord(of: bytes) { isPlain = isPlain && !$0.hasZeroOrBeyondASCII }
    return isPlain
  }

  /// How many bits there are in what is made of each eight bytes.
  @inline(__always)
  private static func count(_ bytes: ArraySlice<UInt8>, _ bits: (ByteWord) -> UInt64) -> Int {
    var count = 0
    forEachWord(of: bytes) { count &+= bits($0).nonzeroBitCount }
    return count
  }

  /// Every file is looked at so, and more than once: eight bytes at a time, and spaces for those that are missing.
  @inline(__always)
  private static func forEachWord(of bytes: ArraySlice<UInt8>, _ body: (ByteWord) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      let whole = bytes.count & ~7
      for start in stride(from: 0, to: whole, by: 8) { body(bytes.word(at: start)) }
      guard whole < bytes.count else { return }
      body(ByteWord(bits: bytes[whole...].reduce(0x2020_2020_2020_2020) { $0 << 8 | UInt64($1) }))
    }
  }

  /// How many pieces of the bytes belong to no scalar.
  private static func brokenParts(in bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .error: count += 1
      case .emptyInput: return count
      }
    }
  }

  /// Cleans a whole text and says what was changed where.
  ///
  /// Of the white space only spaces, the ideographic space and line feeds are left. Copies only if anything changes.
  static func pass(_ input: Bytes) -> Passage { pass(input, Encoding.sniff(input.prefix(512))) }

  private static func pass(_ input: Bytes, _ encoding: Encoding) -> Passage {
    let mark = Encoding.markLength(input)
    guard encoding == .utf8 else {
      let decoded = UTF16Text(input, encoding: encoding, skipping: mark)
      return decoded.bytes.withUnsafeBufferPointer { bytes in
        var filter = GateFilter(bytes, outer: decoded.map)
        filter.setAside = decoded.setAside
        return filter.run().owning(decoded.bytes)
      }
    }
    return passUTF8(Bytes(rebasing: input[mark...]), behind: mark)
  }

  /// The same for a whole text, which a mail may have had written in other letters: those are decoded first, so that nothing
  /// gets past the gate in them.
  ///
  /// - Parameter encoding: where the bytes are a part of a text, which alone says it; else they say it themselves.
  static func passText(_ input: Bytes, _ encoding: Encoding? = nil) -> Passage {
    let encoding = encoding ?? Encoding.sniff(input.prefix(512))
    let mark = encoding == .utf8 ? Encoding.markLength(input) : input.count
    guard let decoded = QuotedPrintable(Bytes(rebasing: input[mark...])) else { return pass(input, encoding) }
    var map = decoded.map
    map.shift(by: mark)
    return decoded.bytes.withUnsafeBufferPointer { bytes in
      var filter = GateFilter(bytes, outer: map)
      return filter.run().owning(decoded.bytes)
    }
  }

  /// The same for UTF-8 behind a byte-order mark of so many bytes.
  static func passUTF8(_ input: Bytes, behind mark: Int = 0) -> Passage {
    var map = PlaceMap()
    map.start = mark
    var filter = GateFilter(input, outer: mark > 0 ? map : nil)
    return filter.run().borrowing(input)
  }
}

/// Text that came through the gate.
struct Passage {
  private var copy: [UInt8]?
  private var borrowed: Bytes?
  let map: PlaceMap
  let outer: PlaceMap?
  let setAside: [SetAside]
  /// Which of the clean spaces were no-break ones.
  let held: HeldSpaces

  init(copy: [UInt8]?, map: PlaceMap, outer: PlaceMap?, setAside: [SetAside], held: HeldSpaces) {
    (self.copy, self.map, self.outer, self.setAside, self.held) = (copy, map, outer, setAside, held)
  }

  /// With the unchanged input in place of a copy, if nothing was changed.
  func borrowing(_ bytes: Bytes) -> Passage {
    var passage = self
    if copy == nil { passage.borrowed = bytes }
    return passage
  }

  func owning(_ bytes: [UInt8]) -> Passage {
    var passage = self
    if copy == nil { passage.copy = bytes }
    return passage
  }

  /// Lends the clean bytes, which are valid UTF-8.
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    if let borrowed { return body(borrowed) }
    return (copy ?? []).withUnsafeBufferPointer(body)
  }

  /// The bytes of the input that a range of clean bytes stands for.
  func original(of clean: Range<Int>) -> Range<Int> {
    let inner = map.original(of: clean)
    return outer?.original(of: inner) ?? inner
  }
}

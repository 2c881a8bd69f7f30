/// The words of a story's text: whether each stands in small letters, whether it stands capitalised in mid-sentence, and
/// which stand behind which.
///
/// Left out are what stands behind a heading's hashes, up to the end of its first sentence, and the first line, since
/// neither tells mid-sentence from a beginning. Looks at the first 128 KB.
struct SeenWords {
  /// How a word was seen.
  struct Sight: OptionSet {
    let rawValue: UInt8
    static let small = Sight(rawValue: 1)
    static let capital = Sight(rawValue: 2)
    static let pair = Sight(rawValue: 4)
  }

  private static var limit: Int { 128 << 10 }

  private var keys: [UInt32]
  private var sights: [UInt8]
  private let mask: Int

  init(_ text: UnsafeBufferPointer<UInt8>) {
    let count = min(text.count, SeenWords.limit)
    var size = 256
    while size < count / 2 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    sights = Array(repeating: 0, count: size)
    let mask = mask
    keys.withUnsafeMutableBufferPointer { keys in
      sights.withUnsafeMutableBufferPointer { sights in
        var walk = SeenWordsWalk(keys: keys, sights: sights, mask: mask)
        walk.walk(UnsafeBufferPointer(rebasing: text[..<count]))
      }
    }
  }

  /// How the word of a key was seen.
  func sight(of key: UInt32) -> Sight {
    var slot = SeenWords.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return Sight(rawValue: sights[slot]) }
      slot = (slot + 1) & mask
    }
    return []
  }

  /// Whether the word of `second` stands right behind that of `first`.
  func holds(_ first: UInt32, _ second: UInt32) -> Bool { !sight(of: SeenWords.pair(first, second)).isEmpty }

  @inline(__always)
  fileprivate static func slot(_ key: UInt32, _ mask: Int) -> Int { Int(key &* 0x9E37_79B1 >> 8) & mask }

  @inline(__always)
  fileprivate static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    (first &* 0x85EB_CA6B ^ second) &* 0xC2B2_AE35 | 1
  }
}

/// The one walk over a text that fills the table of `SeenWords`.
private struct SeenWordsWalk {
  let keys: UnsafeMutableBufferPointer<UInt32>
  let sights: UnsafeMutableBufferPointer<UInt8>
  let mask: Int
  /// How many entries may still be made: a quarter of the table stays empty, so that every search ends.
  private var room: Int
  private var before: UInt32 = 0
  private var opensSentence = true
  /// How many words are left to skip behind a heading's hashes.
  private var skipped = 0

  init(keys: UnsafeMutableBufferPointer<UInt32>, sights: UnsafeMutableBufferPointer<UInt8>, mask: Int) {
    (self.keys, self.sights, self.mask) = (keys, sights, mask)
    room = (mask + 1) * 3 / 4
  }

  mutating func walk(_ text: UnsafeBufferPointer<UInt8>) {
    var index = text.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    while index < text.count, room > 1 {
      let word = PlainWord(text, from: index)
      index = word.end
      take(word)
    }
  }

  @inline(__always)
  private mutating func take(_ word: PlainWord) {
    if word.isHashes {
      (skipped, before) = (LeadingWords.statementWords, 0)
    } else if skipped > 0 {
      skipped = word.endsSentence || word.endsLine ? 0 : skipped - 1
      opensSentence = skipped == 0
    } else {
      if word.key != 0 {
        if !opensSentence || !word.isCapital { note(word.key, word.isCapital ? .capital : .small) }
        if before != 0 { note(SeenWords.pair(before, word.key), .pair) }
      }
      opensSentence = word.endsSentence || word.endsLine || (word.key == 0 && opensSentence)
      before = word.stops ? 0 : word.key
    }
  }

  @inline(__always)
  private mutating func note(_ key: UInt32, _ sight: SeenWords.Sight) {
    var slot = SeenWords.slot(key, mask)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == 0 { room -= 1 }
    keys[slot] = key
    sights[slot] |= sight.rawValue
  }
}

/// A word of running text, read as far as `SeenWords` asks.
private struct PlainWord {
  /// Where the next one starts.
  private(set) var end: Int
  /// The key of its letters and digits, as `Word.key` has it; 0 for none.
  private(set) var key: UInt32 = 0
  private(set) var isCapital = false
  private(set) var isHashes = false
  /// Whether a sentence ends with it, a line, and whether any mark stands behind it.
  private(set) var endsSentence = false
  private(set) var endsLine = false
  private(set) var stops = false

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    end = start
    while end < text.count, text[end] <= 0x20 { end += 1 }
    isHashes = end < text.count && text[end] == UInt8(ascii: "#")
    var hash = Hash.start
    var count = 0
    var last: UInt32 = 0
    while end < text.count, text[end] > 0x20 {
      let byte = text[end]
      let (folded, isSign, width) = byte < 0x80 ? PlainWord.plain(byte) : PlainWord.letter(text, end)
      end += width
      if isSign {
        if count == 0 { isCapital = folded != (byte < 0x80 ? UInt32(byte) : Scalar(text, end - width).value) }
        hash = Hash.step(hash, folded)
        count += 1
        (last, endsSentence) = (0, false)
      } else {
        last = folded
        if PlainWord.ends(last) { endsSentence = true }
      }
    }
    key = count > 0 ? hash : 0
    stops = last != 0 && last != 0x27 && last != 0x2019
    if last == 0x3A || last == 0x201C || last == 0x22 { endsSentence = true }
    while end < text.count, text[end] <= 0x20 {
      if text[end] == UInt8(ascii: "\n") { endsLine = true }
      end += 1
    }
  }

  /// An ASCII byte: folded, whether it is a letter or digit, and its width.
  @inline(__always)
  private static func plain(_ byte: UInt8) -> (UInt32, Bool, Int) {
    let small = byte | 0x20
    if small >= 0x61 && small <= 0x7A { return (UInt32(small), true, 1) }
    return (UInt32(byte), byte >= 0x30 && byte <= 0x39, 1)
  }

  private static func letter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Bool, Int) {
    let scalar = Scalar(text, index)
    let script = Script(scalar.value)
    let isSign = script != .none || Casing.isDigit(scalar.value)
    return (script.hasCase ? Casing.folded(scalar.value) : scalar.value, isSign, scalar.length)
  }

  @inline(__always)
  private static func ends(_ mark: UInt32) -> Bool {
    mark == 0x2E || mark == 0x21 || mark == 0x3F || mark == 0x2026 || mark == 0x3002 || mark == 0xFF1F || mark == 0x61F
  }
}

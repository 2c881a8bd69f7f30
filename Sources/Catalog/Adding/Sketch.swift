import Briefing

/// A few numbers that two stories mostly share some of where they say mostly the same, whatever their headlines.
///
/// They are the smallest hashes of all runs of five words in the summary, the lede and the answers: a sample that does not
/// depend on where the words stand. Costs a nanosecond or two a byte.
struct Sketch: Hashable, Sendable {
  private(set) var hashes: [UInt32] = []

  static let size = 8

  init(of story: Story) {
    hashes.reserveCapacity(Self.size + 1)
    // A hash that is not less is not one of the smallest.
    var limit = UInt64(UInt32.max) + 1
    WordRun.forEach(in: story, length: 5) { hash in
      guard hash < limit else { return }
      insert(hash)
      if hashes.count == Self.size, let last = hashes.last { limit = UInt64(last) }
    }
  }

  private mutating func insert(_ hash: UInt32) {
    var place = hashes.count
    while place > 0, hashes[place - 1] > hash { place -= 1 }
    if place > 0, hashes[place - 1] == hash { return }
    hashes.insert(hash, at: place)
    if hashes.count > Self.size { hashes.removeLast() }
  }
}

/// All runs of three words of a story, to see quickly that two stories have little in common.
struct Shingles {
  /// In their order, each once.
  private let hashes: [UInt32]

  init(of story: Story) {
    var all: [UInt32] = []
    WordRun.forEach(in: story, length: 3) { all.append($0) }
    all.sort()
    var hashes: [UInt32] = []
    hashes.reserveCapacity(all.count)
    for hash in all where hash != hashes.last { hashes.append(hash) }
    self.hashes = hashes
  }

  var isEmpty: Bool { hashes.isEmpty }

  /// Whether less than one part in so many of the shorter story is the same. Says no of a text with fewer runs than `fewest`.
  func isFar(from other: Shingles, parts: Int, least fewest: Int = 40) -> Bool {
    let least = min(hashes.count, other.hashes.count)
    guard least >= fewest else { return false }
    var (shared, left, right) = (0, 0, 0)
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] { shared += 1 }
      let isLeftFirst = hashes[left] <= other.hashes[right]
      if hashes[left] >= other.hashes[right] { right += 1 }
      if isLeftFirst { left += 1 }
    }
    return shared * parts < least
  }
}

/// How long a story is.
enum WordCount {
  /// How many words stand in the summary, the lede and the answers; of scripts without spaces, characters.
  static func of(_ story: Story) -> Int {
    var count = 0
    WordRun.forEach(in: story, length: 1) { _ in count += 1 }
    return count
  }
}

/// The last few words of a text, as one number.
///
/// Every story that arrives is gone through so, byte by byte: nothing here is allocated, and everything is inlined.
private struct WordRun {
  /// The newest first.
  private var words: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
  private(set) var count = 0

  /// Every run of so many words, five at most, in the summary, the lede and the answers; of a shorter text, the whole.
  @inline(__always)
  static func forEach(in story: Story, length: Int, _ body: (UInt32) -> Void) {
    for bullet in story.summary { forEach(in: bullet, length: length, body) }
    for block in story.lede { forEach(in: block.text, length: length, body) }
    for section in story.sections { for block in section.blocks { forEach(in: block.text, length: length, body) } }
  }

  @inline(__always)
  private static func forEach(in text: String, length: Int, _ body: (UInt32) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var words = Words(bytes)
      var run = WordRun()
      while let word = words.next() {
        run.append(word)
        if run.count >= length { body(run.number(of: length)) }
      }
      if (1..<length).contains(run.count) { body(run.number(of: run.count)) }
    }
  }

  @inline(__always)
  private mutating func append(_ word: UInt64) {
    words = (word, words.0, words.1, words.2, words.3)
    count += 1
  }

  /// The number of the last so many words. Catalogs hold such numbers: the same words have to give the same ones.
  @inline(__always)
  private func number(of length: Int) -> UInt32 {
    var value = Self.mix(0, words.0)
    if length > 1 { value = Self.mix(value, words.1) }
    if length > 2 { value = Self.mix(value, words.2) }
    if length > 3 { value = Self.mix(value, words.3) }
    if length > 4 { value = Self.mix(value, words.4) }
    return UInt32(truncatingIfNeeded: value >> 32)
  }

  @inline(__always)
  private static func mix(_ value: UInt64, _ word: UInt64) -> UInt64 {
    let value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    return value ^ value >> 29
  }
}

/// The words of a text as numbers, without a look at case; where words have no spaces between them, each character is one.
private struct Words {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inline(__always)
  mutating func next() -> UInt64? {
    var word = Self.empty
    var isEmpty = true
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= 0x80 {
        if readBeyondASCII(&word, &isEmpty) { return word }
        continue
      }
      place += 1
      let letter = byte | 0x20
      if letter &- 0x61 < 26 {
        word = Self.mix(word, letter)
        isEmpty = false
      } else if byte &- 0x30 < 10 {
        word = Self.mix(word, byte)
        isEmpty = false
      } else if !isEmpty {
        return word
      }
    }
    return isEmpty ? nil : word
  }

  /// Reads a character of several bytes; true if the word ends with it, or before it.
  private mutating func readBeyondASCII(_ word: inout UInt64, _ isEmpty: inout Bool) -> Bool {
    let byte = bytes[place]
    let end = min(place + Self.length(of: byte), bytes.count)
    let second = place + 1 < bytes.count ? bytes[place + 1] : 0
    let isPunctuation =
      byte == 0xE2 && second == 0x80 || byte == 0xE3 && second == 0x80 || byte == 0xC2 && second < 0xC0
    let isAlone =
      (0xE3...0xE9).contains(byte) || byte == 0xE0 && (0xB8...0xBB).contains(second)
      || byte == 0xE1 && ((0x80...0x82).contains(second) || (0x9E...0x9F).contains(second))
    if isPunctuation || isAlone, !isEmpty { return true }
    if !isPunctuation {
      for byte in bytes[place..<end] { word = Self.mix(word, byte) }
      isEmpty = false
    }
    place = end
    return isAlone && !isPunctuation
  }

  private static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mix(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  private static func length(of lead: UInt8) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }
}

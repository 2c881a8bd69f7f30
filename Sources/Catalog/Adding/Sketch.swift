import Briefing

/// A few numbers that two stories mostly share some of where they say mostly the same, whatever their headlines.
///
/// They are the smallest hashes of all runs of five words in the summary, the lede and the answers: a sample that does not
/// depend on where the words stand. Costs some nanoseconds a byte.
struct Sketch: Hashable, Sendable {
  private(set) var hashes: [UInt32] = []

  static let size = 8
  private static let run = 5

  init(of story: Story) {
    hashes.reserveCapacity(Self.size + 1)
    RunOfWords.forEach(in: story, length: Self.run) { insert($0) }
  }

  /// Keeps it if it is one of the smallest.
  private mutating func insert(_ hash: UInt32) {
    if hashes.count == Self.size, let last = hashes.last, hash >= last { return }
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
    RunOfWords.forEach(in: story, length: 3) { all.append($0) }
    all.sort()
    var hashes: [UInt32] = []
    hashes.reserveCapacity(all.count)
    for hash in all where hash != hashes.last { hashes.append(hash) }
    self.hashes = hashes
  }

  /// Whether less than one part in so many of the shorter story is the same. Says no of a short text.
  func isFar(from other: Shingles, parts: Int) -> Bool {
    let least = min(hashes.count, other.hashes.count)
    guard least >= 40 else { return false }
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

/// The last few words of a text, as one number.
private struct RunOfWords {
  private var last: [UInt64]
  /// Where the next word goes, behind the newest and before the oldest.
  private var place = 0
  private var count = 0

  init(length: Int) {
    last = Array(repeating: 0, count: length)
  }

  /// Every run of so many words in the summary, the lede and the answers; of a shorter text, the whole.
  static func forEach(in story: Story, length: Int, _ body: (UInt32) -> Void) {
    var words = RunOfWords(length: length)
    func go(through text: String) {
      var text = text
      words.restart()
      text.withUTF8 { bytes in
        var place = 0
        while let word = Words.next(bytes, &place) { if let run = words.append(word) { body(run) } }
      }
      if let short = words.rest { body(short) }
    }
    for bullet in story.summary { go(through: bullet) }
    for block in story.lede { go(through: block.text) }
    for section in story.sections { for block in section.blocks { go(through: block.text) } }
  }

  private mutating func restart() { (place, count) = (0, 0) }

  /// The number of the run that ends with this word; nil while there are too few words.
  mutating func append(_ word: UInt64) -> UInt32? {
    last[place] = word
    place = place + 1 == last.count ? 0 : place + 1
    count += 1
    return count >= last.count ? number : nil
  }

  /// A text that is shorter than a run is one by itself.
  var rest: UInt32? { (1..<last.count).contains(count) ? number : nil }

  private var number: UInt32 {
    var value: UInt64 = 0
    var index = place
    for _ in 0..<min(count, last.count) {
      index = (index == 0 ? last.count : index) - 1
      value = (value ^ last[index]) &* 0x9E37_79B9_7F4A_7C15
      value ^= value >> 29
    }
    return UInt32(truncatingIfNeeded: value >> 32)
  }
}

/// The words of a text as numbers, without a look at case; where words have no spaces between them, each character is one.
private enum Words {
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt64? {
    var word: UInt64 = 0xCBF2_9CE4_8422_2325
    var isEmpty = true
    func add(_ byte: UInt8) {
      word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      isEmpty = false
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        place += 1
        switch byte {
        case 0x30...0x39, 0x61...0x7A: add(byte)
        case 0x41...0x5A: add(byte | 0x20)
        default: if !isEmpty { return word }
        }
        continue
      }
      let end = min(place + length(of: byte), bytes.count)
      let second = place + 1 < bytes.count ? bytes[place + 1] : 0
      let isPunctuation =
        byte == 0xE2 && second == 0x80 || byte == 0xE3 && second == 0x80 || byte == 0xC2 && second < 0xC0
      let isAlone =
        (0xE3...0xE9).contains(byte) || byte == 0xE0 && (0xB8...0xBB).contains(second)
        || byte == 0xE1 && ((0x80...0x82).contains(second) || (0x9E...0x9F).contains(second))
      if isPunctuation || isAlone, !isEmpty { return word }
      if !isPunctuation { for byte in bytes[place..<end] { add(byte) } }
      place = end
      if isAlone, !isPunctuation { return word }
    }
    return isEmpty ? nil : word
  }

  private static func length(of lead: UInt8) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }
}

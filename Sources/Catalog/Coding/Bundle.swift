/// Some stories one after another, as they lie in the log: for each its number and date, then its original and its reading.
///
/// Stories of five kilobytes leave a fifth of a database's pages empty when each has a row of its own. A bundle says by
/// itself what is in it, so that a catalog can be put together again from its bundles alone.
struct Bundle: Sendable {
  /// Between which sizes a bundle is closed, in bytes. Larger ones cost more when one story of them is read.
  private static let sizes = (least: 12 << 10, relaxed: 24 << 10, most: 32 << 10)

  /// Whether a bundle of so many bytes is closed: where the last of its pages is well filled, at the latest when it is
  /// large.
  ///
  /// Pages have 8192 bytes. What does not fill whole pages, 1003 to 8157 bytes of a bundle, lies in one together with those
  /// of other bundles as far as there is room (sqlite.org/fileformat2.html, "B-tree Pages"). So a page that is well filled
  /// by one bundle leaves little empty, and no other bundle suffers when it is garbled.
  ///
  /// Stories that are all of one size may never come there; then it is enough that no second bundle fits into that page.
  static func isFull(_ bytes: Int) -> Bool {
    let inLast = 1003 + (bytes - 1003) % 8188
    return bytes >= sizes.most || bytes >= sizes.least && (6300...8100).contains(inLast)
      || bytes >= sizes.relaxed && (4200...8100).contains(inLast)
  }

  /// About how many bytes a story takes beside its original and reading.
  static let entrySize = 14

  private let bytes: [UInt8]
  private let entries: [Entry]

  private struct Entry {
    var number: Int64
    var date: Int64
    var original: Range<Int>
    var reading: Range<Int>
  }

  /// Nil if the bytes make no sense.
  init?(_ bytes: [UInt8]) {
    var place = 0
    guard let count = VariableNumber.read(from: bytes, at: &place), count >= 0, count <= bytes.count else { return nil }
    var entries: [Entry] = []
    var lengths = 0
    for _ in 0..<count {
      guard let number = VariableNumber.read(from: bytes, at: &place),
        let date = VariableNumber.read(from: bytes, at: &place),
        let original = VariableNumber.read(from: bytes, at: &place), (0...bytes.count).contains(original),
        let reading = VariableNumber.read(from: bytes, at: &place), (0...bytes.count).contains(reading)
      else { return nil }
      let start = lengths
      lengths += original + reading
      entries.append(
        Entry(
          number: Int64(number), date: Int64(date), original: start..<(start + original),
          reading: (start + original)..<lengths))
    }
    guard place + lengths == bytes.count else { return nil }
    self.bytes = bytes
    self.entries = entries.map { entry in
      var entry = entry
      entry.original = (entry.original.lowerBound + place)..<(entry.original.upperBound + place)
      entry.reading = (entry.reading.lowerBound + place)..<(entry.reading.upperBound + place)
      return entry
    }
  }

  var count: Int { entries.count }

  /// Nil if the bundle has no such stored.
  subscript(index: Int) -> StoredStory? {
    guard entries.indices.contains(index) else { return nil }
    let entry = entries[index]
    return StoredStory(
      number: entry.number, date: entry.date, original: Array(bytes[entry.original]),
      reading: Array(bytes[entry.reading]))
  }

  /// The stories of a bundle that may be damaged or cut short; each nil that is not all there.
  static func stories(of bytes: [UInt8]) -> [StoredStory?] {
    if let bundle = Bundle(bytes) { return (0..<bundle.count).map { bundle[$0] } }
    var place = 0
    guard let count = VariableNumber.read(from: bytes, at: &place), count > 0, count <= bytes.count / 4 else {
      return []
    }
    var stories: [(stored: StoredStory, original: Int, reading: Int)] = []
    for _ in 0..<count {
      guard let number = VariableNumber.read(from: bytes, at: &place),
        let date = VariableNumber.read(from: bytes, at: &place),
        let original = VariableNumber.read(from: bytes, at: &place), (0...largest).contains(original),
        let reading = VariableNumber.read(from: bytes, at: &place), (0...largest).contains(reading)
      else { return [] }
      let stored = StoredStory(number: Int64(number), date: Int64(date), original: [], reading: [])
      stories.append((stored, original, reading))
    }
    return stories.map { stored, original, reading in
      let start = place
      place += original + reading
      guard place <= bytes.count else { return nil }
      var stored = stored
      stored.original = Array(bytes[start..<(start + original)])
      stored.reading = Array(bytes[(start + original)..<place])
      return stored
    }
  }

  /// No text of a bundle is longer: SQLite takes a billion bytes at most.
  private static let largest = 1 << 30

  static func encode(_ stories: [StoredStory]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stories.reduce(16) { $0 + $1.original.count + $1.reading.count + 24 })
    VariableNumber.append(stories.count, to: &bytes)
    for stored in stories {
      VariableNumber.append(Int(stored.number), to: &bytes)
      VariableNumber.append(Int(stored.date), to: &bytes)
      VariableNumber.append(stored.original.count, to: &bytes)
      VariableNumber.append(stored.reading.count, to: &bytes)
    }
    for stored in stories {
      bytes += stored.original
      bytes += stored.reading
    }
    return bytes
  }
}

/// A story in a bundle.
struct StoredStory: Sendable {
  /// The number that it had in the catalog when it was put in.
  var number: Int64
  /// The date that it counts as.
  var date: Int64
  var original: [UInt8]
  var reading: [UInt8]
}

/// Where the text of a story lies: a bundle, and which of its stories it is.
struct BundlePlace: Hashable, Sendable {
  var bundle: Int64
  var index: Int
}

/// The names of characters, so laid out that one is found in a step or two.
struct CharacterNames: Sendable {
  /// Made of the list when it is first asked; costs less than a millisecond.
  static let all = CharacterNames(CharacterReference.listedNames)

  struct Entry: Sendable {
    /// Where the name stands in the list.
    var start: UInt16
    var length: UInt8
    /// Whether it may stand without a semicolon.
    var isOld: Bool
    var first: Unicode.Scalar
    var second: Unicode.Scalar?
  }

  private let list: StaticString
  private var entries: [Entry] = []
  /// The numbers of entries, each one up, where the hashes of their names lead; 0 where none stands.
  private var slots = [UInt16](repeating: 0, count: 8192)

  private init(_ list: StaticString) {
    self.list = list
    let bytes = Bytes(start: list.utf8Start, count: list.utf8CodeUnitCount)
    var index = 0
    while index < bytes.count {
      let start = index
      while bytes[index].isLetter || bytes[index].isDigit { index += 1 }
      var entry = Entry(
        start: UInt16(start), length: UInt8(index - start), isOld: bytes[index] == UInt8(ascii: "!"), first: "\u{FFFD}")
      let values = bytes.first(0x20, in: index..<bytes.count)
      let scalars = bytes.string(index + 1..<values).split(separator: ",").map {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      entry.first = scalars[0] ?? "\u{FFFD}"
      entry.second = scalars.count > 1 ? scalars[1] : nil
      add(entry, named: bytes, start..<start + Int(entry.length))
      index = values + 1
      // A line break stands between the lines of the list.
      while index < bytes.count, bytes[index].isSpace { index += 1 }
    }
  }

  private mutating func add(_ entry: Entry, named bytes: Bytes, _ range: Range<Int>) {
    entries.append(entry)
    var slot = Self.slot(bytes, range)
    while slots[slot] != 0 { slot = (slot + 1) & 8191 }
    slots[slot] = UInt16(entries.count)
  }

  /// What is listed under the name that stands in a range, which has neither `&` nor semicolon.
  func find(_ bytes: Bytes, _ range: Range<Int>) -> Entry? {
    var slot = Self.slot(bytes, range)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if isNamed(entry, bytes, range) { return entry }
      slot = (slot + 1) & 8191
    }
    return nil
  }

  private func isNamed(_ entry: Entry, _ bytes: Bytes, _ range: Range<Int>) -> Bool {
    guard Int(entry.length) == range.count else { return false }
    let name = list.utf8Start + Int(entry.start)
    return range.indices.allSatisfy { bytes[$0] == name[$0 - range.lowerBound] }
  }

  private static func slot(_ bytes: Bytes, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    return Int((hash ^ hash >> 15) & 8191)
  }
}

/// What is known of some words, found by their hashes.
///
/// An open-addressed table: where every word of many lines is looked up, a dictionary would hash each hash once more.
struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var values: [UInt32]

  /// Words may stand there more than once; the bits of their values are put together, and none is 0.
  init(_ words: [(hash: UInt64, value: UInt32)]) {
    var size = 64
    while size < words.count * 2 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (hash, value) in words {
      let slot = slot(of: hash)
      hashes[slot] = hash
      values[slot] |= value
    }
  }

  /// The value of a word; 0 for one that is not known.
  subscript(hash: UInt64) -> UInt32 { values[slot(of: hash)] }

  /// Where a hash stands, or may be put; half of the table stays empty, so that every search ends.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}

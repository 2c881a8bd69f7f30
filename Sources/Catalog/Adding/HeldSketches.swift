/// Sketches that are not in the table yet.
///
/// A hash table in two flat arrays: each hash leads to the story that had it last, and from there to those before. Takes
/// some two hundred bytes a story.
struct HeldSketches: Sendable {
  private struct Entry {
    var hash: UInt32
    /// The entry before that has the same slot, plus one.
    var before: Int32
    var story: Int64
  }

  private var entries: [Entry] = []
  /// By slot: the newest entry, plus one. As many as a power of two.
  private var slots: [Int32] = []
  private(set) var stories = 0

  mutating func add(_ sketch: Sketch, of number: Int64) {
    if entries.count + Sketch.size > slots.count { grow() }
    for hash in sketch.hashes {
      entries.append(Entry(hash: hash, before: 0, story: number))
      link(entries.count - 1)
    }
    stories += 1
  }

  /// The stories that have a hash, from the last that came: so many at most.
  func newest(with hash: UInt32, _ limit: Int) -> [Int64] {
    guard !slots.isEmpty else { return [] }
    var found: [Int64] = []
    var next = slots[slot(of: hash)]
    while next > 0, found.count < limit {
      let entry = entries[Int(next - 1)]
      if entry.hash == hash { found.append(entry.story) }
      next = entry.before
    }
    return found
  }

  /// Everything in the order of the hashes, and of the stories where these are the same.
  var sorted: [(hash: UInt32, story: Int64)] {
    entries.sorted { ($0.hash, $0.story) < ($1.hash, $1.story) }.map { ($0.hash, $0.story) }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(256, slots.count * 2))
    for index in entries.indices { link(index) }
  }

  private mutating func link(_ index: Int) {
    let slot = slot(of: entries[index].hash)
    entries[index].before = slots[slot]
    slots[slot] = Int32(index + 1)
  }

  /// The smallest hashes of a story are small numbers: their last bits are those that differ.
  private func slot(of hash: UInt32) -> Int { Int(hash) & (slots.count - 1) }
}

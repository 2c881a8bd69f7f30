/// What is known of each Unicode scalar: its place on a grid of cells, and how lines break around it.
///
/// Generated from Unicode's data, never asked of the C library: the answer is the same on every machine.
enum ScalarTable {
  /// What a scalar is on a grid of cells.
  enum Shape: UInt8 {
    /// Never shown: controls, invisible formatting, private use, what Unicode has not assigned.
    case refused
    case narrow, wide
    /// Takes no column of its own and joins what stands before it.
    case mark
    /// Chooses among pictures of one character. Terminals disagree on its width, so that it is left out.
    case selector
    /// The zero-width joiner.
    case joiner
    /// A skin tone.
    case modifier
    /// Spells out the flag of a region, invisibly.
    case tag
  }

  /// One scalar's entry.
  struct Entry {
    let shape: Shape
    let isPictograph: Bool
    let breaking: Breaking

    /// Takes the entry of a run apart.
    fileprivate init(run: UInt32) {
      shape = Shape(rawValue: UInt8(run & 7)) ?? .refused
      isPictograph = run & 8 != 0
      breaking = Breaking(rawValue: UInt8(truncatingIfNeeded: run >> 4 & 0x3F)) ?? .letter
    }
  }

  static func entry(of scalar: UInt32) -> Entry {
    scalar < 0x10000 ? plane0[Int(scalar)] : search(scalar)
  }

  /// The basic plane, three bytes a scalar.
  private static let plane0: [Entry] = {
    var entries = [Entry](repeating: Entry(run: 0), count: 0x10000)
    for (index, run) in runs.enumerated() where run >> 10 < 0x10000 {
      let entry = Entry(run: run)
      let next = index + 1 < runs.count ? Int(runs[index + 1] >> 10) : entries.count
      for scalar in Int(run >> 10)..<min(next, entries.count) { entries[scalar] = entry }
    }
    return entries
  }()

  /// The entry of the last run that starts at or before a scalar.
  private static func search(_ scalar: UInt32) -> Entry {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 10 <= scalar { low = middle } else { high = middle }
    }
    return Entry(run: runs[low])
  }
}

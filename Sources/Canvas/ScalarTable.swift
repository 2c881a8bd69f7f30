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
    let bits: UInt16

    var shape: Shape { Shape(rawValue: UInt8(truncatingIfNeeded: bits & 7)) ?? .refused }
    var isPictograph: Bool { bits & 8 != 0 }
    var breaking: Breaking { Breaking(rawValue: UInt8(truncatingIfNeeded: bits >> 4)) ?? .letter }
  }

  static func entry(of scalar: UInt32) -> Entry {
    scalar < 0x10000 ? Entry(bits: plane0[Int(scalar)]) : Entry(bits: search(scalar))
  }

  /// The basic plane, two bytes a scalar.
  private static let plane0: [UInt16] = {
    var entries = [UInt16](repeating: 0, count: 0x10000)
    for (index, run) in runs.enumerated() where run >> 10 < 0x10000 {
      let next = index + 1 < runs.count ? Int(runs[index + 1] >> 10) : entries.count
      for scalar in Int(run >> 10)..<min(next, entries.count) { entries[scalar] = UInt16(run & 0x3FF) }
    }
    return entries
  }()

  /// The value of the last run that starts at or before a scalar.
  private static func search(_ scalar: UInt32) -> UInt16 {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 10 <= scalar { low = middle } else { high = middle }
    }
    return UInt16(runs[low] & 0x3FF)
  }
}

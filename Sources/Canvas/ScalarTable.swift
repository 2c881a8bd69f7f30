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

  /// How lines break around a scalar: a cut of Unicode's line breaking classes (UAX #14) to what prose needs.
  enum Breaking: UInt8 {
    case letter, space, ideograph, wideClosing, wideOpening, closing, opening, hyphen, glue, slash, digit, breakAfter
    /// A letter of the scripts that set no spaces between words (Thai, Lao, Khmer, Burmese), and its parts.
    case syllable, syllableEnd, syllableStart
    case newline
  }

  /// One scalar's entry.
  struct Entry {
    let bits: UInt8

    var shape: Shape { Shape(rawValue: bits & 7) ?? .refused }
    var isPictograph: Bool { bits & 8 != 0 }
    var breaking: Breaking { Breaking(rawValue: bits >> 4) ?? .letter }
  }

  static func entry(of scalar: UInt32) -> Entry {
    scalar < 0x10000 ? Entry(bits: plane0[Int(scalar)]) : Entry(bits: search(scalar))
  }

  /// The basic plane, one byte a scalar.
  private static let plane0: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 0x10000)
    for (index, run) in runs.enumerated() where run >> 8 < 0x10000 {
      let next = index + 1 < runs.count ? Int(runs[index + 1] >> 8) : bytes.count
      for scalar in Int(run >> 8)..<min(next, bytes.count) { bytes[scalar] = UInt8(run & 0xFF) }
    }
    return bytes
  }()

  /// The value of the last run that starts at or before a scalar.
  private static func search(_ scalar: UInt32) -> UInt8 {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 8 <= scalar { low = middle } else { high = middle }
    }
    return UInt8(runs[low] & 0xFF)
  }
}

/// What each scalar is folded to, for one look-up each; made of the generated runs when it is first needed.
struct FoldingTable {
  static let shared = FoldingTable()

  /// What becomes of a scalar outside ASCII.
  enum Entry {
    case itself
    case one(UInt32, isApart: Bool)
    /// As it stands in the pool.
    case several(Range<Int>, isApart: Bool)
    case nothing
    /// The mark that makes kana voiced, or half-voiced.
    case voicing(isHalf: Bool)
    /// A mark that is a letter; with its place in the canonical order, or 0 where it stays where it is.
    case mark(Int)
  }

  /// The last place in the canonical order of marks.
  static let lastOrder = 8

  /// Pages of 64 scalars; those where all stay as they are share the first.
  private var pages = [UInt16](repeating: 0, count: end >> 6)
  private var cells = [UInt32](repeating: 0, count: 64)

  private static let end = 0x30000

  private init() {
    cells.reserveCapacity(1 << 15)
    addLetters()
    addSequences()
    Self.forEachStretch(LetterFolding.leftAway) { scalars, _ in
      for scalar in scalars where scalar < Self.end { set(scalar, Kind.nothing.rawValue << 29) }
    }
    Self.forEachStretch(LetterFolding.marks) { scalars, order in
      for scalar in scalars { set(scalar, Kind.mark.rawValue << 29 | order) }
    }
    // Of full and of half width.
    for scalar: UInt32 in [0x3099, 0xFF9E] { set(scalar, Kind.voicing.rawValue << 29) }
    for scalar: UInt32 in [0x309A, 0xFF9F] { set(scalar, Kind.voicing.rawValue << 29 | 1) }
  }

  func entry(of scalar: UInt32) -> Entry {
    guard scalar < Self.end else { return Self.isLeftAwayBeyond(scalar) ? .nothing : .itself }
    let cell = cells[Int(pages[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
    switch Kind(rawValue: cell >> 29) {
    case .letter: return .one(cell & 0x1F_FFFF, isApart: cell & Self.apart != 0)
    case .sequence:
      let start = Int(cell & 0xFFFF)
      return .several(start..<start + Int(cell >> 16 & 0x1F), isApart: cell & Self.apart != 0)
    case .nothing: return .nothing
    case .voicing: return .voicing(isHalf: cell & 1 == 1)
    case .mark: return .mark(Int(cell & 0xF))
    case nil: return .itself
    }
  }

  /// Which of the scripts that have marks for letters a scalar is of.
  static func script(of scalar: UInt32) -> UInt32? {
    let homes = LetterFolding.homes
    let pair = (0..<homes.count / 2).partitioningIndex { homes[$0 * 2 + 1] >= scalar }
    guard pair * 2 < homes.count, homes[pair * 2] & 0x1F_FFFF <= scalar else { return nil }
    return homes[pair * 2] >> 21
  }

  /// Kana together with their voicing.
  static func voiced(_ kana: UInt32, isHalf: Bool) -> UInt32? {
    guard (0x3040..<0x3100).contains(kana) else { return nil }
    let sought = kana | (isHalf ? 1 << 16 : 0)
    let voiced = LetterFolding.voiced
    return stride(from: 0, to: voiced.count, by: 2).first { voiced[$0] == sought }.map { voiced[$0 + 1] }
  }

  private enum Kind: UInt32 {
    case letter = 1
    case sequence, nothing, voicing, mark
  }

  private static let apart: UInt32 = 1 << 28

  private mutating func set(_ scalar: UInt32, _ cell: UInt32) {
    let page = Int(scalar >> 6)
    if pages[page] == 0 {
      pages[page] = UInt16(cells.count >> 6)
      cells += repeatElement(0, count: 64)
    }
    cells[Int(pages[page]) << 6 | Int(scalar & 63)] = cell
  }

  private mutating func addLetters() {
    let runs = LetterFolding.runs
    for place in stride(from: 0, to: runs.count, by: 2) {
      let (from, to) = (runs[place], runs[place + 1])
      let step = from >> 21 & 1 + 1
      let up = from >> 22 & 3
      let isApart = from >> 24 & 1 == 1
      for index in 0..<(to >> 21) {
        let folded = to & 0x1F_FFFF + index * up
        set(from & 0x1F_FFFF + index * step, Kind.letter.rawValue << 29 | (isApart ? Self.apart : 0) | folded)
      }
    }
  }

  private mutating func addSequences() {
    var start: UInt32 = 0
    for word in LetterFolding.sequences {
      let count = word >> 21 & 0x1F
      let isApart = word >> 26 & 1 == 1
      set(word & 0x1F_FFFF, Kind.sequence.rawValue << 29 | (isApart ? Self.apart : 0) | count << 16 | start)
      start += count
    }
  }

  private static func forEachStretch(_ words: [UInt32], _ body: (ClosedRange<UInt32>, UInt32) -> Void) {
    for place in stride(from: 0, to: words.count, by: 2) {
      body(words[place] & 0x1F_FFFF...words[place + 1], words[place] >> 21)
    }
  }

  /// The tags and selectors far behind all letters.
  private static func isLeftAwayBeyond(_ scalar: UInt32) -> Bool {
    (0xE0000...0xE0FFF).contains(scalar)
  }
}

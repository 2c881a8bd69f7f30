/// Puts the letters of a folded text together as scalars come: marks to their letters, kana to their voicing, Hangul to
/// syllables.
struct LetterComposer {
  typealias Letter = LetterFolding.Letter

  /// The last letter, which what follows may change.
  private var held: Letter?
  /// The marks behind it that have a canonical order, which is made once all are there.
  private var marks: [(letter: Letter, order: Int)] = []

  /// Adds a letter that is folded, and does not go with the one before it. False if there is to be no more.
  @inline(__always)
  mutating func add(_ letter: Letter, _ body: (Letter) -> Bool) -> Bool {
    if let last = held {
      guard body(last) else { return false }
      if !marks.isEmpty {
        guard giveMarks(body) else { return false }
      }
    }
    held = letter
    return true
  }

  /// Adds a scalar that is not folded yet.
  mutating func add(_ value: UInt32, _ range: Range<Int>, _ body: (Letter) -> Bool) -> Bool {
    switch FoldingTable.shared.entry(of: value) {
    case .itself: return add(joining: Letter(value: value, range: range, isApart: false), body)
    case .one(let folded, let isApart):
      return add(joining: Letter(value: folded, range: range, isApart: isApart), body)
    case .several(let places, let isApart):
      for place in places {
        let letter = Letter(value: LetterFolding.pool[place], range: range, isApart: isApart)
        guard add(parted: letter, body) else { return false }
      }
      return true
    case .nothing:
      extend(to: range.upperBound)
      return true
    case .voicing(let isHalf):
      voice(isHalf: isHalf, to: range.upperBound)
      return true
    case .mark(let order):
      return add(mark: Letter(value: value, range: range, isApart: false), order, body)
    }
  }

  /// Gives what is still held.
  mutating func finish(_ body: (Letter) -> Bool) {
    guard let last = held, body(last) else { return }
    _ = giveMarks(body)
    held = nil
  }

  /// A letter that a scalar is decomposed into, which may be a mark.
  private mutating func add(parted letter: Letter, _ body: (Letter) -> Bool) -> Bool {
    if case .mark(let order) = FoldingTable.shared.entry(of: letter.value) { return add(mark: letter, order, body) }
    return add(joining: letter, body)
  }

  private mutating func add(joining letter: Letter, _ body: (Letter) -> Bool) -> Bool {
    if letter.value >= 0x1100, marks.isEmpty, let last = held, let syllable = Hangul.syllable(last.value, letter.value)
    {
      held?.value = syllable
      held?.range = last.range.lowerBound..<letter.range.upperBound
      return true
    }
    return add(letter, body)
  }

  /// A mark stays behind a letter of its script; anywhere else nothing of it would be seen.
  private mutating func add(mark: Letter, _ order: Int, _ body: (Letter) -> Bool) -> Bool {
    guard let last = held, let script = FoldingTable.script(of: mark.value),
      script == FoldingTable.script(of: last.value)
    else {
      extend(to: mark.range.upperBound)
      return true
    }
    guard order > 0 else { return add(mark, body) }
    marks.append((mark, order))
    return true
  }

  private mutating func voice(isHalf: Bool, to end: Int) {
    if marks.isEmpty, let last = held, let voiced = FoldingTable.voiced(last.value, isHalf: isHalf) {
      held?.value = voiced
    }
    extend(to: end)
  }

  private mutating func extend(to end: Int) {
    if let last = marks.last {
      marks[marks.count - 1].letter.range = last.letter.range.lowerBound..<end
    } else if let last = held {
      held?.range = last.range.lowerBound..<end
    }
  }

  /// In canonical order; each place in the text keeps its turn.
  private mutating func giveMarks(_ body: (Letter) -> Bool) -> Bool {
    defer { marks.removeAll(keepingCapacity: true) }
    var turn = 0
    for order in 1...FoldingTable.lastOrder {
      for (letter, its) in marks where its == order {
        let range = marks[turn].letter.range
        guard body(Letter(value: letter.value, range: range, isApart: letter.isApart)) else { return false }
        turn += 1
      }
    }
    return true
  }
}

/// How letters of Hangul make a syllable (The Unicode Standard, section 3.12).
private enum Hangul {
  static func syllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch (first, second) {
    case (0x1100...0x1112, 0x1161...0x1175): 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0: first + second - 0x11A7
    default: nil
    }
  }
}

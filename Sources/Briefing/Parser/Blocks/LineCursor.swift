/// A place in a line, and the column that it is shown in: a tab goes on to the next column that four divides.
///
/// As CommonMark has it, the mark of a quote or an item may take a part of a tab; what is left of it are spaces.
struct LineCursor {
  let text: Bytes
  private let held: HeldSpaces
  private(set) var place = 0
  /// Where the line ends, its last spaces aside.
  private(set) var end = 0
  private var column = 0
  /// What is left of the tab at `place`; 0 if nothing was taken of it.
  private var rest = 0
  private var word = 0
  private var wordColumn = 0

  init(_ text: Bytes, held: HeldSpaces) {
    (self.text, self.held) = (text, held)
  }

  mutating func begin(_ start: Int, _ end: Int) {
    (place, self.end) = (start, end)
    (column, rest) = (0, 0)
    look()
  }

  /// Where the next word begins; the end if there is none.
  var next: Int { word }
  /// How many columns of white space stand before it.
  var indent: Int { wordColumn - column }
  var isBlank: Bool { word >= end }

  /// The rest of the line from here on.
  var piece: Leaf.Piece {
    Leaf.Piece(range: min(end, rest > 0 ? place + 1 : place)..<end, spaces: rest)
  }

  /// Steps over so many columns.
  mutating func skip(_ columns: Int) {
    var left = columns
    while left > 0, place < end {
      if rest == 0 { rest = width(of: place, in: column) }
      let step = min(rest, left)
      (rest, left, column) = (rest - step, left - step, column + step)
      if rest == 0 { place += 1 }
    }
    if word < place { look() }
  }

  /// Steps to the next word.
  mutating func skipSpaces() {
    (place, column, rest) = (word, wordColumn, 0)
  }

  /// Steps over a mark of so many bytes, which is as many columns wide, at the next word.
  mutating func skipMark(_ bytes: Int, columns: Int = 1) {
    (place, column, rest) = (min(end, word + bytes), wordColumn + columns, 0)
    look()
  }

  private mutating func look() {
    (word, wordColumn) = rest > 0 ? (place + 1, column + rest) : (place, column)
    while word < end, text[word] == 0x20 {
      wordColumn += width(of: word, in: wordColumn)
      word += 1
    }
  }

  private func width(of place: Int, in column: Int) -> Int {
    text[place] == 0x20 && held.isTab(place) ? 4 - column % 4 : 1
  }
}

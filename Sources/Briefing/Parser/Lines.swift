/// One line of the input that is not blank.
struct Line {
  /// Its bytes, without the spaces around them.
  var range: Range<Int>
  var isIndented: Bool
  /// Whether a blank line, or the start of the text, stands above.
  var opensBlock: Bool
  /// How many scalars it has; counted only up to 128.
  var width: Int
}

/// The lines of a text, and whether a program has wrapped them.
struct Lines {
  private(set) var all: [Line] = []
  private let text: Bytes
  /// The width that the text is wrapped at; nil if its line breaks were made by people.
  private(set) var measure: Int?

  init(_ text: Bytes) {
    self.text = text
    split()
    measure = findMeasure()
  }

  private mutating func split() {
    var start = 0
    var isAfterBlank = true
    all.reserveCapacity(16)
    while start < text.count {
      let end = text.first(0x0A, in: start..<text.count)
      let range = text.trimmed(start..<end)
      if range.isEmpty {
        isAfterBlank = true
      } else {
        all.append(
          Line(range: range, isIndented: range.lowerBound > start, opensBlock: isAfterBlank, width: width(of: range)))
        isAfterBlank = false
      }
      start = end + 1
    }
  }

  /// Begins a line, and a block, at each of `places`, which are in order.
  mutating func begin(at places: [Int]) {
    guard !places.isEmpty else { return }
    var rest = places[...]
    all = all.flatMap { line in
      rest = rest.drop { $0 <= line.range.lowerBound }
      let inside = Array(rest.prefix { $0 < line.range.upperBound })
      guard !inside.isEmpty else { return [line] }
      let starts = [line.range.lowerBound] + inside
      return zip(starts, inside + [line.range.upperBound]).map { start, end in
        let range = text.trimmed(start..<end)
        let isFirst = start == line.range.lowerBound
        return Line(
          range: range, isIndented: isFirst && line.isIndented, opensBlock: !isFirst || line.opensBlock,
          width: width(of: range))
      }
    }
  }

  private func width(of range: Range<Int>) -> Int {
    guard range.count <= 512 else { return 128 }
    var (count, index) = (range.count, range.lowerBound)
    while index + 8 <= range.upperBound {
      count -= text.word(at: index).continuations
      index += 8
    }
    while index < range.upperBound {
      if text[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return min(count, 128)
  }

  /// A text is wrapped if no line is longer than some width up to 100, and nearly every line that goes on below could not
  /// have held the next line's first word.
  private func findMeasure() -> Int? {
    var widest = 0
    for line in all where line.width > widest {
      guard text[line.range].contains(0x20) || line.width < 60 else { continue }
      if line.width > 100 { return nil }
      widest = line.width
    }
    guard widest >= 40 else { return nil }
    var (full, short) = (0, 0)
    for index in all.indices.dropLast() where !all[index + 1].opensBlock && !opensBlock(index + 1) {
      if isFull(index, measure: widest) { full += 1 } else if !opensBlock(index) { short += 1 }
    }
    return full >= 2 && full > short * 3 ? widest : nil
  }

  /// Whether a mark at its start shows that the line goes on nothing.
  private func opensBlock(_ index: Int) -> Bool {
    HeadingMark.opening(all[index].range, in: text) != nil || Bullet.markWidth(all[index].range, in: text) > 0
  }

  private func isFull(_ index: Int, measure: Int) -> Bool {
    let next = all[index + 1].range
    var word = 0
    for place in next where text[place] & 0xC0 != 0x80 {
      if text[place] == 0x20 || word > measure { break }
      word += 1
      if Wide.isIdeographic(text.scalar(at: place).value) { break }
    }
    return all[index].width + 1 + word > measure
  }

  /// Whether the line above goes on in this one only because the text was wrapped there.
  func isWrapped(into index: Int) -> Bool {
    guard let measure, index > 0, index < all.count, !all[index].opensBlock else { return false }
    return isFull(index - 1, measure: measure)
  }
}

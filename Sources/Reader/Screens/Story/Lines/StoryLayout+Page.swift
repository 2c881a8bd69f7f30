import Briefing

/// Counting rows, blank ones among them.
extension StoryLayout {
  /// The lines on the rows of a page, nil for a blank row. `row` is where the line in the middle stands.
  mutating func page(around here: Address, row: Int, rows: Int) -> [Address?] {
    var above: [Address?] = []
    var top = here
    while above.count < row {
      for _ in 0..<gap(above: top) where above.count < row { above.append(nil) }
      guard above.count < row, let before = address(before: top) else { break }
      above.append(before)
      top = before
    }
    var page: [Address?] = above.reversed()
    var next: Address? = here
    while page.count < rows, let line = next {
      page.append(line)
      next = address(after: line)
      guard let next else { break }
      for _ in 0..<gap(above: next) where page.count < rows { page.append(nil) }
    }
    return page
  }

  /// How many rows stand above a line, counted no further than `most`.
  mutating func rows(above address: Address, upTo most: Int) -> Int {
    var rows = 0
    var here = address
    while rows < most, let before = self.address(before: here) {
      rows += 1 + gap(above: here)
      here = before
    }
    return min(rows, most)
  }

  /// How many rows stand below a line, counted no further than `most`.
  mutating func rows(below address: Address, upTo most: Int) -> Int {
    var rows = 0
    var here = address
    while rows < most, let after = self.address(after: here) {
      rows += 1 + gap(above: after)
      here = after
    }
    return min(rows, most)
  }

  /// The line so many rows further on, or the last; at least one line on where there is one.
  mutating func address(from address: Address, rowsBelow rows: Int) -> Address {
    var here = address
    var passed = 0
    while passed < rows, let next = self.address(after: here) {
      passed += 1 + gap(above: next)
      here = next
    }
    return here
  }

  /// The line so many rows further up, or the first; at least one line up where there is one.
  mutating func address(from address: Address, rowsAbove rows: Int) -> Address {
    var here = address
    var passed = 0
    while passed < rows, let before = self.address(before: here) {
      passed += 1 + gap(above: here)
      guard passed <= rows || here == address else { break }
      here = before
    }
    return here
  }

  /// How many rows the parts below a title take, as long as they belong to it, counted no further than `most`.
  mutating func rows(below title: StoryPart, upTo most: Int, while belongs: (StoryPart) -> Bool) -> Int {
    var here = Address(part: title, chunk: 0, line: 0)
    var rows = 0
    while rows < most, let next = address(after: here), belongs(next.part) {
      rows += 1 + gap(above: next)
      here = next
    }
    return min(rows, most)
  }

  /// Whether a line is the last of its part.
  mutating func isLast(_ address: Address) -> Bool {
    address.chunk == chunks(of: address.part).count - 1
      && address.line == lines(of: address.part, chunk: address.chunk).count - 1
  }
}

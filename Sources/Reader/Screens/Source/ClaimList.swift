import Briefing
import Canvas

/// The rows of a source's claims: laid out one claim at a time, so that thousands cost as little as a few.
struct ClaimList {
  private let source: SourceState
  let measure: Measure
  /// How many rows the head takes, and how many the claims have.
  let headRows: Int
  let rows: Int

  /// The most lines that one claim takes; what is longer is cut.
  private static let mostLines = 3
  private static let longest = 2_000

  init(_ source: SourceState, frame: Frame) {
    self.source = source
    measure = Measure(frame)
    headRows = frame.rows >= 16 ? 3 : frame.rows >= 8 ? 2 : frame.rows >= 3 ? 1 : 0
    rows = max(1, frame.rows - headRows)
  }

  func claim(_ index: Int) -> Claim {
    source.claims[source.shown[index]]
  }

  func beginsStory(_ index: Int) -> Bool {
    index == 0 || claim(index).story != claim(index - 1).story
  }

  func beginsQuestion(_ index: Int) -> Bool {
    beginsStory(index) || claim(index).place.block.section != claim(index - 1).place.block.section
  }

  /// How many rows stand above a claim that lead up to it: white space, its story and its question.
  func lead(of index: Int) -> Int {
    (beginsStory(index) ? (index == 0 || measure.isDense ? 1 : 2) : 0) + (beginsQuestion(index) ? 1 : 0)
  }

  /// The lines of a claim's sentence; at least one.
  func lines(of index: Int) -> [String] {
    let sentence = String(claim(index).sentence.unicodeScalars.prefix(Self.longest))
    let columns = max(1, measure.right - measure.answer)
    let lines = Wrap.lines(of: sentence, columns: columns)
    guard !lines.isEmpty else { return [""] }
    return lines.prefix(Self.mostLines).enumerated().map { number, line in
      number == Self.mostLines - 1 && lines.count > Self.mostLines
        ? Wrap.cut(String(sentence.slice(line.range.lowerBound..<sentence.utf8.count)), columns: columns)
        : String(sentence.slice(line.range))
    }
  }

  /// How many rows lie between where a claim begins and where the next one does.
  func distance(from index: Int) -> Int {
    lines(of: index).count + (index + 1 < source.shown.count ? lead(of: index + 1) : 0)
  }

  /// The rows of some claims with what leads up to them, counted no further than `most`.
  func height(of range: Range<Int>, upTo most: Int) -> Int {
    var height = 0
    for index in range {
      guard height < most else { break }
      height += lead(of: index) + lines(of: index).count
    }
    return min(height, most)
  }

  /// The rows of the claims before one, counted from it upwards and no further than `most`.
  func height(ofLast index: Int, upTo most: Int) -> Int {
    var height = 0
    var index = index
    while index > 0, height < most {
      index -= 1
      height += lead(of: index) + lines(of: index).count
    }
    return min(height, most)
  }

  /// The claim so many rows further on, or the last; at least one on where there is one.
  func claim(from index: Int, rowsOn rows: Int) -> Int {
    var index = index
    var passed = 0
    while passed < rows, index + 1 < source.shown.count {
      passed += distance(from: index)
      index += 1
    }
    return index
  }

  /// The claim so many rows further up, or the first.
  func claim(from index: Int, rowsBack rows: Int) -> Int {
    var index = index
    var passed = 0
    while passed < rows, index > 0 {
      index -= 1
      passed += distance(from: index)
    }
    return index
  }
}

/// Turning pages, so that each begins with what the one before did not show whole.
extension ClaimList {
  /// The first claim after one that begins at a row which the page does not show to its end; the last if all are shown.
  func firstCutOff(below index: Int, at row: Int) -> Int {
    var index = index
    var row = row
    while index + 1 < source.shown.count {
      row += distance(from: index)
      index += 1
      if row + lines(of: index).count > rows { break }
    }
    return index
  }

  /// The last claim before one that begins at a row which the page does not show from its start; the first if all are.
  func lastCutOff(above index: Int, at row: Int) -> Int {
    var index = index
    var row = row
    while index > 0 {
      index -= 1
      row -= distance(from: index)
      if row < 0 { break }
    }
    return index
  }

  /// The first claim of the page that shows another one last.
  func firstOnPage(endingWith last: Int) -> Int {
    var index = last
    var left = rows - lead(of: last) - lines(of: last).count
    while index > 0 {
      left -= lead(of: index - 1) + lines(of: index - 1).count
      guard left >= 0 else { break }
      index -= 1
    }
    return index
  }
}

/// What stands on either side of a run of stars or lows, which says whether it can open or close: CommonMark's rules.
struct Flanks {
  let isLeft: Bool
  let isRight: Bool
  private let isBehindMark: Bool
  private let isBeforeMark: Bool

  private enum Side {
    case space, mark, letter
  }

  /// - Parameter partsWide: whether a letter of a script that sets no spaces between words lets a run open or close before
  /// it as a space does: `**注意：**请看`, which CommonMark leaves alone.
  init(_ text: Bytes, _ run: Range<Int>, within line: Range<Int>, partsWide: Bool = false) {
    let before =
      run.lowerBound > line.lowerBound ? Self.side(of: text, at: text.scalarStart(before: run.lowerBound)) : .space
    let after = run.upperBound < line.upperBound ? Self.side(of: text, at: run.upperBound) : .space
    let opens = after != .mark || before != .letter || partsWide && Wide.isLetter(text, before: run.lowerBound)
    let closes =
      before != .mark || after != .letter || partsWide && Wide.isLetter(text.scalar(at: run.upperBound).value)
    (isLeft, isRight) = (after != .space && opens, before != .space && closes)
    (isBehindMark, isBeforeMark) = (before == .mark, after == .mark)
  }

  /// Inside of a word, a low line is a letter.
  var opensWord: Bool { isLeft && (!isRight || isBehindMark) }
  var closesWord: Bool { isRight && (!isLeft || isBeforeMark) }

  private static func side(of text: Bytes, at index: Int) -> Side {
    let byte = text[index]
    if byte < 0x80 { return byte <= 0x20 ? .space : byte.isLetter || byte.isDigit ? .letter : .mark }
    guard let scalar = Unicode.Scalar(text.scalar(at: index).value) else { return .letter }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .mark
    default: return .letter
    }
  }
}

/// The runs of backticks in a line, by their lengths: a run opens code that the next one of its length closes.
struct BacktickRuns {
  private var starts: [Int: [Int]] = [:]
  private var isScanned = false

  /// The run at `index`, and the one that closes it.
  mutating func pair(at index: Int, in text: Bytes, limit: Int) -> (opening: Range<Int>, close: Range<Int>?) {
    if !isScanned { scan(from: index, text, limit) }
    let opening = index..<Self.end(of: text, from: index, limit)
    let width = opening.count
    while let start = starts[width]?.last, start < opening.upperBound { starts[width]?.removeLast() }
    return (opening, starts[width]?.last.map { $0..<$0 + width })
  }

  /// Of each length, the last run first.
  private mutating func scan(from start: Int, _ text: Bytes, _ limit: Int) {
    isScanned = true
    var index = start
    while index < limit {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let end = Self.end(of: text, from: index, limit)
      starts[end - index, default: []].append(index)
      index = end
    }
    for width in starts.keys { starts[width]?.reverse() }
  }

  private static func end(of text: Bytes, from start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, text[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }
}

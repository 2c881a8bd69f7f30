/// Reads the words of one line of the canonical form: what is set apart in them, links and citations.
///
/// The marks are those of CommonMark, and of each one form only: `**strong**`, `_emphasis_`, `` `code` ``, `[link](address)`,
/// `(host)`, `([source](address))`. Marks that close nothing are words. Each byte is looked at a fixed number of times.
struct CanonicalInline {
  /// What was read.
  struct Words {
    var bytes: [UInt8] = []
    var spans: [Block.Span] = []
    var citations: [Citation] = []
    /// Which citations are there because a link is, by their numbers.
    var cited: [Int] = []

    var isEmpty: Bool { bytes.isEmpty && citations.isEmpty }
  }

  let text: Bytes
  let held: HeldSpaces
  /// The host that the story itself comes from; links to it name no source.
  private let ownHost: String?
  var pairs = ParenthesisPairs()
  /// Whether the words are those of a cell, in which a backslash before `|` is no word.
  var isCell = false
  var limit = 0
  var run = CanonicalRun()
  /// Where the next bracket closes, as far as that is known.
  var bracketEnd = -1
  /// The bracket that proved to close no citation.
  var failedClose = -1
  /// Where the next space or closing parenthesis stands, as far as that is known.
  var wordEnd = -1
  private var ticks = BacktickRuns()

  init(_ text: Bytes, held: HeldSpaces, ownHost: String?) {
    (self.text, self.held, self.ownHost) = (text, held, ownHost)
  }

  /// The words alone; no mark in them is one.
  func line(_ range: Range<Int>) -> String {
    var run = CanonicalRun()
    var index = range.lowerBound
    while index < range.upperBound { copy(&index, range.upperBound, to: &run) }
    return String(decoding: run.settled().bytes, as: UTF8.self)
  }

  mutating func words(_ range: Range<Int>) -> Words {
    run = CanonicalRun()
    limit = range.upperBound
    (bracketEnd, wordEnd, failedClose) = (-1, -1, -1)
    ticks = BacktickRuns()
    var index = range.lowerBound
    while index < limit { step(&index, range.lowerBound) }
    return run.settled()
  }

  /// Reads a row of a table, whose cells are parted by tabs then.
  mutating func row(_ range: Range<Int>, into words: inout Words) {
    isCell = true
    defer { isCell = false }
    var isFirst = true
    // A bar that a mark stands on is a letter of the cell.
    var start = range.lowerBound + (isBase(range.lowerBound + 1, range.upperBound) ? 0 : 1)
    var index = start
    while index <= range.upperBound {
      let parts =
        index < range.upperBound && text[index] == UInt8(ascii: "|")
        && !isBase(index + 1, range.upperBound) && text[index - 1] != CanonicalForm.escape
      // Behind the last bar nothing follows.
      if parts || index == range.upperBound && !(text.trimmed(start..<index).isEmpty && !isFirst) {
        if !isFirst { words.append([0x09]) }
        isFirst = false
        words.append(self.words(text.trimmed(start..<index)))
        start = index + 1
      }
      index += 1
    }
  }

  /// `![words](address)`, if nothing else stands in the line.
  mutating func image(_ range: Range<Int>) -> Block? {
    limit = range.upperBound
    bracketEnd = -1
    guard text.has("![", at: range.lowerBound), let close = closingBracket(from: range.lowerBound + 2),
      let target = address(at: close + 1), target.end == limit
    else { return nil }
    return Block(text: line(range.lowerBound + 2..<close), kind: .image(url: target.url))
  }
}

extension CanonicalInline {
  private mutating func step(_ index: inout Int, _ start: Int) {
    switch text[index] {
    case UInt8(ascii: "`"): readTicks(&index, start)
    case UInt8(ascii: "*"), UInt8(ascii: "_"): readDelimiter(&index, start)
    case UInt8(ascii: "["):
      run.openBracket()
      copy(&index, limit, to: &run)
    case UInt8(ascii: "]"): readBracket(&index)
    case UInt8(ascii: "("):
      if let (citation, end) = citation(at: index) {
        run.cite(citation)
        index = end
      } else {
        copy(&index, limit, to: &run)
      }
    default: copy(&index, limit, to: &run)
    }
  }

  /// Copies one byte, or the one that a backslash stands before.
  private func copy(_ index: inout Int, _ limit: Int, to run: inout CanonicalRun) {
    if text[index] == CanonicalForm.escape, index + 1 < limit { index += 1 }
    if text[index] == 0x20 {
      held.copy(index..<index + 1, of: text, to: &run.bytes)
    } else {
      run.bytes.append(text[index])
    }
    index += 1
  }

  private mutating func readDelimiter(_ index: inout Int, _ start: Int) {
    let mark = text[index]
    var end = index
    while end < limit, text[end] == mark { end += 1 }
    let isStrong = mark == UInt8(ascii: "*")
    let flanks = Flanks(text, index..<end, within: start..<limit)
    if end - index == (isStrong ? 2 : 1), !isBase(end, limit) {
      run.delimit(
        isStrong ? .strong : .emphasis, opens: isStrong ? flanks.isLeft : flanks.opensWord,
        closes: isStrong ? flanks.isRight : flanks.closesWord, mark: text[index..<end])
    } else {
      run.bytes += text[index..<end]
    }
    index = end
  }

  private mutating func readTicks(_ index: inout Int, _ start: Int) {
    let (opening, close) = ticks.pair(at: index, in: text, limit: limit)
    guard let close, !isBase(opening.upperBound, limit), !isBase(close.upperBound, limit) else {
      run.bytes += text[opening]
      index = opening.upperBound
      return
    }
    var inner = opening.upperBound..<close.lowerBound
    // A space at either end parts the code from its marks.
    if inner.count > 2, text[inner.lowerBound] == 0x20, text[inner.upperBound - 1] == 0x20,
      text[inner].contains(where: { $0 != 0x20 })
    {
      inner = inner.lowerBound + 1..<inner.upperBound - 1
    }
    let from = run.bytes.count
    for place in inner {
      if isCell, text[place] == CanonicalForm.escape, text.has("|", at: place + 1) { continue }
      if text[place] == 0x20 {
        held.copy(place..<place + 1, of: text, to: &run.bytes)
      } else {
        run.bytes.append(text[place])
      }
    }
    run.setApart(from..<run.bytes.count, .code)
    index = close.upperBound
  }

  private mutating func readBracket(_ index: inout Int) {
    guard run.hasBracket, let target = address(at: index + 1), !target.url.isEmpty, !isBase(target.end, limit),
      let words = run.closeLink(url: target.url)
    else {
      run.closeBracket()
      copy(&index, limit, to: &run)
      return
    }
    index = target.end
    if let host = CanonicalForm.host(of: target.url), host != ownHost { run.cite(host, target.url, of: words) }
  }

  /// Whether something that is at `index` stands on the letter before it, so that no mark between them can be taken away.
  func isBase(_ index: Int, _ limit: Int) -> Bool { text.standsOnLast(index, limit: limit) }
}

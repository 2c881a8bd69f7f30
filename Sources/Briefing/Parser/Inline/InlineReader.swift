/// Finds the inline marks of Markdown, HTML and chat programs in a paragraph, and what each of them says.
///
/// Follows CommonMark 0.31, section 6, and reads on where a link was cut. Names in parentheses are left to those who read
/// citations. Each byte is looked at a fixed number of times. One reader reads all paragraphs of a text, so that there is room
/// for what it finds in each without making it anew.
struct InlineReader {
  let text: Bytes
  /// The paragraph.
  private(set) var range = 0..<0
  /// What numbers and names in brackets stand for.
  var references = References()
  /// Whether the words stand in HTML, where the marks of emphasis, code and escapes are letters (CommonMark 0.31, section
  /// 4.6); links and numbers of sources are read there, too.
  var isMarkup = false
  /// What was found; in order once all is read.
  var tokens: [InlineToken] = []
  var runs = DelimiterRuns()
  var brackets: [Bracket] = []
  /// The links opened by the first so many brackets would hold another link, and so are none.
  var idleBrackets = 0
  var openTags = OpenTags()
  /// Where the last piece ends that was understood.
  private(set) var done = 0
  private var ticks = BacktickRuns()
  private var asides = HTMLAsides()

  /// A bracket that may open a link or an image.
  struct Bracket {
    /// Its bytes, with the exclamation mark of an image.
    var range: Range<Int>
    var isImage: Bool
    /// The last run of delimiters before it.
    var bottom: Int
    /// Whether another bracket stands behind it.
    var holdsBracket = false
  }

  init(_ text: Bytes) {
    self.text = text
  }

  /// Finds the tokens of `range`, in order, none of which overlaps another.
  mutating func read(_ range: Range<Int>) {
    if !tokens.isEmpty { tokens.removeAll(keepingCapacity: true) }
    let first = InlineMarks.first(in: range, of: text)
    let marks = references.superscripts(in: range)
    guard first < range.upperBound || !marks.isEmpty else { return }
    begin(range)
    read(from: first)
    for mark in marks { tokens.append(InlineToken(range: mark.range, kind: .citations(mark.sources))) }
    sort()
  }

  private mutating func begin(_ range: Range<Int>) {
    (self.range, done, idleBrackets) = (range, range.lowerBound, 0)
    if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    runs.clear()
    (openTags, ticks, asides) = (OpenTags(), BacktickRuns(), HTMLAsides())
  }

  private mutating func read(from start: Int) {
    var index = start
    while index < range.upperBound {
      index = step(at: index)
      index = InlineMarks.first(in: index..<range.upperBound, of: text)
    }
    runs.match(behind: -1, into: &tokens)
  }

  private mutating func sort() {
    if !areParted { tokens.sort { $0.range.lowerBound < $1.range.lowerBound } }
    if areParted { return }
    var end = range.lowerBound
    tokens = tokens.filter { token in
      guard token.range.lowerBound >= end else { return false }
      end = token.range.upperBound
      return true
    }
  }

  /// Whether each token stands behind the one before.
  private var areParted: Bool {
    var end = range.lowerBound
    for index in tokens.indices {
      guard tokens[index].range.lowerBound >= end else { return false }
      end = tokens[index].range.upperBound
    }
    return true
  }

  /// Reads what stands at `index`, and says where to look on.
  private mutating func step(at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
      return isMarkup ? index + 1 : readStyle(at: index)
    case UInt8(ascii: "["): return openBracket(at: index)
    case UInt8(ascii: "]"): return closeBracket(at: index)
    case UInt8(ascii: "&"): return readReference(at: index)
    case UInt8(ascii: "<"): return readAngle(at: index)
    case UInt8(ascii: "/"): return readAddress(at: index)
    case UInt8(ascii: "{"): return readTemplate(at: index)
    case 0x90, 0xBD: return readChatMark(endingFirst: index)
    case 0x94: return readDash(endingAt: index)
    default: return index + 1
    }
  }

  /// Reads a mark of emphasis or code, or an escape.
  private mutating func readStyle(at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "`"): readTicks(at: index)
    case UInt8(ascii: "\\"): readBackslash(at: index)
    default: readRun(at: index)
    }
  }

  /// Adds a token, unless what stands behind it would come to stand on something else without it.
  mutating func add(_ range: Range<Int>, _ kind: InlineToken.Kind) -> Int {
    guard !standsOnLast(range.upperBound) else { return range.upperBound }
    tokens.append(InlineToken(range: range, kind: kind))
    done = range.upperBound
    return range.upperBound
  }

  /// Whether what stands at `index` stands on the letter before it, so that no mark between them can be taken away.
  func standsOnLast(_ index: Int) -> Bool { text.standsOnLast(index, limit: range.upperBound) }

  private mutating func readRun(at start: Int) -> Int {
    let byte = text[start]
    var end = start
    while end < range.upperBound, text[end] == byte { end += 1 }
    let counts = byte != UInt8(ascii: "~") || end - start == 2
    if counts, !standsOnLast(end) {
      runs.add(start..<end, byte, flanks: Flanks(text, start..<end, within: range, partsWide: true))
    }
    return end
  }

  private mutating func readTicks(at index: Int) -> Int {
    let (opening, close) = ticks.pair(at: index, in: text, limit: range.upperBound)
    guard let close, !standsOnLast(opening.upperBound) else { return opening.upperBound }
    return add(opening.lowerBound..<close.upperBound, .code(opening.upperBound..<close.lowerBound))
  }

  private mutating func readBackslash(at index: Int) -> Int {
    guard index + 1 < range.upperBound else { return index + 1 }
    if text[index + 1] == 0x0A { return add(index..<index + 2, .lineBreak) }
    guard text[index + 1].isPunctuation else { return index + 1 }
    return add(index..<index + 2, .literal(index + 1..<index + 2))
  }

  private mutating func readReference(at index: Int) -> Int {
    guard let reference = CharacterReference.read(text, at: index, limit: range.upperBound, rules: .markdown) else {
      return index + 1
    }
    var letters: [UInt8] = []
    reference.append(to: &letters)
    return add(index..<reference.end, .words(String(decoding: letters, as: UTF8.self)))
  }

  private mutating func readAngle(at index: Int) -> Int {
    if let address = autolink(at: index) { return address }
    if let tag = HTMLTag.read(text, at: index, limit: range.upperBound) { return readTag(tag) }
    guard let end = asides.end(text, at: index, limit: range.upperBound) else { return index + 1 }
    return add(index..<end, .aside(.markup))
  }

  private mutating func readTemplate(at index: Int) -> Int {
    guard let end = TemplateMark.end(text, at: index, limit: range.upperBound) else { return index + 1 }
    return add(index..<end, .aside(.markup))
  }

  private mutating func readAddress(at index: Int) -> Int {
    guard let address = InlineAddress.bare(text, slashes: index, within: max(done, range.lowerBound)..<range.upperBound)
    else { return index + 1 }
    return add(address, .address(InlineTarget(url: text.string(address), range: address)))
  }
}

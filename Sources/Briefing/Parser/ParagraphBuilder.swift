/// Turns a stretch of the input into blocks of prose: their words on one line, what is set apart in them, and their
/// citations where they stand.
///
/// What it builds depends on what the reader of the story has told it before: `references`, and `ownHost` as soon as the
/// story's own address is known. What of a stretch is in none of its words is in `residues` and `asides`.
struct ParagraphBuilder {
  let input: Bytes
  let held: HeldSpaces
  /// What numbers and names in brackets stand for.
  var references: References {
    get { inline.references }
    set { inline.references = newValue }
  }
  /// The host that the story itself comes from; links to it name no source.
  var ownHost: String?
  var output: [UInt8] = []
  var citations: [Citation] = []
  var spans = SpanBuilder()
  var gap = Gap.none
  /// Where in the output the parentheses of the story opened that are still open.
  var openings: [Int] = []
  /// Where in the input the links opened that are still open.
  var links: [Int] = []
  /// The words around the image whose words are being read.
  var outer: Words?
  /// How many images are open whose words are words here.
  var imageDepth = 0
  /// The images of the paragraph, where they become blocks.
  var images: [Block] = []
  /// Where in the input the address of the last one stands.
  var lastImage = -1
  /// Where lines end that the text breaks on purpose, and how many citations stand before.
  var breaks: [(place: Int, citations: Int)] = []
  var purpose = Purpose.line
  /// Whether the words stand in HTML, where emphasis and code have tags, and the marks of Markdown are letters.
  var isMarkup: Bool {
    get { inline.isMarkup }
    set { inline.isMarkup = newValue }
  }
  /// The hosts that the input cites beyond doubt; looked for when a doubtful one is met.
  var plainHosts: PlainHosts?
  /// What cut links left, in bytes of the input.
  var residues: [Range<Int>] = []
  /// What else is no story, in bytes of the input.
  var asides: [(range: Range<Int>, reason: SetAside.Reason)] = []
  private var inline: InlineReader
  /// Which of its tokens comes next.
  private var next = 0

  /// What stood between the last words written and the next ones.
  enum Gap: Equatable {
    case none
    case space
    /// A line break and nothing else.
    case wrap
    case citation(spaceBefore: Bool, spaceAfter: Bool)
  }

  /// What the words are built for.
  enum Purpose {
    /// Blocks, with citations, links and images.
    case blocks
    /// One block, in which images are their words.
    case paragraph
    /// Words alone.
    case line
  }

  /// Words that are set by while those of an image are read.
  struct Words {
    var output: [UInt8]
    var gap: Gap
    var openings: [Int]
    var spans: SpanBuilder
  }

  init(_ input: Bytes, held: HeldSpaces) {
    (self.input, self.held) = (input, held)
    inline = InlineReader(input)
    output.reserveCapacity(2048)
  }

  /// What stands in `range`, a paragraph without the marks of what it stands in: a block for each line that a hard break
  /// ends, then one for each image; none if nothing but white space stands there. The first may have citations alone.
  ///
  /// Most paragraphs are one block, for which no array is made.
  mutating func blocks(_ range: Range<Int>) -> (first: Block?, others: [Block]) {
    build(range, for: .blocks)
    if output.isEmpty, citations.isEmpty, breaks.isEmpty { return (nil, images) }
    let whole = block()
    if breaks.isEmpty { return (whole, images) }
    return (nil, whole.split(at: breaks).filter { !$0.text.isEmpty || !$0.citations.isEmpty } + images)
  }

  /// What stands in `range` as one block, such as a cell of a table; nil if nothing but white space does. Breaks are spaces,
  /// and images their words.
  mutating func paragraph(_ range: Range<Int>) -> Block? {
    build(range, for: .paragraph)
    guard !output.isEmpty || !citations.isEmpty else { return nil }
    return block()
  }

  /// The words in `range` on one line: a headline, a bullet or a heading. Names in parentheses stay in the words; addresses of
  /// links and of images, and numbers of sources, are set aside.
  mutating func line(_ range: Range<Int>) -> String {
    build(range, for: .line)
    return String(decoding: output, as: UTF8.self)
  }

  /// All the words in `range` on one line; what looks like a mark is words too.
  mutating func words(_ range: Range<Int>) -> String {
    reset(for: .line)
    writeWords(input.trimmed(range))
    return String(decoding: output, as: UTF8.self)
  }

  /// The block that was built, which takes the citations along.
  private mutating func block() -> Block {
    defer { citations = [] }
    return Block(text: String(decoding: output, as: UTF8.self), spans: spans.settled(in: output), citations: citations)
  }

  /// Adds what stands in `range` to a table, whose words so far are `text`, as its next cell.
  mutating func addCell(_ range: Range<Int>, to table: inout Block, behind text: inout [UInt8]) {
    build(range, for: .paragraph)
    let start = text.count
    text += output
    for span in spans.settled(in: output) {
      table.spans.append(Block.Span(span.range.lowerBound + start..<span.range.upperBound + start, span.style))
    }
    for citation in citations {
      table.citations.append(citation)
      table.citations[table.citations.count - 1].place += start
    }
  }

  private mutating func reset(for purpose: Purpose) {
    output.removeAll(keepingCapacity: true)
    if !citations.isEmpty { citations = [] }
    if !openings.isEmpty { openings.removeAll(keepingCapacity: true) }
    spans.clear()
    if !images.isEmpty { images = [] }
    lastImage = -1
    if !breaks.isEmpty { breaks = [] }
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    if outer != nil { outer = nil }
    (self.purpose, gap, imageDepth) = (purpose, .none, 0)
  }

  private mutating func build(_ whole: Range<Int>, for purpose: Purpose) {
    reset(for: purpose)
    let range = purpose == .line ? input.trimmed(whole) : withoutCutHeading(input.trimmed(whole))
    inline.read(range)
    next = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let token = nextToken(from: index, limit: range.upperBound)
      let stop = nextMark(in: index..<token)
      if stop > index { write(index..<stop) }
      if stop < token {
        index = step(at: stop, limit: range.upperBound)
      } else if stop < range.upperBound {
        index = write(inline.tokens[next], limit: range.upperBound)
      } else {
        break
      }
    }
    trimEnd()
  }

  /// Where the next piece stands that is no plain word; what was read already is left out.
  private mutating func nextToken(from index: Int, limit: Int) -> Int {
    while next < inline.tokens.count, inline.tokens[next].range.lowerBound < index { next += 1 }
    return next < inline.tokens.count ? inline.tokens[next].range.lowerBound : limit
  }

  /// Whether names in parentheses are sources here.
  var isCiting: Bool { purpose != .line && links.isEmpty && outer == nil }

  /// The range without the hashes of a heading that a cut has left at the end of the text.
  private func withoutCutHeading(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, input[end - 1] == UInt8(ascii: "#") { end -= 1 }
    guard (1...6).contains(range.upperBound - end), end > range.lowerBound, input[end - 1].isSpace,
      input.trimmed(range.upperBound..<input.count).isEmpty
    else { return range }
    let words = input.trimmed(range.lowerBound..<end)
    let isBehindPair = input.has(")", at: words.upperBound - 1) || input.has("）", at: words.upperBound - 3)
    return isBehindPair || SentenceEnd.isBefore(words.upperBound, in: input) ? words : range
  }

  private mutating func step(at index: Int, limit: Int) -> Int {
    switch input[index] {
    case 0x20, 0x0A: return skipSpaces(at: index, limit: limit)
    default: break
    }
    let opening = CitationPair.openingWidth(input, at: index)
    guard opening > 0 else { return stepClosing(at: index, limit: limit) }
    if isCiting, let end = readCitation(at: index, limit: limit) ?? readStump(at: index, limit: limit) { return end }
    let isSmile = index > 0 && input[index - 1] == UInt8(ascii: ":")
    write(index..<index + opening)
    if !isSmile { openings.append(output.count - opening) }
    return index + opening
  }
}

import Briefing

/// Reads back what `ReadingEncoder` wrote. Bytes that make no sense give nil, never a crash or endless work.
struct ReadingDecoder {
  private let bytes: [UInt8]
  private let original: [UInt8]
  private let version: UInt8
  private var next = 0
  private var cursor = 0

  private struct Damage: Error {}

  /// - Returns: nil also for a reading of a version that this program does not know.
  static func decode(_ bytes: [UInt8], original: [UInt8]) -> Reading? {
    var decoder = ReadingDecoder(bytes: bytes, original: original)
    return try? decoder.reading()
  }

  private init(bytes: [UInt8], original: [UInt8]) {
    self.bytes = bytes
    self.original = original
    version = ReadingFormat.version(of: bytes)
  }

  private mutating func reading() throws(Damage) -> Reading {
    guard (1...ReadingFormat.version).contains(version) else { throw Damage() }
    if version > 1 { next = ReadingFormat.mark.count + 1 }
    let story = try story()
    let setAside = try list { decoder throws(Damage) in try decoder.setAside() }
    return Reading(story: version == 1 ? story.withQuestionsMarked() : story, setAside: setAside)
  }

  private mutating func setAside() throws(Damage) -> SetAside {
    let start = try number()
    let length = try number()
    let reason = try number()
    guard start >= 0, length >= 0, SetAside.Reason.allCases.indices.contains(reason) else { throw Damage() }
    cursor = min(start, original.count)
    let (end, isOver) = start.addingReportingOverflow(length)
    guard !isOver else { throw Damage() }
    return SetAside(place: start..<end, text: try text(), reason: SetAside.Reason.allCases[reason])
  }

  private mutating func story() throws(Damage) -> Story {
    var story = Story(headline: try text())
    story.summary = try list { decoder throws(Damage) in try decoder.text() }
    story.lede = try blocks()
    story.sections = try list { decoder throws(Damage) in try decoder.section() }
    story.publisher = try optionalText()
    if version > 1 { story.authors = try list { decoder throws(Damage) in try decoder.text() } }
    story.url = try optionalText()
    if try number() == 1 { story.published = Moment(seconds: Int64(try signed())) }
    return story
  }

  private mutating func section() throws(Damage) -> Section {
    var section = Section(heading: try text())
    if version > 1 {
      let number = try number()
      guard (1...6).contains(number >> 1) else { throw Damage() }
      (section.level, section.isQuestion) = (number >> 1, number & 1 == 1)
    }
    section.blocks = try blocks()
    return section
  }

  private mutating func blocks() throws(Damage) -> [Block] {
    try list { decoder throws(Damage) in
      let flags = decoder.version > 1 ? try decoder.number() : BlockCode.prose
      let kind = try decoder.kind(flags & BlockCode.kinds)
      let containers =
        flags & BlockCode.hasContainers != 0
        ? try decoder.list { decoder throws(Damage) in try decoder.container() } : []
      let text = try decoder.text()
      let spans =
        flags & BlockCode.hasSpans != 0
        ? try decoder.list { decoder throws(Damage) in try decoder.span(within: text.utf8.count) } : []
      let citations = try decoder.list { decoder throws(Damage) in try decoder.citation() }
      return Block(text: text, kind: kind, containers: containers, spans: spans, citations: citations)
    }
  }

  private mutating func kind(_ code: Int) throws(Damage) -> Block.Kind {
    switch code {
    case BlockCode.prose: .prose
    case BlockCode.code: .code(language: nil)
    case BlockCode.codeOfLanguage: .code(language: try text())
    case BlockCode.table: .table
    case BlockCode.image: .image(url: try text())
    case BlockCode.rule: .rule
    default: throw Damage()
    }
  }

  private mutating func container() throws(Damage) -> Block.Container {
    switch try number() {
    case ContainerCode.quote: .quote
    case ContainerCode.item: .item(Block.Item(marker: try text(), list: try number(), number: try number()))
    default: throw Damage()
    }
  }

  private mutating func span(within count: Int) throws(Damage) -> Block.Span {
    let (start, length) = (try number(), try number())
    guard start >= 0, length >= 0, start <= count, length <= count - start else { throw Damage() }
    let style: Block.Span.Style =
      switch try number() {
      case SpanCode.emphasis: .emphasis
      case SpanCode.strong: .strong
      case SpanCode.code: .code
      case SpanCode.link: .link(url: try text())
      default: throw Damage()
      }
    return Block.Span(start..<(start + length), style)
  }

  private mutating func citation() throws(Damage) -> Citation {
    var citation = Citation(place: try number(), host: try text())
    let parts = try number()
    guard parts >= 0, parts < (version > 1 ? 4 : 2) else { throw Damage() }
    if parts & 1 != 0 { citation.url = try text() }
    if parts & 2 != 0 { citation.label = try text() }
    return citation
  }

  private mutating func list<Element>(
    _ element: (inout Self) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try number()
    // Every element takes a byte at least.
    guard count >= 0, count <= bytes.count - next else { throw Damage() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  private mutating func optionalText() throws(Damage) -> String? {
    try number() == 1 ? try text() : nil
  }

  private mutating func text() throws(Damage) -> String {
    let count = try number()
    guard count >= 0, count <= original.count + bytes.count else { throw Damage() }
    var text: [UInt8] = []
    text.reserveCapacity(count)
    while text.count < count {
      let piece = try number()
      let length = piece >> 1
      guard length > 0, length <= count - text.count else { throw Damage() }
      if piece & 1 == 1 {
        guard length <= bytes.count - next else { throw Damage() }
        text.append(contentsOf: bytes[next..<(next + length)])
        next += length
      } else {
        let (start, isOver) = cursor.addingReportingOverflow(try signed())
        guard !isOver, start >= 0, start <= original.count, length <= original.count - start else { throw Damage() }
        text.append(contentsOf: original[start..<(start + length)])
        cursor = start + length
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func number() throws(Damage) -> Int {
    guard let number = VariableNumber.read(from: bytes, at: &next) else { throw Damage() }
    return number
  }

  private mutating func signed() throws(Damage) -> Int {
    let value = UInt(bitPattern: try number())
    return Int(bitPattern: value >> 1) ^ -Int(value & 1)
  }
}

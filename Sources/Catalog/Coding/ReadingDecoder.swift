import Briefing

/// Reads back what `ReadingEncoder` wrote. Bytes that make no sense give nil, never a crash or endless work.
struct ReadingDecoder {
  private let bytes: [UInt8]
  private let original: [UInt8]
  private var next = 0
  private var cursor = 0

  private struct Damage: Error {}

  static func decode(_ bytes: [UInt8], original: [UInt8]) -> Reading? {
    var decoder = ReadingDecoder(bytes: bytes, original: original)
    return try? decoder.reading()
  }

  private init(bytes: [UInt8], original: [UInt8]) {
    self.bytes = bytes
    self.original = original
  }

  private mutating func reading() throws(Damage) -> Reading {
    let story = try story()
    let setAside = try list { decoder throws(Damage) in try decoder.setAside() }
    return Reading(story: story, setAside: setAside)
  }

  private mutating func setAside() throws(Damage) -> SetAside {
    let start = try number()
    let length = try number()
    let reason = try number()
    guard start >= 0, length >= 0, reason < SetAside.Reason.allCases.count else { throw Damage() }
    cursor = min(start, original.count)
    let (end, isOver) = start.addingReportingOverflow(length)
    guard !isOver else { throw Damage() }
    return SetAside(place: start..<end, text: try text(), reason: SetAside.Reason.allCases[reason])
  }

  private mutating func story() throws(Damage) -> Story {
    var story = Story(headline: try text())
    story.summary = try list { decoder throws(Damage) in try decoder.text() }
    story.lede = try list { decoder throws(Damage) in try decoder.paragraph() }
    story.sections = try list { decoder throws(Damage) in
      let heading = try decoder.text()
      return Section(
        heading: heading, paragraphs: try decoder.list { decoder throws(Damage) in try decoder.paragraph() })
    }
    story.publisher = try optionalText()
    story.url = try optionalText()
    if try number() == 1 { story.published = Moment(seconds: Int64(try signed())) }
    return story
  }

  private mutating func paragraph() throws(Damage) -> Paragraph {
    let text = try text()
    let citations = try list { decoder throws(Damage) in
      let place = try decoder.number()
      let host = try decoder.text()
      return Citation(place: place, host: host, url: try decoder.optionalText())
    }
    return Paragraph(text: text, citations: citations)
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

import Briefing

/// Writes a reading as a list of places in its original, with only those bytes that do not stand there.
///
/// What is stored of a story beyond its original is so a few dozen bytes a paragraph, and it reads back without parsing
/// again: a later parser changes nothing in stories that are already there. Linear in original and reading.
struct ReadingEncoder {
  private(set) var bytes: [UInt8] = []
  private let original: [UInt8]
  /// Where the last copied piece ended; the next one usually begins soon after.
  private var cursor = 0

  static func encode(_ reading: Reading, original: [UInt8]) -> [UInt8] {
    var encoder = ReadingEncoder(original: original)
    encoder.add(reading.story)
    encoder.add(reading.setAside) { encoder, piece in
      encoder.add(piece.place.lowerBound)
      encoder.add(piece.place.count)
      encoder.add(SetAside.Reason.allCases.firstIndex(of: piece.reason) ?? 0)
      encoder.cursor = min(max(0, piece.place.lowerBound), original.count)
      encoder.add(piece.text)
    }
    return encoder.bytes
  }

  private init(original: [UInt8]) {
    self.original = original
  }

  private mutating func add(_ story: Story) {
    add(story.headline)
    add(story.summary) { $0.add($1) }
    add(story.lede) { $0.add($1) }
    add(story.sections) { encoder, section in
      encoder.add(section.heading)
      encoder.add(section.paragraphs) { $0.add($1) }
    }
    add(story.publisher)
    add(story.url)
    add(story.published == nil ? 0 : 1)
    if let published = story.published { addSigned(Int(published.seconds)) }
  }

  private mutating func add(_ paragraph: Paragraph) {
    add(paragraph.text)
    add(paragraph.citations) { encoder, citation in
      encoder.add(citation.place)
      encoder.add(citation.host)
      encoder.add(citation.url)
    }
  }

  private mutating func add<Element>(_ list: [Element], _ addElement: (inout Self, Element) -> Void) {
    add(list.count)
    for element in list { addElement(&self, element) }
  }

  private mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  private mutating func add(_ number: Int) {
    VariableNumber.append(number, to: &bytes)
  }

  private mutating func addSigned(_ number: Int) {
    add(number << 1 ^ number >> (Int.bitWidth - 1))
  }
}

extension ReadingEncoder {
  /// How far ahead of the cursor a piece is looked for.
  private static let reach = 512
  /// A shorter copy is not worth its place.
  private static let shortest = 4

  /// A text is its length, then pieces until the length is reached: `length * 2` and a step from the cursor for a copy,
  /// `length * 2 + 1` and the bytes for anything else.
  private mutating func add(_ text: String) {
    let wanted = Array(text.utf8)
    add(wanted.count)
    var start = 0
    var stride = 1
    while start < wanted.count {
      if let copy = copy(of: wanted, from: start) {
        add(copy.count << 1)
        addSigned(copy.lowerBound - cursor)
        cursor = copy.upperBound
        start += copy.count
        stride = 1
      } else {
        start += addVerbatim(wanted, from: start, stride: stride)
        stride = min(stride * 2, 4096)
      }
    }
  }

  /// Writes bytes that were not found. Strides grow, so that a text that is nowhere in the original stays linear.
  private mutating func addVerbatim(_ wanted: [UInt8], from start: Int, stride: Int) -> Int {
    let piece = wanted[start..<min(start + stride, wanted.count)]
    add(piece.count << 1 | 1)
    bytes.append(contentsOf: piece)
    return piece.count
  }

  /// The place near the cursor at which the original goes on as the text does.
  private func copy(of wanted: [UInt8], from start: Int) -> Range<Int>? {
    let needed = min(Self.shortest, wanted.count - start)
    let last = min(cursor + Self.reach, original.count - needed)
    guard cursor <= last else { return nil }
    for place in cursor...last where original[place] == wanted[start] {
      var length = 1
      while start + length < wanted.count, place + length < original.count,
        original[place + length] == wanted[start + length]
      {
        length += 1
      }
      if length >= needed { return place..<(place + length) }
    }
    return nil
  }
}

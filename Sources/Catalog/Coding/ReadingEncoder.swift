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
  /// Made when the way is lost for the first time.
  private var index: OriginalIndex?

  static func encode(_ reading: Reading, original: [UInt8]) -> [UInt8] {
    var encoder = ReadingEncoder(original: original)
    encoder.bytes = ReadingFormat.mark + [ReadingFormat.version]
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
      encoder.add(section.level << 1 | (section.isQuestion ? 1 : 0))
      encoder.add(section.blocks) { $0.add($1) }
    }
    add(story.publisher)
    add(story.authors) { $0.add($1) }
    add(story.url)
    add(story.published == nil ? 0 : 1)
    if let published = story.published { addSigned(Int(published.seconds)) }
  }

  private mutating func add(_ block: Block) {
    let flags =
      (block.containers.isEmpty ? 0 : BlockCode.hasContainers) | (block.spans.isEmpty ? 0 : BlockCode.hasSpans)
    switch block.kind {
    case .prose: add(BlockCode.prose | flags)
    case .code(nil): add(BlockCode.code | flags)
    case .code(let language?):
      add(BlockCode.codeOfLanguage | flags)
      add(language)
    case .table: add(BlockCode.table | flags)
    case .image(let url):
      add(BlockCode.image | flags)
      add(url)
    case .rule: add(BlockCode.rule | flags)
    }
    if !block.containers.isEmpty { add(block.containers) { $0.add($1) } }
    add(block.text)
    if !block.spans.isEmpty { add(block.spans) { $0.add($1) } }
    add(block.citations) { $0.add($1) }
  }

  private mutating func add(_ container: Block.Container) {
    switch container {
    case .quote: add(ContainerCode.quote)
    case .item(let item):
      add(ContainerCode.item)
      add(item.marker)
      add(item.list)
      add(item.number)
    }
  }

  private mutating func add(_ span: Block.Span) {
    add(span.range.lowerBound)
    add(span.range.count)
    switch span.style {
    case .emphasis: add(SpanCode.emphasis)
    case .strong: add(SpanCode.strong)
    case .code: add(SpanCode.code)
    case .link(let url):
      add(SpanCode.link)
      add(url)
    }
  }

  private mutating func add(_ citation: Citation) {
    add(citation.place)
    add(citation.host)
    add((citation.url == nil ? 0 : 1) | (citation.label == nil ? 0 : 2))
    if let url = citation.url { add(url) }
    if let label = citation.label { add(label) }
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
  /// How far ahead of the cursor a piece is looked for first.
  private static let reach = 512
  /// A shorter copy is not worth its place.
  private static let shortest = 4

  /// A text is its length, then pieces until the length is reached: `length * 2` and a step from the cursor for a copy,
  /// `length * 2 + 1` and the bytes for anything else.
  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  private mutating func add(_ wanted: UnsafeBufferPointer<UInt8>) {
    add(wanted.count)
    var start = 0
    var stride = 1
    while start < wanted.count {
      if let copy = copy(of: wanted, from: start) {
        add(copy)
        start += copy.count
        stride = 1
      } else if let found = find(wanted, from: start) {
        if found.skip > 0 { addVerbatim(wanted[start..<(start + found.skip)]) }
        add(found.copy)
        start += found.skip + found.copy.count
        stride = 1
      } else {
        // Strides grow, so that a text that is nowhere in the original stays linear.
        let end = min(start + stride, wanted.count)
        addVerbatim(wanted[start..<end])
        start = end
        stride = min(stride * 2, 4096)
      }
    }
  }

  private mutating func add(_ copy: Range<Int>) {
    add(copy.count << 1)
    addSigned(copy.lowerBound - cursor)
    cursor = copy.upperBound
  }

  private mutating func addVerbatim(_ piece: Slice<UnsafeBufferPointer<UInt8>>) {
    add(piece.count << 1 | 1)
    bytes.append(contentsOf: piece)
  }

  /// The place near the cursor at which the original goes on as the text does.
  private func copy(of wanted: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    let needed = min(Self.shortest, wanted.count - start)
    let last = min(cursor + Self.reach, original.count - needed)
    guard cursor <= last else { return nil }
    return original.withUnsafeBufferPointer { original in
      let first = wanted[start]
      for place in cursor...last where original[place] == first {
        let length = Self.same(wanted, from: start, original, from: place)
        if length >= needed { return place..<(place + length) }
      }
      return nil
    }
  }

  /// How many bytes are the same in both, from two places on.
  private static func same(
    _ left: UnsafeBufferPointer<UInt8>, from start: Int, _ right: UnsafeBufferPointer<UInt8>, from place: Int
  ) -> Int {
    let most = min(left.count - start, right.count - place)
    var length = 0
    while length + 8 <= most {
      let difference = word(left, at: start + length) ^ word(right, at: place + length)
      if difference != 0 { return length + difference.trailingZeroBitCount / 8 }
      length += 8
    }
    while length < most, left[start + length] == right[place + length] { length += 1 }
    return length
  }

  /// Eight bytes, the first lowest.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The same anywhere in the original, a little further on in the text if need be: what stands between the words of a page
  /// may be longer than the words.
  private mutating func find(_ wanted: UnsafeBufferPointer<UInt8>, from start: Int) -> (skip: Int, copy: Range<Int>)? {
    guard original.count > Self.reach, wanted.count - start >= OriginalIndex.shortest else { return nil }
    let index = self.index ?? OriginalIndex(original)
    self.index = index
    return index.find(wanted, from: start, near: cursor, in: original)
  }
}

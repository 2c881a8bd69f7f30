/// Makes of a story what the lines behind it say of its blocks, citations and sections.
struct CanonicalAmending {
  private(set) var story: Story
  /// By the number of its block from 0: which of the citations are there only because links are.
  private let cited: [Int: [Int]]
  private let ledeCount: Int
  /// Where the block of a number stands, in sections.
  private var places: [(section: Int, block: Int)] = []

  init(_ story: Story, cited: [Int: [Int]]) {
    (self.story, self.cited, ledeCount) = (story, cited, story.lede.count)
  }

  /// Takes the changes in; gives the lines of those that say nothing of this story.
  mutating func apply(_ amendments: [CanonicalAmendment]) -> [Range<Int>] {
    guard !amendments.isEmpty else { return [] }
    for section in story.sections.indices {
      places += story.sections[section].blocks.indices.map { (section, $0) }
    }
    var refused: [Range<Int>] = []
    var said: Set<String> = []
    // Citations are counted once all of them are there.
    let (ofCitations, others) = (amendments.filter(\.isOfCitation), amendments.filter { !$0.isOfCitation })
    for amendment in others {
      let isSaidOnce =
        amendment.mayRepeat || said.insert("\(amendment.change.written.name) \(amendment.number)").inserted
      if !isSaidOnce || !apply(amendment) { refused.append(amendment.line) }
    }
    order(others)
    let numbers = ofCitations.isEmpty ? [] : citations()
    for amendment in ofCitations {
      guard amendment.number <= numbers.count else {
        refused.append(amendment.line)
        continue
      }
      let (block, index) = numbers[amendment.number - 1]
      _ = change(block) { $0.citations[index].set(amendment.change) }
    }
    return refused
  }

  private mutating func apply(_ amendment: CanonicalAmendment) -> Bool {
    let number = amendment.number - 1
    if case .question(let asks) = amendment.change {
      guard number < story.sections.count else { return false }
      story.sections[number].isQuestion = asks
      return true
    }
    guard number < ledeCount + places.count else { return false }
    let cited = cited[number] ?? []
    return change(number) { $0.set(amendment.change, cited: cited) }
  }

  /// Brings what was added into the order in which it stands.
  private mutating func order(_ amendments: [CanonicalAmendment]) {
    for number in Set(amendments.filter(\.mayRepeat).map(\.number)) where number <= ledeCount + places.count {
      _ = change(number - 1) { block in
        block.spans = block.spans.inReadingOrder
        block.citations = block.citations.inReadingOrder
        return true
      }
    }
  }

  private mutating func change(_ number: Int, _ body: (inout Block) -> Bool) -> Bool {
    if number < ledeCount { return body(&story.lede[number]) }
    let (section, block) = places[number - ledeCount]
    return body(&story.sections[section].blocks[block])
  }

  /// The block of each citation, and its number there.
  private func citations() -> [(block: Int, index: Int)] {
    var numbers: [(Int, Int)] = []
    for (number, block) in story.blocks.enumerated() { numbers += block.citations.indices.map { (number, $0) } }
    return numbers
  }
}

extension CanonicalAmendment {
  /// Whether one block may have several of them.
  fileprivate var mayRepeat: Bool {
    switch change {
    case .span, .source: true
    default: false
    }
  }

  fileprivate var isOfCitation: Bool {
    switch change {
    case .address, .label: true
    default: false
    }
  }
}

extension Citation {
  fileprivate mutating func set(_ change: CanonicalAmendment.Change) -> Bool {
    switch change {
    case .address(let url): self.url = url
    case .label(let label): self.label = label
    default: return false
    }
    return true
  }
}

extension Block {
  fileprivate mutating func set(_ change: CanonicalAmendment.Change, cited: [Int]) -> Bool {
    switch (change, kind) {
    case (.language(let language), .code): kind = .code(language: language)
    case (.image(let url), .image): kind = .image(url: url)
    case (.columns(let count), .table): return cutFirstRow(to: count)
    case (.containers(let containers), _): self.containers = containers
    case (.linksAlone, _):
      let cited = Set(cited)
      citations = citations.enumerated().filter { !cited.contains($0.offset) }.map(\.element)
    case (.source(let place, let host), _):
      guard text.isBoundary(place) else { return false }
      citations.append(Citation(place: place, host: host))
    case (.span(let span), _):
      guard text.isBoundary(span.range.lowerBound), text.isBoundary(span.range.upperBound) else { return false }
      spans.append(span)
    default: return false
    }
    return true
  }

  /// Takes away the empty cells that were written so that no row is longer than the first.
  private mutating func cutFirstRow(to count: Int) -> Bool {
    var cells = 0
    var index = text.utf8.startIndex
    while index < text.utf8.endIndex, text.utf8[index] != 0x0A {
      if text.utf8[index] == 0x09 {
        cells += 1
        if cells == count { break }
      }
      index = text.utf8.index(after: index)
    }
    let end = text.utf8[index...].firstIndex { $0 == 0x0A || $0 != 0x09 } ?? text.utf8.endIndex
    guard cells == count, index < end, end == text.utf8.endIndex || text.utf8[end] == 0x0A else { return false }
    let cut = text.utf8.distance(from: index, to: end)
    let place = text.utf8.distance(from: text.utf8.startIndex, to: end)
    text.removeSubrange(index..<end)
    spans = spans.map { span in
      let start = span.range.lowerBound >= place ? span.range.lowerBound - cut : span.range.lowerBound
      let end = span.range.upperBound >= place ? span.range.upperBound - cut : span.range.upperBound
      return Span(start..<max(start, end), span.style)
    }
    for index in citations.indices where citations[index].place >= place { citations[index].place -= cut }
    return true
  }
}

extension String {
  /// Whether a scalar opens at an offset, or the text ends there.
  func isBoundary(_ offset: Int) -> Bool {
    guard (0...utf8.count).contains(offset) else { return false }
    return offset == utf8.count || utf8[utf8.index(utf8.startIndex, offsetBy: offset)] & 0xC0 != 0x80
  }
}

import Briefing

/// A bookmark as bytes: kind of block, its numbers, the offset, then the open sections and the read ones.
enum BookmarkCoding {
  static func encode(_ bookmark: Bookmark) -> [UInt8] {
    var bytes: [UInt8] = []
    let (kind, first, second) = numbers(of: bookmark.place.block)
    for number in [kind, first, second, max(0, bookmark.place.offset)] { VariableNumber.append(number, to: &bytes) }
    for sections in [bookmark.open, bookmark.read] {
      let sections = sections.filter { $0 >= 0 }.sorted()
      VariableNumber.append(sections.count, to: &bytes)
      var last = 0
      for section in sections {
        VariableNumber.append(section - last, to: &bytes)
        last = section
      }
    }
    return bytes
  }

  /// Nil if the bytes make no sense.
  static func decode(_ bytes: [UInt8]) -> Bookmark? {
    var place = 0
    func number() -> Int? { VariableNumber.read(from: bytes, at: &place).flatMap { $0 >= 0 ? $0 : nil } }
    func sections() -> Set<Int>? {
      guard let count = number(), count <= bytes.count else { return nil }
      var sections: Set<Int> = []
      var last = 0
      for _ in 0..<count {
        guard let step = number(), step < 1 << 40 else { return nil }
        last += step
        sections.insert(last)
      }
      return sections
    }
    guard let kind = number(), let first = number(), let second = number(), let offset = number(),
      let block = block(kind, first, second), let open = sections(), let read = sections()
    else { return nil }
    return Bookmark(place: Place(block, offset: offset), open: open, read: read)
  }

  private static func numbers(of block: Place.Block) -> (Int, Int, Int) {
    switch block {
    case .headline: (0, 0, 0)
    case .bullet(let index): (1, index, 0)
    case .lede(let index): (2, index, 0)
    case .heading(let section): (3, section, 0)
    case .paragraph(let section, let index): (4, section, index)
    }
  }

  private static func block(_ kind: Int, _ first: Int, _ second: Int) -> Place.Block? {
    switch kind {
    case 0: .headline
    case 1: .bullet(first)
    case 2: .lede(first)
    case 3: .heading(section: first)
    case 4: .paragraph(section: first, index: second)
    default: nil
    }
  }
}

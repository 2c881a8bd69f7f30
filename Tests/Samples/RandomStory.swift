public import Briefing

/// Stories of every kind of block, put together by chance: the same for the same seed.
public struct RandomStory {
  private var state: UInt64

  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A story as a parser may give it: words with single spaces, spans on whole words, lists numbered in reading order.
  public mutating func next() -> Story {
    var story = Story(headline: words(1...6))
    story.summary = (0..<number(4)).map { _ in words(2...9) }
    var lists = 0
    story.lede = blocks(&lists)
    story.sections = (0..<number(5)).map { _ in
      Section(
        heading: words(1...5) + (number(3) > 0 ? "?" : ""), level: 1 + number(6), blocks: blocks(&lists))
    }
    if number(2) == 0 { story.publisher = words(1...2) }
    story.authors = (0..<number(3)).map { _ in words(2...3) }
    return story.withQuestionsMarked()
  }

  private mutating func blocks(_ lists: inout Int) -> [Block] {
    (0..<number(6)).map { _ in block(&lists) }
  }

  private mutating func block(_ lists: inout Int) -> Block {
    var block: Block
    switch number(9) {
    case 0:
      block = Block(
        text: (0...number(4)).map { _ in (number(2) == 0 ? "  " : "") + words(0...5) }.joined(separator: "\n"),
        kind: .code(language: number(2) == 0 ? nil : "swift"))
    case 1:
      let columns = 1 + number(4)
      let rows = (0...number(3)).map { _ in (0..<columns).map { _ in words(0...3) }.joined(separator: "\t") }
      block = Block(text: rows.joined(separator: "\n"), kind: .table)
    case 2: block = Block(text: words(0...4), kind: .image(url: address()))
    case 3: block = Block(text: "", kind: .rule)
    default: block = prose()
    }
    for _ in 0..<max(0, number(5) - 2) {
      if number(2) == 0 {
        block.containers.append(.quote)
      } else {
        block.containers.append(
          .item(Block.Item(marker: number(2) == 0 ? Block.Item.bullet : "\(1 + number(12)).", list: lists, number: 0)))
        lists += 1
      }
    }
    return block
  }

  private mutating func prose() -> Block {
    var block = Block(text: words(1...12))
    let edges =
      [0] + block.text.utf8.enumerated().filter { $0.element == 0x20 }.flatMap { [$0.offset, $0.offset + 1] }
      + [block.text.utf8.count]
    var start = 0
    while number(3) > 0, start + 1 < edges.count {
      let from = start + (start % 2)
      let end = from + 1 + 2 * number(3)
      guard end < edges.count else { break }
      let style: Block.Span.Style = [.emphasis, .strong, .code, .link(url: address())][number(4)]
      block.spans.append(Block.Span(edges[from]..<edges[end], style))
      start = end + 1
    }
    block.citations = (0..<number(3)).map { _ in
      let end = edges[min(edges.count - 1, 1 + 2 * number(edges.count / 2))]
      return Citation(
        place: end, host: "h\(number(9)).example", url: number(2) == 0 ? nil : address(),
        label: number(3) == 0 ? words(1...3) : nil)
    }.sorted { $0.place < $1.place }
    return block
  }

  private mutating func address() -> String {
    "https://h\(number(9)).example/" + ["", "a_b*c", "x(y)", "?q=[1]&r=2#f", "a%20b|c"][number(5)]
  }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    let count = count.lowerBound + number(count.count)
    return (0..<count).map { _ in Self.vocabulary[number(Self.vocabulary.count)] }.joined(separator: " ")
  }

  private mutating func number(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % max(1, limit)
  }

  private static let vocabulary = [
    "rain", "port", "the", "crane", "a", "*star*", "_low_", "`tick`", "[3]", "(see", "here)", "#tag", "1.", "2)", "-",
    "+",
    ">", "|", "\\", "<b>", "&amp;", "~~gone~~", "![x]", "http://x.example/y", "雨", "مطر", "“quoted”", "end.", "3 %",
    "C++", "***", "===", "```", "(host.example)", "half\u{A0}tied", "🌧", "e\u{301}",
  ]
}

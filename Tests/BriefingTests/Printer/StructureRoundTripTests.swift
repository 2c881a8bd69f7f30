import Samples
import Testing

@testable import Briefing

/// Blocks of every kind, what is set apart in them, and what they stand in come back from both forms.
@Suite("Structure, written and read back")
struct StructureRoundTripTests {
  typealias Form = RoundTripTests.Form

  @Test("An article with one of everything comes back", arguments: Form.allCases)
  func article(_ form: Form) {
    #expect(flaw(of: Reading(story: BlockSamples.article), in: form) == nil)
  }

  @Test(
    "So do stories put together by chance", .enabled(if: Thorough.isWanted), .timeLimit(.minutes(20)),
    arguments: Form.allCases)
  func chance(_ form: Form) {
    var stories = RandomStory(seed: 31)
    for number in 0..<2000 {
      if let flaw = flaw(of: Reading(story: stories.next()), in: form) {
        Issue.record("story \(number): \(flaw)")
        return
      }
    }
  }

  @Test(
    "So do those in which ranges, places, lists and markers are none that a text would have",
    .enabled(if: Thorough.isWanted),
    arguments: Form.allCases)
  func oddities(_ form: Form) {
    var stories = OddStory(seed: 5)
    for number in 0..<1500 {
      if let flaw = flaw(of: Reading(story: stories.next()), in: form) {
        Issue.record("story \(number): \(flaw)")
        return
      }
    }
  }

  @Test(
    "A block ten thousand quotes and items deep comes back, and so does a table of five thousand columns",
    .enabled(if: Thorough.isWanted),
    arguments: Form.allCases)
  func extremes(_ form: Form) {
    let deep = (0..<10_000).map { $0 % 3 == 0 ? Block.Container.quote : BlockSamples.item($0, 0) }
    let code = (0..<2000).map { "line \($0)" }.joined(separator: "\n")
    let row = (0..<5000).map { "c\($0)" }.joined(separator: "\t")
    let story = Story(
      headline: "Deep",
      lede: [
        Block(text: "So deep.", containers: deep), Block(text: code, kind: .code(language: nil), containers: deep),
        Block(text: "one\n\(row)\n\tb", kind: .table), Block(text: row, kind: .table),
      ])
    #expect(flaw(of: Reading(story: story), in: form) == nil)
    #expect(form.text(of: Reading(story: story)).utf8.count < 3_000_000)
  }

  @Test("Damaged text of the second form loses no letter", .enabled(if: Thorough.isWanted), arguments: Form.allCases)
  func damage(_ form: Form) {
    let whole = Array(form.text(of: Reading(story: BlockSamples.article)).utf8)
    let start = form == .text ? whole.firstRange(of: Array("# How".utf8))?.lowerBound ?? 0 : 0
    let mark = Array((form == .text ? "\n---\n" : "\n<!-- courant").utf8)
    let end = whole[start...].firstRange(of: mark)?.lowerBound ?? whole.count
    var chance = Chance(state: 77)
    let pieces = ["", "`", "```", "\n", "> ", "- ", "|", "**", "[", "](", ")", "\\", "\t", "\n\n---\n", "<!-- -->"].map
    { Array($0.utf8) }
    for _ in 0..<1500 {
      var damaged = whole
      let place = start + chance.number(end - start)
      let piece = pieces[chance.number(pieces.count)]
      let limit = min(end, place + (piece.isEmpty ? 1 + chance.number(3) : chance.number(2)))
      damaged.replaceSubrange(place..<limit, with: piece)
      let body = String(decoding: damaged[start..<(end + damaged.count - whole.count)], as: UTF8.self)
      let kept = Self.kept(of: StoryParser.parse(damaged))
      for word in Self.words(in: body) where !kept.contains(word) {
        Issue.record("\(word) is lost of: \(body)")
        return
      }
    }
  }

  private static func words(in text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.map(String.init)).subtracting(["www", "empty"])
  }

  private static func kept(of reading: Reading) -> String {
    let story = reading.story
    var texts =
      [story.headline, story.publisher ?? "", story.url ?? ""] + story.summary + story.authors
      + story.sections.map(\.heading)
    for block in story.blocks {
      texts += [block.text, "\(block.kind)", "\(block.containers)", "\(block.spans)", "\(block.citations)"]
    }
    return (texts + reading.setAside.map(\.text)).joined(separator: " ").lowercased()
  }

  /// What is not as it was; nil if everything is.
  private func flaw(of reading: Reading, in form: Form) -> String? {
    let text = form.text(of: reading)
    let again = read(text)
    if again.story != reading.story {
      return "\(text)\n\(Self.difference(reading.story, again.story))"
    }
    if !again.setAside.isEmpty { return "\(text)\nset aside: \(again.setAside.map(\.text))" }
    if again.story.fingerprint != reading.story.fingerprint { return "another fingerprint: \(text)" }
    return form.text(of: again).utf8.elementsEqual(text.utf8)
      ? nil : "not the same bytes:\n\(text)\n\(form.text(of: again))"
  }

  private static func difference(_ story: Story, _ again: Story) -> String {
    for (block, other) in zip(story.blocks, again.blocks) where block != other { return "\(block)\n\(other)" }
    return "\(story.blocks.count) blocks, \(again.blocks.count): \(story) \(again)"
  }
}

/// Stories whose structure no text would have: ranges and places anywhere, lists in any order, markers of any kind.
private struct OddStory {
  private var stories: RandomStory
  private var chance: Chance

  init(seed: UInt64) { (stories, chance) = (RandomStory(seed: seed), Chance(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)) }

  mutating func next() -> Story {
    var story = stories.next()
    for index in story.lede.indices { disturb(&story.lede[index]) }
    for section in story.sections.indices {
      if number(4) == 0 { story.sections[section].isQuestion.toggle() }
      if number(6) == 0 { story.sections[section].heading = "" }
      for index in story.sections[section].blocks.indices { disturb(&story.sections[section].blocks[index]) }
    }
    if number(5) == 0 { story.headline = "" }
    if number(3) == 0 { story.url = "https://h\(number(9)).example/own" }
    return story
  }

  private mutating func disturb(_ block: inout Block) {
    if number(8) == 0, block.kind == .prose { block = Block(text: "", containers: block.containers) }
    for _ in 0..<number(3) {
      let (from, to) = (place(in: block.text), place(in: block.text))
      let style: Block.Span.Style = [.emphasis, .strong, .code, .link(url: url())][number(4)]
      if from < to { block.spans.append(Block.Span(from..<to, style)) }
    }
    for _ in 0..<max(0, number(4) - 2) {
      block.citations.append(
        Citation(
          place: place(in: block.text), host: "h\(number(3)).example", url: number(2) == 0 ? nil : url(),
          label: number(2) == 0 ? nil : ["h1.example", "A b", "x]y(z", "`t`", "a.b"][number(5)]))
    }
    block.spans = block.spans.inReadingOrder
    block.citations = block.citations.inReadingOrder
    if number(3) == 0 {
      let marker = [Block.Item.bullet, "7)", "12.", "iv.", "a \"b\" \\", "", "1234567890."][number(7)]
      block.containers.append(.item(Block.Item(marker: marker, list: number(4), number: number(3))))
    }
    if number(9) == 0 { block.containers = block.containers.filter { $0 == .quote } }
    switch block.kind {
    case .code: block.kind = .code(language: [nil, "", "a b", "c++", "`", "Objective-C"][number(6)])
    case .image: block.kind = .image(url: url())
    case .table where number(3) == 0: block.text += "\n" + String(repeating: "\tx", count: number(9))
    default: break
    }
  }

  private mutating func url() -> String {
    [
      "https://h1.example/", "https://h2.example/(a", "mailto:a@b.example", "", "/a b", "data:x|y",
      "https://www.h1.example/?a=1&b=2;",
    ][number(7)]
  }

  private mutating func place(in text: String) -> Int {
    let scalars = text.unicodeScalars
    let index = scalars.index(scalars.startIndex, offsetBy: number(scalars.count + 1))
    return text.utf8.distance(from: text.startIndex, to: index)
  }

  private mutating func number(_ limit: Int) -> Int { chance.number(limit) }
}

/// Numbers that look like chance: the same for the same beginning.
private struct Chance {
  var state: UInt64

  mutating func number(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % max(1, limit)
  }
}

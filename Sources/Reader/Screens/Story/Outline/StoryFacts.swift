import Briefing

/// What is counted once when a story is opened: its sources in order, how long it takes to read, and what its headings are.
struct StoryFacts: Hashable, Sendable {
  private var cited = CitedHosts()
  /// Whole minutes at an unhurried pace, at least 1.
  private(set) var minutes = 1
  /// The level of the highest heading.
  private(set) var topLevel = Section.usualLevel
  /// How many headings ask something, and whether all do.
  private(set) var questions = 0
  private(set) var asksAlone = true
  /// Whether words lead to addresses.
  private(set) var hasLinks = false
  /// Whether some blocks are tables, and whether some stand in quotes or lists.
  private(set) var hasTables = false
  private(set) var hasContainers = false

  init(_ story: Story) {
    var letters = story.summary.reduce(0) { $0 + Self.letters(in: $1) }
    for paragraph in story.lede { letters += count(paragraph) }
    for section in story.sections {
      letters += Self.letters(in: section.heading)
      for paragraph in section.blocks { letters += count(paragraph) }
    }
    count(story.sections)
    minutes = max(1, (letters + Self.lettersPerMinute / 2) / Self.lettersPerMinute)
  }

  /// The distinct hosts, in order of first appearance.
  var hosts: [String] { cited.hosts }
  /// How many citations name each host, in the order of `hosts`.
  var claims: [Int] { cited.claims }

  /// The first citation of each, in the same order.
  var firstCitations: [Citation] { cited.first }

  /// The number of a host, from 1; 0 for a host that the story does not cite.
  func number(of host: String) -> Int {
    (cited.index(of: host) ?? -1) + 1
  }

  private mutating func count(_ sections: [Section]) {
    questions = sections.count(where: \.isQuestion)
    asksAlone = questions == sections.count
    topLevel = sections.lazy.map(\.level).min() ?? Section.usualLevel
  }

  private mutating func count(_ paragraph: Block) -> Int {
    hasTables = hasTables || paragraph.kind == .table
    hasContainers = hasContainers || !paragraph.containers.isEmpty
    hasLinks = hasLinks || paragraph.spans.contains(where: \.isLink)
    cited.add(paragraph.citations)
    return Self.letters(in: paragraph.text)
  }

  /// About 230 English words.
  private static let lettersPerMinute = 1380

  /// Letters as the eye takes them in: one of a script written in syllables or ideas counts for three.
  private static func letters(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      bytes.reduce(0) { count, byte in
        switch byte {
        case 0x80..<0xC0: count
        case 0xE3...0xED: count + 3
        default: count + 1
        }
      }
    }
  }
}

extension Block.Span {
  fileprivate var isLink: Bool {
    if case .link = style { true } else { false }
  }
}

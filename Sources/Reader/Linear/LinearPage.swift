import Briefing
import Canvas

/// Lines being written one below the other.
struct LinearPage {
  private(set) var text = ""
  private let width: Int
  private let facts: StoryFacts
  private var skips = false

  init(width: Int, facts: StoryFacts) {
    self.width = width
    self.facts = facts
  }

  /// Leaves one blank line before what comes next, if anything does.
  mutating func skip() {
    skips = !text.isEmpty
  }

  /// Writes words with a mark before the first line, under which the others hang. No words write nothing.
  mutating func write(_ words: String, after mark: String = "", citations: [Citation] = []) {
    guard !words.isEmpty || !citations.isEmpty else { return }
    // Where columns are few they belong to the words.
    let indent = mark.count * 4 <= width ? mark.count : 0
    let part = PartText(words: words, citations: citations)
    let pieces = Pieces(words)
    var lead = indent > 0 ? mark : ""
    for piece in 0..<pieces.count {
      for line in MarkedText(part, range: pieces[piece], facts: facts).lines(columns: width - indent) {
        writeWhole(lead + line.runs.map(\.text).joined())
        lead = String(repeating: " ", count: indent)
      }
    }
  }

  /// Writes a paragraph and leaves a blank line below it.
  mutating func write(_ paragraph: Block, after indent: String = "") {
    write(paragraph.text, after: indent, citations: paragraph.citations)
    skip()
  }

  /// Writes one line, however wide it is.
  mutating func writeWhole(_ line: String) {
    if skips { text += "\n" }
    skips = false
    text += line
    text += "\n"
  }

  /// Writes the footnotes: each source with the whole addresses that the story gives for it.
  mutating func writeSources(of story: Story) {
    guard !facts.hosts.isEmpty else { return }
    var addresses: [String: [String]] = [:]
    var seen: Set<String> = []
    for citation in story.blocks.lazy.flatMap(\.citations) {
      guard let url = citation.url, seen.insert(url).inserted else { continue }
      addresses[citation.host, default: []].append(url)
    }
    skip()
    writeWhole("Sources")
    skip()
    for (index, host) in facts.hosts.enumerated() {
      writeWhole("[\(index + 1)] \(host)")
      for url in addresses[host] ?? [] { writeWhole("    \(url)") }
    }
  }
}

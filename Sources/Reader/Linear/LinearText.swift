public import Briefing
import Canvas

/// A story as plain lines from top to bottom, for a pipe, a mail, a printer or a screen reader.
///
/// Sources are footnotes: their numbers stand where the claims do, and what they stand for at the end.
public enum LinearText {
  /// The lines of a story, each ended by a newline and at most `width` columns wide; addresses and lines of code are never
  /// broken.
  ///
  /// What was set aside is not among them. Costs one pass over the story.
  public static func lines(of detail: StoryDetail, width: Int, dates: DateStyle = .auto) -> String {
    let facts = StoryFacts(detail.story)
    var page = LinearPage(width: max(1, width), facts: facts)
    page.write(detail.story.headline)
    page.write(byline(of: detail, facts, dates))
    if let url = detail.story.url { page.writeWhole(url) }
    page.skip()
    for bullet in detail.story.summary { page.write(bullet, after: "- ") }
    page.skip()
    page.write(detail.story.lede)
    for section in detail.story.sections {
      page.write(section.heading)
      page.skip()
      page.write(section.blocks, after: "  ")
    }
    page.writeSources(of: detail.story)
    page.writeLinks(of: detail.story)
    return page.text
  }

  /// Several stories one after another, with a rule between them.
  public static func lines(of details: [StoryDetail]) -> String {
    details.map { lines(of: $0, width: usualWidth) }.joined(separator: rule)
  }

  /// As wide as the text is where nobody says otherwise, in columns.
  public static let usualWidth = 72
  /// What stands between two stories.
  public static let rule = "\n---\n\n"

  private static func byline(of detail: StoryDetail, _ facts: StoryFacts, _ dates: DateStyle) -> String {
    var items = detail.story.origins() + [detail.longDayLabel(dates)].compactMap(\.self)
    if facts.questions > 0 { items.append(counted(facts.questions, "question", "questions")) }
    if !facts.hosts.isEmpty { items.append(counted(facts.hosts.count, "source", "sources")) }
    return items.joined(separator: " · ")
  }
}

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

  /// Writes words with a marker before the first line, under which the others hang. No words write nothing.
  mutating func write(_ words: String, after marker: String = "") {
    guard !words.isEmpty else { return }
    write(PartText(words: words), first: marker, others: String(repeating: " ", count: Width.of(marker)))
  }

  /// Writes one line, however wide it is.
  mutating func writeWhole(_ line: String) {
    if skips { text += "\n" }
    skips = false
    text += line
    text += "\n"
  }

  /// Writes the lines of a text, what stands before the first one and before the others as wide as each other.
  private mutating func write(_ part: PartText, first: String, others: String) {
    // Where columns are few they belong to the words.
    let columns = Width.of(first)
    let indent = columns * 4 <= width ? columns : 0
    let composition = Composition(part, facts: facts, columns: width - indent, numbersLinks: true)
    var lead = indent > 0 ? first : ""
    for chunk in 0..<composition.chunks.count {
      for line in composition.lines(of: chunk, facts: facts) {
        if line.isApart { skip() }
        writeTrimmed(lead + line.text)
        lead = indent > 0 ? others : ""
      }
    }
  }

  private mutating func writeTrimmed(_ line: String) {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    writeWhole(String(line))
  }
}

/// Blocks.
extension LinearPage {
  private static let glyphs = BlockPrefix.Glyphs(bar: ">", bullet: "-")

  /// Writes blocks one below the other, and leaves a blank line below them.
  mutating func write(_ blocks: [Block], after indent: String = "") {
    for (index, block) in blocks.enumerated() {
      let before = blocks[safe: index - 1]
      if let before, block.isApart(from: before) { skip() }
      write(block, after: before, indent)
    }
    if !blocks.isEmpty { skip() }
  }

  private mutating func write(_ block: Block, after before: Block?, _ indent: String) {
    let prefix = BlockPrefix(of: block, after: before, columns: width / 2 - 2 * indent.count, glyphs: Self.glyphs)
    let (first, others) = (indent + prefix.text(isFirst: true), indent + prefix.text(isFirst: false))
    let part = PartText(block, prefix: prefix)
    if case .code = block.kind {
      writeCode(block.text, first: first, others: others)
    } else if !part.words.isEmpty || !part.citations.isEmpty || !part.opening.isEmpty {
      write(part, first: first, others: others)
    }
    if case .image(let url) = block.kind { writeWhole(others + url) }
  }

  /// Writes lines as they are, none of them broken.
  private mutating func writeCode(_ code: String, first: String, others: String) {
    var lead = first
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    for line in lines {
      writeTrimmed(line.isEmpty ? lead : lead + "    " + line)
      lead = others
    }
  }
}

/// What stands below a story.
extension LinearPage {
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

  /// Writes the addresses of links that are no sources, each with the words that lead there.
  mutating func writeLinks(of story: Story) {
    guard facts.hasLinks else { return }
    var seen = Set(story.blocks.lazy.flatMap(\.citations).compactMap(\.url))
    var hasTitle = false
    for block in story.blocks {
      for span in block.spans {
        guard case .link(let url) = span.style, seen.insert(url).inserted else { continue }
        skip()
        if !hasTitle {
          writeWhole("Links")
          skip()
          hasTitle = true
        }
        let words = String(block.text.slice(span.range.clamped(to: 0..<block.text.utf8.count)))
        if words != url { write(words) }
        writeWhole("    \(url)")
      }
    }
  }
}

extension StoryLine {
  /// What the line shows, from the column where its text begins.
  fileprivate var text: String {
    var text = ""
    var column = 0
    for run in runs {
      text += String(repeating: " ", count: max(0, run.column - column)) + run.text
      column = run.column + Width.of(run.text)
    }
    return text
  }
}

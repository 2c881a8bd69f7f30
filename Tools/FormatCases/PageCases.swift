import Briefing
import Formats

/// Reads the articles of pages.
enum PageCases {
  /// - Parameter line: an object with a `file` and the `url` that it was found at, which may be empty.
  static func answer(_ line: CaseLine) -> JSON {
    guard let bytes = line.text("file").flatMap(FormatCases.bytes(ofFile:)) else { return .null }
    let url = line.text("url").flatMap { $0.isEmpty ? nil : $0 }
    let page = Page.read(bytes, url: url)
    let story = page.reading.story
    var blocks = story.lede.flatMap(blocks(of:))
    for section in story.sections {
      blocks.append(block("heading", section.heading))
      blocks += section.blocks.flatMap(self.blocks(of:))
    }
    return .object([
      "kind": .string(page.kind.rawValue), "headline": .string(story.headline),
      "byline": .string(story.authors.isEmpty ? nil : story.authors.joined(separator: ", ")),
      "published": .string(story.published?.iso8601), "blocks": .array(blocks),
    ])
  }

  private static func blocks(of read: Block) -> [JSON] {
    let links = read.spans.compactMap { span -> JSON? in
      guard case .link(let url) = span.style, let lower = index(span.range.lowerBound, in: read.text),
        let upper = index(span.range.upperBound, in: read.text)
      else { return nil }
      return .object(["url": .string(url), "text": .string(String(read.text[lower..<upper]))])
    }
    switch read.kind {
    case .code: return [block("code", read.text, links)]
    case .table:
      let cells = read.rows.joined().filter { !$0.isEmpty }
      return cells.enumerated().map { block("cell", String($0.element), $0.offset == 0 ? links : []) }
    case .image, .rule: return []
    case .prose:
      if case .item? = read.containers.last { return [block("item", read.text, links)] }
      return [block(read.containers.isEmpty ? "paragraph" : "quote", read.text, links)]
    }
  }

  private static func index(_ offset: Int, in text: String) -> String.Index? {
    text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
  }

  private static func block(_ kind: String, _ text: String, _ links: [JSON] = []) -> JSON {
    .object(["kind": .string(kind), "text": .string(text), "links": .array(links)])
  }
}

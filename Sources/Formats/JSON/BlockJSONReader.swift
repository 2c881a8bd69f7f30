import Briefing

/// Reads the paragraphs of a story in JSON, which are its blocks.
///
/// What `export` writes says all of them exactly; of what `show --json` prints, lists and links are put together again as far
/// as it says them.
struct BlockJSONReader {
  /// What the block above stands in, and how many lists there were.
  private var above: [Block.Container] = []
  private var lists = 0
  /// Deeper than any list that was printed for people.
  private static let deepest = 64
  private static let highest = 999_999_999

  mutating func blocks(_ paragraphs: [StoryJSONReader]) throws(FormatError) -> [Block] {
    above = []
    var blocks: [Block] = []
    for paragraph in paragraphs {
      let block = try block(paragraph)
      // Nothing at all is no block, unless it says that it is one.
      if block != Block(text: "") || paragraph["kind"] != nil { blocks.append(block) }
      above = block.containers
    }
    return blocks
  }

  private mutating func block(_ paragraph: StoryJSONReader) throws(FormatError) -> Block {
    let kind = try Self.kind(of: paragraph)
    let text = try Self.text(of: paragraph, kind)
    // A line across has no words; what has is no line.
    var block = Block(text: text, kind: kind == .rule && !text.isEmpty ? .prose : kind)
    block.containers = try containers(of: paragraph)
    block.citations = try paragraph.citations(in: text)
    block.spans = try Self.spans(of: paragraph, in: text)
    return block
  }

  private static func kind(of paragraph: StoryJSONReader) throws(FormatError) -> Block.Kind {
    switch try paragraph.string("kind") {
    case nil, "prose", "item", "quote": return .prose
    case "code": return .code(language: try paragraph.text("language"))
    case "table": return .table
    case "image": return .image(url: try paragraph.string("url").flatMap(address) ?? "")
    case "rule": return .rule
    default: throw .strange(key: "kind")
    }
  }

  private static func text(of paragraph: StoryJSONReader, _ kind: Block.Kind) throws(FormatError) -> String {
    switch kind {
    case .prose, .image, .rule: return try paragraph.text("text") ?? ""
    case .code: return Gate.lines(of: try paragraph.string("text") ?? "", withTabs: true)
    case .table: break
    }
    guard let text = try paragraph.string("text") else {
      let rows = try paragraph.rows("rows")
      return rows.map { $0.map(Gate.words).joined(separator: "\t") }.joined(separator: "\n")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map { Gate.words(of: String($0)) }
        .joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// An address verbatim; nil for what none can have in it.
  private static func address(_ text: String) -> String? {
    text.utf8.count <= 8192 && !text.contains(where: \.isWhitespace) && Gate.text(of: text) == text ? text : nil
  }
}

extension BlockJSONReader {
  private mutating func containers(of paragraph: StoryJSONReader) throws(FormatError) -> [Block.Container] {
    guard let written = try paragraph.array("in") else { return try shownContainers(of: paragraph) }
    return try written.map { container throws(FormatError) in
      if container == .string("quote") { return .quote }
      guard let object = container.members else { throw .strange(key: "in") }
      let item = StoryJSONReader(object: object)
      return .item(
        Block.Item(
          marker: try item.text("marker") ?? Block.Item.bullet, list: Self.number(try item.integer("list")),
          number: Self.number(try item.integer("number"))))
    }
  }

  private static func number(_ number: Int?) -> Int { min(max(0, number ?? 0), highest) }

  /// What kind, depth and marker say: an item with a marker is the next of its list, one without goes on.
  private mutating func shownContainers(of paragraph: StoryJSONReader) throws(FormatError) -> [Block.Container] {
    let depth = min(max(0, try paragraph.integer("depth") ?? 0), Self.deepest)
    let isQuote = try paragraph.string("kind") == "quote"
    let quotes = min(max(0, try paragraph.integer("quoted") ?? (isQuote ? 1 : 0)), Self.deepest)
    let marker = try paragraph.text("marker")
    let quoted = Array(repeating: Block.Container.quote, count: quotes)
    guard depth > 0 else { return quoted }
    let goesOn = above.prefix(quotes).elementsEqual(quoted) ? above.dropFirst(quotes).prefix(depth) : []
    var items = goesOn.contains(.quote) ? [] : Array(goesOn)
    if items.count == depth, marker == nil { return quoted + items }
    let last = items.count == depth ? items.removeLast() : nil
    while items.count < depth - 1 { items.append(.item(newItem(Block.Item.bullet))) }
    items.append(.item(next(behind: last, marker ?? Block.Item.bullet)))
    return quoted + items
  }

  private mutating func next(behind last: Block.Container?, _ marker: String) -> Block.Item {
    guard case .item(let item) = last, (item.marker == Block.Item.bullet) == (marker == Block.Item.bullet) else {
      return newItem(marker)
    }
    return Block.Item(marker: marker, list: item.list, number: item.number + 1)
  }

  private mutating func newItem(_ marker: String) -> Block.Item {
    lists += 1
    return Block.Item(marker: marker, list: lists - 1, number: 0)
  }
}

extension BlockJSONReader {
  /// In the order of their beginnings; what leads nowhere, or stands nowhere, is words.
  private static func spans(of paragraph: StoryJSONReader, in text: String) throws(FormatError) -> [Block.Span] {
    guard paragraph["spans"] != nil else { return try shownLinks(of: paragraph, in: text) }
    let spans = try paragraph.objects("spans").map { span throws(FormatError) -> Block.Span? in
      let start = text.boundary(at: try span.integer("from") ?? 0)
      let end = text.boundary(at: try span.integer("to") ?? 0)
      guard let style = try style(of: span), start < end else { return nil }
      return Block.Span(start..<end, style)
    }
    return spans.compactMap { $0 }.inReadingOrder
  }

  private static func style(of span: StoryJSONReader) throws(FormatError) -> Block.Span.Style? {
    switch try span.string("style") {
    case "emphasis": return .emphasis
    case "strong": return .strong
    case "code": return .code
    case "link": return try span.string("url").flatMap(address).map { .link(url: $0) }
    default: throw .strange(key: "style")
    }
  }

  /// Links whose words are found in the text, one behind the other. Words longer than any link's are not looked for.
  private static func shownLinks(of paragraph: StoryJSONReader, in text: String) throws(FormatError) -> [Block.Span] {
    var spans: [Block.Span] = []
    let bytes = Array(text.utf8)
    var start = 0
    for link in try paragraph.objects("links") {
      let words = Array((try link.text("text") ?? "").utf8)
      let url = try link.string("url").flatMap(address)
      guard let url, (1...256).contains(words.count) else { continue }
      while start + words.count <= bytes.count, !bytes[start...].starts(with: words) { start += 1 }
      guard start + words.count <= bytes.count else { return spans }
      spans.append(Block.Span(start..<start + words.count, .link(url: url)))
      start += words.count
    }
    return spans
  }
}

import Briefing

/// What JSON says of the structure of a block: keys that are left out where they say nothing, so that plain paragraphs have
/// none of them.
extension Block {
  /// The kind of block, what it stands in and where its links lead. The marker of an item stands at its first block.
  func structureJSON(behind previous: Block?) -> [JSON.Member] {
    var members: [JSON.Member] = []
    func add(_ key: String, _ value: JSON) { members.append(JSON.Member(key: key, value: value)) }
    let items = containers.filter { $0 != .quote }
    let quotes = containers.count - items.count
    let name = kind.name ?? (!items.isEmpty ? "item" : quotes > 0 ? "quote" : nil)
    if let name { add("kind", .string(name)) }
    if let marker = marker(behind: previous) { add("marker", .string(marker)) }
    if !items.isEmpty { add("depth", .integer(items.count)) }
    if quotes > (name == "quote" ? 1 : 0) { add("quoted", .integer(quotes)) }
    switch kind {
    case .code(let language): if let language { add("language", .string(language)) }
    case .table: add("rows", .array(rows.map { .strings($0.map(String.init)) }))
    case .image(let url): add("url", .string(url))
    case .prose, .rule: break
    }
    if !links.isEmpty { add("links", .array(links)) }
    return members
  }

  /// That of the innermost item, where it begins.
  private func marker(behind previous: Block?) -> String? {
    guard let depth = containers.lastIndex(where: { $0 != .quote }), case .item(let item) = containers[depth] else {
      return nil
    }
    let goesOn =
      previous.map { $0.containers.count > depth && $0.containers[...depth] == containers[...depth] } ?? false
    return goesOn ? nil : item.marker
  }

  private var links: [JSON] {
    spans.compactMap { span in
      guard case .link(let url) = span.style else { return nil }
      return .object(["text": .string(text.words(in: span.range)), "url": .string(url)])
    }
  }
}

extension Block.Kind {
  /// Nil for prose.
  fileprivate var name: String? {
    switch self {
    case .prose: nil
    case .code: "code"
    case .table: "table"
    case .image: "image"
    case .rule: "rule"
    }
  }
}

extension String {
  /// What stands in a range of UTF-8 offsets, as much of it as there is.
  fileprivate func words(in range: Range<Int>) -> String {
    let bytes = utf8
    let start = bytes.index(bytes.startIndex, offsetBy: min(max(0, range.lowerBound), bytes.count))
    let end = bytes.index(bytes.startIndex, offsetBy: min(max(0, range.upperBound), bytes.count))
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }
}

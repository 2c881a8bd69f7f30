import Briefing

/// What sites put behind the words of their entries in feeds, which is none of them: where the entry came from, and that it
/// goes on.
struct FeedCrumbs {
  let headline: String
  /// The entry's own address.
  let link: String?

  /// What is longer says more than that.
  private static let (longest, shortest) = (400, 120)

  /// Takes crumbs off the end of an entry's blocks, and gives what was taken.
  func take(from blocks: inout [Block]) -> [String] {
    var taken: [String] = []
    while let last = blocks.last, last.kind == .rule || isCrumb(last) {
      if last.kind != .rule { taken.append(last.text) }
      if last.kind == .rule, taken.isEmpty { break }
      blocks.removeLast()
    }
    if let index = blocks.indices.last, let cut = takeTail(of: &blocks[index]) { taken.append(cut) }
    return taken
  }

  /// Whether a block only says which entry of which site it was, or leads there.
  private func isCrumb(_ block: Block) -> Bool {
    guard block.kind == .prose, block.text.utf8.count <= Self.longest else { return false }
    if namesEntry(block) { return true }
    guard block.text.utf8.count <= Self.shortest, let span = linkHome(in: block) ?? arrow(in: block) else {
      return false
    }
    // All of it is the link, but for signs around it.
    let rest = block.text.utf8.count - (span.range.upperBound - span.range.lowerBound)
    return rest <= 6
  }

  /// The only link of a block whose words end in an arrow, as in `Read full article >>`.
  private func arrow(in block: Block) -> Block.Span? {
    guard block.spans.count == 1, case .link = block.spans[0].style, block.text.utf8.count < 60 else { return nil }
    return [">>", "»", "→", "›", "⇒"].contains { block.text.hasSuffix($0) } ? block.spans[0] : nil
  }

  /// A sentence of two links, one to the entry by its title, and one to the site: `The post … appeared first on …`.
  private func namesEntry(_ block: Block) -> Bool {
    let links = block.spans.filter { if case .link = $0.style { true } else { false } }
    guard links.count == 2, !headline.isEmpty, let home = linkHome(in: block) else { return false }
    let linked = links.reduce(0) { $0 + $1.range.count }
    return letters(words(of: home, in: block)) == letters(headline) && block.text.utf8.count - linked < 60
  }

  /// A link at the end of a paragraph that leads to the entry itself, as in `… Continue reading`.
  private func takeTail(of block: inout Block) -> String? {
    guard block.kind == .prose, let span = linkHome(in: block), span.range.lowerBound > 0 else { return nil }
    let text = block.text
    let rest = text.utf8.count - span.range.upperBound
    guard rest <= 3, span.range.count <= Self.shortest,
      let cut = text.utf8.index(text.startIndex, offsetBy: span.range.lowerBound, limitedBy: text.endIndex)
    else { return nil }
    let head = String(text[..<cut])
    // What stands before it has to be ended, or cut: else the link is a part of the sentence.
    let end = head.last { !$0.isWhitespace }
    guard let end, ".!?…]。”»\")".contains(end) || head.hasSuffix("... ") else { return nil }
    let length = head.utf8.count - head.reversed().prefix { $0.isWhitespace }.count
    block.text = String(decoding: head.utf8.prefix(length), as: UTF8.self)
    block.spans = block.spans.compactMap { other in
      let range = other.range.clamped(to: 0..<length)
      return other == span || range.isEmpty ? nil : Block.Span(range, other.style)
    }
    block.citations.removeAll { $0.place > length }
    return String(text[cut...])
  }

  /// The last link of a block that leads to the entry.
  private func linkHome(in block: Block) -> Block.Span? {
    guard let link else { return nil }
    return block.spans.last { span in
      guard case .link(let url) = span.style else { return false }
      return plain(url) == plain(link)
    }
  }

  /// An address without what counts visitors, or names a place on the page.
  private func plain(_ url: String) -> Substring {
    var rest = url.prefix { $0 != "#" && $0 != "?" }
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return rest
  }

  private func words(of span: Block.Span, in block: Block) -> String {
    String(decoding: Array(block.text.utf8)[span.range], as: UTF8.self)
  }

  private func letters(_ text: String) -> [Character] {
    text.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
  }
}

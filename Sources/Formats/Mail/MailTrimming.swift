import Briefing

/// Takes off a letter that was a page what every letter of its kind says: how to read it in a browser, how to unsubscribe.
enum MailTrimming {
  /// How many of the first blocks, and of the last, are looked at.
  private static let head = 4
  private static let tail = 24
  /// How many bytes an offer to read in a browser has.
  private static let longestOffer = 160

  /// - Returns: the story without those blocks, and their words and addresses.
  static func trimmed(_ story: Story) -> (Story, footer: [SetAside]) {
    var (story, footer) = (story, [SetAside]())
    while let index = story.lede.prefix(head).firstIndex(where: isOffer) {
      footer += aside(story.lede.remove(at: index))
    }
    guard let end = end(of: story.blocks.map(\.text)) else { return (story, footer) }
    var surplus = max(0, story.blocks.count - end)
    while surplus > 0, let last = story.sections.indices.last {
      let taken = min(surplus, story.sections[last].blocks.count)
      footer += story.sections[last].blocks.suffix(taken).flatMap(aside)
      story.sections[last].blocks.removeLast(taken)
      surplus -= taken
      if story.sections[last].blocks.isEmpty { footer.append(words(story.sections.removeLast().heading)) }
    }
    footer += story.lede.suffix(surplus).flatMap(aside)
    story.lede.removeLast(surplus)
    return (story, footer)
  }

  /// Where the words on unsubscribing begin; nil where there are none, or nothing before them.
  private static func end(of texts: [String]) -> Int? {
    let first = max(1, texts.count - tail)
    guard first < texts.count else { return nil }
    return texts[first...].firstIndex { MailFooter.isHint(Array($0.utf8)[...]) }
  }

  private static func isOffer(_ block: Block) -> Bool {
    block.text.utf8.count <= longestOffer && MailFooter.isBrowserHint(Array(block.text.utf8)[...])
  }

  private static func aside(_ block: Block) -> [SetAside] {
    let links = block.spans.compactMap { span -> SetAside? in
      guard case .link(let url) = span.style, url != block.text else { return nil }
      return SetAside(place: 0..<0, text: url, reason: .address)
    }
    return (block.text.isEmpty ? [] : [words(block.text)]) + links
  }

  private static func words(_ text: String) -> SetAside {
    SetAside(place: 0..<0, text: Gate.words(of: text), reason: .footer)
  }
}

import Briefing

/// A page, or the entry of a feed.
extension StoryState {
  /// The story that marks and moves in the list are meant for.
  var subject: Row { entry ?? detail.row }

  /// Reads the whole page in the place of the feed's text, or the other way round.
  func changeText() -> [Step] {
    if let entry { return [.go(.feedText(of: entry.id))] }
    if detail.kind == .page { return [.say("this is the whole page already")] }
    guard detail.story.url != nil else { return [.say("where the page of this story is, is not known")] }
    guard isNewest else { return [.say("the page is that of the newest version")] }
    return [.go(.fullText(of: detail.row.id))]
  }

  /// What `x` does here; nothing where a story has no page of its own to be read.
  var textHints: [Hint] {
    if entry != nil { return [Hint(.fullText, "feed's text")] }
    return detail.kind == .entry && detail.story.url != nil ? [Hint(.fullText, "whole page")] : []
  }

  /// What `i` does on a page.
  var citingHints: [Hint] {
    detail.kind == .page && detail.story.url != nil ? [Hint(.sectionSources, "who cites it")] : []
  }

  /// The citation that is chosen.
  var chosenCitation: Citation? {
    if case .citation(let citation)? = citations.chosen.flatMap(target(of:)) { citation } else { nil }
  }

  /// Who cites the page.
  func showCiting() -> [Step]? {
    guard detail.kind == .page, let url = detail.story.url else { return nil }
    return [.go(.citing(url: url, headline: detail.story.headline))]
  }

  /// Goes to the heading that the end of an address of this very page names, as pages name their headings: in small letters,
  /// with hyphens for what is between the words. False where there is none.
  mutating func goToHeading(of url: String) -> Bool {
    guard let mark = url.firstIndex(of: "#") else { return false }
    let name = Self.letters(of: String(url[url.index(after: mark)...]))
    guard !name.isEmpty, let section = detail.story.sections.firstIndex(where: { Self.letters(of: $0.heading) == name })
    else { return false }
    citations.chosen = nil
    move(to: StorySpot(.block(.heading(section: section))))
    settle(fills: true)
    return true
  }

  private static func letters(of text: String) -> String {
    LetterFolding.folded(text).filter { $0.isLetter || $0.isNumber }
  }
}

extension StoryDetail {
  /// Whether it is an entry so short that it may be no more than the opening of its page.
  var isOpening: Bool {
    kind == .entry && story.url != nil && story.blocks.reduce(0) { $0 + $1.text.utf8.count } < Self.shortest
  }

  /// In bytes.
  private static let shortest = 600

  /// Whether no answers hide behind the headings: a page, or an entry that is no briefing.
  func isArticle(asksAlone: Bool) -> Bool { kind == .page || kind == .entry && !asksAlone }
}

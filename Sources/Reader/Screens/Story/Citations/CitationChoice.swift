import Briefing

/// Which citation is chosen, and the letters beside them while one is to be typed.
struct CitationChoice: Hashable, Sendable {
  /// The one that Enter follows.
  var chosen: CitationAnchor?
  var letters: LetterHints?

  /// Whether citations are walked or have letters.
  var areShown: Bool { chosen != nil || letters != nil }

  /// What comes of a letter.
  enum Typed: Hashable {
    /// More letters are to come, or it was called off.
    case nothing
    case met(CitationAnchor)
    /// No citation has these letters.
    case mistyped(String)
  }

  /// Takes a letter while there are letters beside citations; nil calls them off.
  mutating func type(_ letter: Character?) -> Typed {
    guard let letter, var hints = letters else {
      letters = nil
      return .nothing
    }
    hints.typed += letter.lowercased()
    letters = hints.met == nil && hints.canBeMet ? hints : nil
    return hints.met.map(Typed.met) ?? (hints.canBeMet ? .nothing : .mistyped(hints.typed))
  }
}

/// Letters beside the citations on the screen: typing them follows one.
struct LetterHints: Hashable, Sendable {
  let anchors: [CitationAnchor]
  var typed = ""

  /// Those under the fingers first.
  private static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

  /// As many of the anchors as can have letters.
  init(_ anchors: [CitationAnchor]) {
    self.anchors = Array(anchors.prefix(Self.letters.count * Self.letters.count))
  }

  /// The letters of an anchor; nil for one that has none.
  func label(of anchor: CitationAnchor) -> String? {
    anchors.firstIndex(of: anchor).map(label(at:))
  }

  /// The anchor whose letters were all typed.
  var met: CitationAnchor? {
    anchors.indices.first { label(at: $0) == typed }.map { anchors[$0] }
  }

  /// Whether more letters can still lead to an anchor.
  var canBeMet: Bool {
    anchors.indices.contains { label(at: $0).hasPrefix(typed) }
  }

  private func label(at index: Int) -> String {
    let letters = Self.letters
    guard anchors.count > letters.count else { return String(letters[index]) }
    return String([letters[index / letters.count], letters[index % letters.count]])
  }
}

/// Choosing a citation.
extension StoryState {
  /// Chooses the next citation from the chosen one, or from the cursor's line.
  mutating func walk(forward: Bool) -> [Step] {
    guard let anchor = nextAnchor(forward: forward) else {
      guard hasAnchors else { return [.say("this story has no citations and no links")] }
      return [.say(forward ? "no \(wordForCitations) further on" : "no \(wordForCitations) further up")]
    }
    choose(anchor)
    return []
  }

  /// Whether the story has anything that can be followed, be it folded away.
  private var hasAnchors: Bool {
    detail.story.blocks.contains { block in
      if case .image = block.kind { return true }
      return !block.citations.isEmpty || block.spans.contains(where: \.isLink)
    }
  }

  mutating func choose(_ anchor: CitationAnchor) {
    // Before the cursor goes there: it may change where lines end.
    citations.chosen = anchor
    move(to: layout.spot(of: anchor))
  }

  /// Puts letters beside the citations that can be seen.
  mutating func showHints() -> [Step] {
    let anchors = anchorsInView()
    guard !anchors.isEmpty else { return [.say("no \(wordForCitations) can be seen here")] }
    citations.letters = LetterHints(anchors)
    return []
  }

  /// Takes a letter while hints are shown, and follows the citation that is met; nil calls them off.
  mutating func type(_ letter: Character?) -> [Step] {
    switch citations.type(letter) {
    case .nothing: return []
    case .mistyped(let letters): return [.say("no \(wordForCitations) has the letters \(letters)")]
    case .met(let anchor):
      choose(anchor)
      return target(of: anchor).map { [$0.following] } ?? []
    }
  }
}

extension Block.Span {
  fileprivate var isLink: Bool {
    if case .link = style { true } else { false }
  }
}

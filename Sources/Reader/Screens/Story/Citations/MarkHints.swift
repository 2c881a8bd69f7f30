/// Letters beside the citations on the screen: typing them follows one.
struct MarkHints: Hashable, Sendable {
  let marks: [CitationAnchor]
  var typed = ""

  /// Those under the fingers first.
  private static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

  /// How many marks can have letters.
  static var most: Int { letters.count * letters.count }

  /// The letters of a mark; nil for one that has none.
  func label(of mark: CitationAnchor) -> String? {
    marks.firstIndex(of: mark).map(label(at:))
  }

  /// The mark whose letters were all typed.
  var met: CitationAnchor? {
    marks.indices.first { label(at: $0) == typed }.map { marks[$0] }
  }

  /// Whether more letters can still lead to a mark.
  var canBeMet: Bool {
    marks.indices.contains { label(at: $0).hasPrefix(typed) }
  }

  private func label(at index: Int) -> String {
    let letters = Self.letters
    guard marks.count > letters.count else { return String(letters[index]) }
    return String([letters[index / letters.count], letters[index % letters.count]])
  }
}

extension StoryState {
  /// Puts letters beside the citations that can be seen.
  mutating func showHints(in frame: Frame) -> [Step] {
    let marks = marks(in: frame)
    guard !marks.isEmpty else { return [.say("no citation can be seen here")] }
    letters = MarkHints(marks: Array(marks.prefix(MarkHints.most)))
    return []
  }

  /// Takes a letter while hints are shown; nil calls them off.
  mutating func type(_ letter: Character?, in frame: Frame) -> [Step] {
    guard let letter, var hints = letters else {
      letters = nil
      return []
    }
    hints.typed += letter.lowercased()
    if let mark = hints.met {
      letters = nil
      choose(mark, in: frame)
      return target(of: mark).map { [$0.following] } ?? []
    }
    letters = hints.canBeMet ? hints : nil
    return hints.canBeMet ? [] : [.say("no citation has the letters \(hints.typed)")]
  }
}

import Briefing
import Canvas

extension Findings {
  /// What was found, and the keys that answer: as many headlines as fit.
  func sentence(columns: Int) -> String {
    let sentences = (1...Self.mostNamed).reversed().map { sentence(naming: $0) }
    return sentences.first { Width.of($0) <= columns } ?? sentence(naming: 1)
  }

  private func sentence(naming number: Int) -> String {
    let named = headlines.prefix(number).map { "“\(Wrap.cut($0, columns: Self.widest))”" }
    let others = stories - named.count
    let list = named.joined(separator: ", ") + (others > 0 ? " and \(others.grouped) more" : "")
    let found = stories == 1 ? "1 story found" : "\(stories.grouped) stories in one text"
    return "\(found): \(list)\(standing) · Enter adds, Esc not"
  }

  /// What they are to the stories that are there.
  private var standing: String {
    guard stories > 1 else {
      if versions > 0 { return ", a newer version of " + (older.map { "“\($0)”" } ?? "what is there") }
      return known > 0 ? ", which is there already" : removed > 0 ? ", which you removed: it stays away" : ""
    }
    let parts = [
      versions > 0 ? "\(versions.grouped) \(versions == 1 ? "is a newer version" : "are newer versions")" : nil,
      known > 0 ? "\(known.grouped) \(known == 1 ? "is" : "are") there already" : nil,
      removed > 0 ? "\(removed.grouped) \(removed == 1 ? "was" : "were") removed" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "; \(parts.joined(separator: ", "))"
  }

  /// The headline of what one is a newer version of, where that is another.
  private var older: String? {
    existing.flatMap { headlines.contains($0) ? nil : Wrap.cut($0, columns: Self.widest) }
  }

  /// How many are named.
  public static let mostNamed = 3
  /// Longer headlines are cut.
  private static let widest = 48
}

extension AddedStories {
  private func way(back key: String?) -> String {
    guard new + versions > 0, let key else { return "" }
    if new == 0, shortened.count == versions {
      return " · \(key) brings the longer \(versions == 1 ? "one" : "ones") back"
    }
    return " · \(key) takes \(new + versions == 1 ? "it" : "them") back"
  }

  /// Newer versions that may be worse copies.
  private var loss: String? {
    guard let first = shortened.first else { return nil }
    return shortened.count == 1
      ? "shorter by \(first.share) than before" : "\(shortened.count.grouped) of them shorter than before"
  }

  /// What was added, and with which key that is taken back.
  func sentence(undo key: String?) -> String {
    let parts = [
      new > 0 ? "\(new.grouped) \(new == 1 ? "story" : "stories") added" : nil,
      versions > 0 ? "\(versions.grouped) \(versions == 1 ? "is a newer version" : "are newer versions")" : nil,
      loss,
      known > 0 ? "\(known.grouped) \(known == 1 ? "was" : "were") there already" : nil,
      removed > 0 ? "\(removed.grouped) \(removed == 1 ? "was removed and stays" : "were removed and stay") away" : nil,
      failed > 1 || failed > 0 && failure == nil ? "\(failed.grouped) could not be read" : nil,
      failed == 1 || new + versions + known + removed == 0 ? failure : nil,
    ]
    let said = parts.compactMap { $0 }
    return (said.isEmpty ? "nothing was added" : said.joined(separator: ", ")) + way(back: key)
  }
}

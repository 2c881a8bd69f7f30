import Briefing

extension Story {
  /// Who wrote it, the first of them by name; nil where the text does not say.
  var byAuthors: String? {
    guard !authors.isEmpty else { return nil }
    let others = authors.count - Self.mostNamed
    return authors.prefix(Self.mostNamed).joined(separator: ", ")
      + (others > 0 ? " and \(counted(others, "other", "others"))" : "")
  }

  private static let mostNamed = 3
}

/// Lines and fold summaries that were laid out lately.
///
/// Two caches are equal whatever they hold: they change how fast a screen is drawn, never what it shows.
struct LineCache: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    var part: StoryPart
    var chunk: Int
    var numbersLinks: Bool
  }

  private(set) var lines: [Key: [StoryLine]] = [:]
  /// By their first chunks.
  private(set) var compositions: [Key: Composition] = [:]
  var foldSummaries: [Int: FoldSummary] = [:]

  /// Several of the largest screens.
  private static let limit = 1_000

  mutating func keep(_ lines: [StoryLine], for key: Key) {
    if self.lines.count >= Self.limit { self.lines = [:] }
    if foldSummaries.count >= Self.limit { foldSummaries = [:] }
    self.lines[key] = lines
  }

  mutating func keep(_ composition: Composition, for key: Key) {
    if compositions.count >= Self.limit { compositions = [:] }
    compositions[key] = composition
  }

  static func == (left: LineCache, right: LineCache) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

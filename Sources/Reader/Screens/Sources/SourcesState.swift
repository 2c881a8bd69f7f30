import Briefing

/// The sources of all stories, by how much rests on them.
///
/// Asked for from the first on, and for more when the cursor comes near the end, up to what anyone scrolls through; typing
/// narrows all of them.
struct SourcesState: Hashable, Sendable {
  private static let part = 100
  private static let most = 1_600

  private(set) var sources: [Source] = []
  /// What the list is narrowed to.
  private(set) var words = ""
  /// Whether the first answer has come.
  private(set) var isLoaded = false
  /// Whether there are no sources after these.
  private(set) var isComplete = false
  private var limit = part
  var scroll = Scroll()

  /// The source under the cursor.
  var current: Source? {
    sources.indices.contains(scroll.cursor) ? sources[scroll.cursor] : nil
  }

  /// What to ask the catalog.
  var request: Request { .sources(matching: words, limit: limit) }

  /// Narrows the list.
  mutating func narrow(to words: String) {
    self.words = words
    limit = Self.part
    scroll = Scroll()
  }

  /// Raises the limit where the catalog gave as many as that, and the cursor is near the end of them; else false.
  mutating func wantsMore() -> Bool {
    guard sources.count >= limit, limit < Self.most, scroll.cursor + Self.part / 2 >= sources.count else {
      return false
    }
    limit *= 2
    return true
  }

  /// Shows other sources; the cursor stays on its host if that is among them.
  mutating func show(_ sources: [Source], rows: Int) {
    let host = current?.host
    self.sources = sources
    isLoaded = true
    isComplete = sources.count < limit
    let line = sources.firstIndex { $0.host == host }
    scroll.go(to: line ?? 0, lines: sources.count, rows: rows)
  }
}

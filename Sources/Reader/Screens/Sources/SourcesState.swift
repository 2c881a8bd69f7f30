import Briefing

/// The sources of all stories, by how much rests on them.
struct SourcesState: Hashable, Sendable {
  private(set) var sources: [Source] = []
  /// What the list is narrowed to.
  var words = ""
  /// Whether the first answer has come.
  private(set) var isLoaded = false
  var scroll = Scroll()

  /// The source under the cursor.
  var current: Source? {
    sources.indices.contains(scroll.cursor) ? sources[scroll.cursor] : nil
  }

  /// Shows other sources; the cursor stays on its host if that is among them.
  mutating func show(_ sources: [Source], rows: Int) {
    let host = current?.host
    self.sources = sources
    isLoaded = true
    let line = sources.firstIndex { $0.host == host }
    scroll.go(to: line ?? 0, lines: sources.count, rows: rows)
  }
}

/// Running text and the citations that stand in it.
public struct Paragraph: Hashable, Sendable {
  /// The words, with neither citation marks nor doubled spaces nor line breaks.
  public var text: String
  /// In the order in which they stand; a citation that stands twice is there twice.
  public var citations: [Citation]

  public init(text: String, citations: [Citation] = []) {
    self.text = text
    self.citations = citations
  }

  /// The citations without repeats, in order of first appearance.
  public var distinctCitations: [Citation] {
    var seen: Set<String> = []
    return citations.filter { seen.insert($0.url ?? $0.host).inserted }
  }
}

/// A cited news briefing, as a reader would understand it.
///
/// A story is a value: it holds the words and where they are cited, and nothing about the file it came from, how it is
/// drawn, or whether it was read.
public struct Story: Hashable, Sendable {
  /// One line, without citation marks. Empty only if the input had no words at all.
  public var headline: String
  /// The bullets under the headline, each one line without its dash.
  public var summary: [String]
  /// The blocks before the first heading.
  public var lede: [Block]
  public var sections: [Section]
  /// Who made the briefing, where the text says so.
  public var publisher: String?
  /// Who wrote it, where the text says so.
  public var authors: [String]
  /// The address of the story itself, only if the text gives it whole.
  public var url: String?
  /// When it was published, only if the text gives it.
  public var published: Moment?

  public init(
    headline: String, summary: [String] = [], lede: [Block] = [], sections: [Section] = [],
    publisher: String? = nil, authors: [String] = [], url: String? = nil, published: Moment? = nil
  ) {
    self.headline = headline
    self.summary = summary
    self.lede = lede
    self.sections = sections
    self.publisher = publisher
    self.authors = authors
    self.url = url
    self.published = published
  }

  /// The distinct hosts that the story cites, in order of first appearance. Costs one pass over the citations.
  public var sources: [String] {
    var cited = CitedHosts(lede)
    for section in sections { for block in section.blocks { cited.add(block.citations) } }
    return cited.hosts
  }

  /// Every block of the body in reading order, those of the lede first.
  public var blocks: [Block] {
    lede + sections.flatMap(\.blocks)
  }
}

/// A cited news briefing, as a reader would understand it.
///
/// A story is a value: it holds the words and where they are cited, and nothing about the file it came from, how it is
/// drawn, or whether it was read.
public struct Story: Hashable, Sendable {
  /// One line, without citation marks. Empty only if the input had no words at all.
  public var headline: String
  /// The bullets under the headline, each one line without its dash.
  public var summary: [String]
  /// The paragraphs before the first heading.
  public var lede: [Paragraph]
  public var sections: [Section]
  /// Who made the briefing, where the text says so.
  public var publisher: String?
  /// The address of the story itself, only if the text gives it whole.
  public var url: String?
  /// When it was published, only if the text gives it.
  public var published: Moment?

  public init(
    headline: String, summary: [String] = [], lede: [Paragraph] = [], sections: [Section] = [],
    publisher: String? = nil, url: String? = nil, published: Moment? = nil
  ) {
    self.headline = headline
    self.summary = summary
    self.lede = lede
    self.sections = sections
    self.publisher = publisher
    self.url = url
    self.published = published
  }

  /// The distinct hosts that the story cites, in order of first appearance. Costs one pass over the citations.
  public var sources: [String] {
    var seen: Set<String> = []
    var hosts: [String] = []
    func take(_ paragraphs: [Paragraph]) {
      for paragraph in paragraphs {
        for citation in paragraph.citations where seen.insert(citation.host).inserted { hosts.append(citation.host) }
      }
    }
    take(lede)
    for section in sections { take(section.paragraphs) }
    return hosts
  }

  /// Every paragraph in reading order, those of the lede first.
  public var paragraphs: [Paragraph] {
    lede + sections.flatMap(\.paragraphs)
  }
}

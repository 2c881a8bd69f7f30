/// A heading and the paragraphs under it; most headings of a briefing are questions.
public struct Section: Hashable, Sendable {
  /// One line, as the story words it, its question mark included.
  public var heading: String
  public var paragraphs: [Paragraph]

  public init(heading: String, paragraphs: [Paragraph] = []) {
    self.heading = heading
    self.paragraphs = paragraphs
  }
}

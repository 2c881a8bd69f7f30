/// A heading and the paragraphs under it; most headings of a briefing are questions.
public struct Section: Hashable, Sendable {
  public var heading: String
  public var paragraphs: [Paragraph]

  public init(heading: String, paragraphs: [Paragraph] = []) {
    self.heading = heading
    self.paragraphs = paragraphs
  }
}

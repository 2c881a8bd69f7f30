/// A heading and the blocks under it; most headings of a briefing are questions.
public struct Section: Hashable, Sendable {
  /// One line, as the story words it, its question mark included.
  public var heading: String
  /// How deep the heading lies: 1 to 6, of which 2 is a heading right below the headline.
  public var level: Int
  /// Whether the heading asks something that the blocks answer (see `Story.questionHeadings`).
  public var isQuestion: Bool
  public var blocks: [Block]

  /// The level of a heading where nothing says otherwise.
  public static let usualLevel = 2

  public init(heading: String, level: Int = Self.usualLevel, isQuestion: Bool = true, blocks: [Block] = []) {
    self.heading = heading
    self.level = level
    self.isQuestion = isQuestion
    self.blocks = blocks
  }
}

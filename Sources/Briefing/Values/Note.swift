/// What the user wrote on a section of a story.
public struct Note: Hashable, Sendable {
  /// The section that it is on, from 0; nil for what stands before the first one.
  public var section: Int?
  public var text: String
  /// When it was written last.
  public var date: Moment

  public init(section: Int?, text: String, date: Moment) {
    self.section = section
    self.text = text
    self.date = date
  }
}

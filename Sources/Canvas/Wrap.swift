/// Breaks text into lines.
public enum Wrap {
  /// One line: which bytes of the text it shows, and how many columns they take.
  public struct Line: Hashable, Sendable {
    /// UTF-8 offsets into the text, without the space at the break.
    public var range: Range<Int>
    public var columns: Int

    public init(range: Range<Int>, columns: Int) {
      self.range = range
      self.columns = columns
    }
  }

  /// The lines of `text` in at most `columns` columns; a word longer than a line is broken. An empty text has no lines.
  ///
  /// `indent` columns are left free at the start of the first line, for text that follows something else.
  public static func lines(of text: String, columns: Int, indent: Int = 0) -> [Line] {
    []
  }
}

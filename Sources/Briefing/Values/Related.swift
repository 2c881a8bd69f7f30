/// A story that has something to do with another one, and what that is.
public struct Related: Hashable, Sendable {
  public var row: Row
  /// The hosts that both cite, the one that fewest stories cite first.
  public var sources: [String]
  /// The questions that both ask, as the other story words them.
  public var questions: [String]
  /// Words of both that few stories have, the rarest first.
  public var words: [String]

  public init(row: Row, sources: [String] = [], questions: [String] = [], words: [String] = []) {
    self.row = row
    self.sources = sources
    self.questions = questions
    self.words = words
  }
}

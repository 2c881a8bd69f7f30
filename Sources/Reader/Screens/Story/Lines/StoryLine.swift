/// One line of a part, ready to be drawn.
struct StoryLine: Hashable, Sendable {
  /// A piece of the line in one style.
  struct Run: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// Words of the part, from this UTF-8 offset on.
      case words(offset: Int)
      /// The mark of the part's n-th citation, counted from 0.
      case mark(citation: Int)
      /// The space that keeps a mark from the words beside it.
      case gap
    }

    /// Counted from where the part's text begins.
    var column: Int
    var text: String
    var kind: Kind
  }

  /// The UTF-8 offset in the part's text at which the line begins; the line before ends there.
  var start: Int
  var runs: [Run]
}

/// One line of a part, ready to be drawn.
struct StoryLine: Hashable, Sendable {
  /// What can be followed in a part.
  enum Anchor: Hashable, Sendable {
    /// The n-th citation, counted from 0; a link that is cited at the same time is this.
    case citation(Int)
    /// The n-th span, counted from 0.
    case link(Int)
  }

  /// A stretch of the line in one style.
  struct Run: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// Words of the part, from this UTF-8 offset on.
      case words(offset: Int)
      /// The number of a citation.
      case citation
      /// What is not of the part's words.
      case sign
      /// The space that keeps a citation from the words beside it, and that of a tab.
      case gap
    }

    /// Counted from where the part's text begins.
    var column: Int
    var text: String
    var kind: Kind
    var look: SpanLook = []
    /// What it is a part of.
    var anchor: Anchor?
    /// Whether that begins here.
    var opens = false
  }

  /// The UTF-8 offset in the part's text at which the line begins; the line before ends there.
  var start: Int
  var runs: [Run]
  /// Whether more of the line is not shown.
  var isCut = false
  /// Whether white space stands above it within its part.
  var isApart = false

  /// Whether what stands at an offset is among what is shown, or at its start.
  func shows(_ offset: Int) -> Bool {
    offset <= start
      || runs.contains { run in
        if case .words(let first) = run.kind { first..<first + run.text.utf8.count ~= offset } else { false }
      }
  }
}

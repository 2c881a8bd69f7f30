import Briefing
import Canvas

/// One source, with every claim that rests on it.
///
/// Rows are made only for the claims in view, around the one that the cursor stands on.
struct SourceState: Hashable, Sendable {
  let host: String
  /// Every claim, as the catalog gave them: newest story first, then in reading order.
  let claims: [Claim]
  /// How many stories they stand in.
  let stories: Int
  /// When the first and the last of those stories appeared; nil without claims.
  let seen: ClosedRange<Moment>?
  /// The claim that the reader came from.
  let left: Int?
  /// The claims that are shown, as indices.
  var shown: [Int]
  /// Which of those the cursor stands on.
  var cursor = 0
  /// The row below the head where the cursor's claim begins.
  var row = 0
  /// What the claims were narrowed to.
  var pattern: TextPattern?
  var words = ""

  /// A source whose claims the catalog gave, with the cursor on the claim that the reader came from.
  init(host: String, claims: [Claim], leaving departure: Departure? = nil, in frame: Frame) {
    self.host = host
    self.claims = claims
    stories = Set(claims.map(\.story)).count
    let dates = claims.map(\.date)
    seen = dates.min().flatMap { first in dates.max().map { first...$0 } }
    left = departure?.index(in: claims)
    shown = Array(claims.indices)
    cursor = left ?? 0
    row = frame.rows / 3
    settle(in: frame)
  }

  /// The claim under the cursor; nil where none is shown.
  var claim: Claim? {
    shown[safe: cursor].map { claims[$0] }
  }
}

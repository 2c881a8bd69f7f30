/// A newer version of a story that has fewer words than the one before: perhaps a worse copy.
public struct Shortening: Hashable, Sendable {
  public var story: StoryID
  /// Of the newer version.
  public var headline: String
  /// How many words the version before had, and how many the newer one has.
  public var before: Int
  public var after: Int

  /// Nil unless more than a fifth of the words are gone.
  public init?(of story: StoryID, headline: String, before: Int, after: Int) {
    guard (before - after) * 5 > before else { return nil }
    (self.story, self.headline) = (story, headline)
    (self.before, self.after) = (before, after)
  }

  /// By how much it is shorter, in words: `a third`, `more than half`.
  public var share: String {
    let gone = (before - after) * 100 / max(1, before)
    return switch gone {
    case ..<23: "a fifth"
    case ..<30: "a quarter"
    case ..<42: "a third"
    case ..<58: "half"
    case ..<71: "two thirds"
    case ..<86: "three quarters"
    default: "nearly all of it"
    }
  }
}

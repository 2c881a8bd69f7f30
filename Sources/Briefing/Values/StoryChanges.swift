/// What a version of a story says that the version before it did not, and the other way round.
public struct StoryChanges: Hashable, Sendable {
  /// The blocks that were not there before, or not in these words.
  public var new: Set<Place.Block>
  /// The texts that are no longer there, in their old order.
  public var gone: [String]

  public init(new: Set<Place.Block> = [], gone: [String] = []) {
    self.new = new
    self.gone = gone
  }
}

/// Where the user is in a story, and what of it is open.
public struct Bookmark: Hashable, Sendable {
  /// Where the cursor stands.
  public var place: Place
  /// The sections whose folds are open.
  public var open: Set<Int>
  /// The sections that were on the screen to their end.
  public var read: Set<Int>

  public init(place: Place, open: Set<Int> = [], read: Set<Int> = []) {
    self.place = place
    self.open = open
    self.read = read
  }
}

/// What a parse gives: the story, and what of the input is not in it.
public struct Reading: Hashable, Sendable {
  public var story: Story
  /// In the order of their places.
  public var setAside: [SetAside]
  /// What only text that Courant wrote itself says.
  public var stamp: CatalogStamp

  public init(story: Story, setAside: [SetAside] = [], stamp: CatalogStamp = CatalogStamp()) {
    self.story = story
    self.setAside = setAside
    self.stamp = stamp
  }
}

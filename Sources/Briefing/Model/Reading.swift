/// What a parse gives: the story, and what of the input is not in it.
public struct Reading: Hashable, Sendable {
  public var story: Story
  /// In the order of their places.
  public var setAside: [SetAside]

  public init(story: Story, setAside: [SetAside] = []) {
    self.story = story
    self.setAside = setAside
  }
}

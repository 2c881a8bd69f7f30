/// A story as the catalog holds it: its row, its words, and what was set aside.
public struct Entry: Hashable, Sendable {
  public var row: Row
  public var story: Story
  public var setAside: [SetAside]
  /// How many stories of the catalog, this one included, cite each host that this story cites.
  public var citingStories: [String: Int]

  public init(row: Row, story: Story, setAside: [SetAside] = [], citingStories: [String: Int] = [:]) {
    self.row = row
    self.story = story
    self.setAside = setAside
    self.citingStories = citingStories
  }
}

/// What a story that was written out says of its place in the catalog that it comes from.
public struct CatalogStamp: Hashable, Sendable {
  /// Its name there.
  public var id: StoryID?
  /// When it counts as new, where the story does not say when it was published.
  public var date: Moment?

  public init(id: StoryID? = nil, date: Moment? = nil) {
    self.id = id
    self.date = date
  }
}

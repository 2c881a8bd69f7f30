/// A heading that one or more stories have, with each place where it is asked.
public struct Question: Hashable, Sendable {
  /// One story that asks it.
  public struct Asking: Hashable, Sendable {
    public var story: StoryID
    public var headline: String
    /// The story's date.
    public var date: Moment
    /// Which section of the story asks it, from 0.
    public var section: Int
    /// As this story words it.
    public var wording: String

    public init(story: StoryID, headline: String, date: Moment, section: Int, wording: String) {
      self.story = story
      self.headline = headline
      self.date = date
      self.section = section
      self.wording = wording
    }
  }

  /// The wording of the newest story that asks it.
  public var wording: String
  /// Newest first, never empty; where many ask, perhaps the newest of them only.
  public var askings: [Asking]
  /// How many askings there are in all.
  public var total: Int

  /// How many stories ask it: one may ask it twice. Where not all askings are here, most stories ask once.
  public var stories: Int { askings.count < total ? total : Set(askings.map(\.story)).count }

  public init(wording: String, askings: [Asking], total: Int? = nil) {
    self.wording = wording
    self.askings = askings
    self.total = total ?? askings.count
  }
}

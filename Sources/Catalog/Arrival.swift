public import Briefing

/// A story on its way into the catalog.
public struct Arrival: Hashable, Sendable {
  public var reading: Reading
  /// The bytes that the story was read from, kept as they came.
  public var original: [UInt8]
  /// The file that it came from, for messages; nil for standard input.
  public var name: String?
  /// When it counts as new, unless the story itself says when it was published: the file's last change.
  public var date: Moment

  public init(reading: Reading, original: [UInt8], name: String? = nil, date: Moment) {
    self.reading = reading
    self.original = original
    self.name = name
    self.date = date
  }
}

/// What became of a batch of arrivals.
public struct Added: Hashable, Sendable {
  /// The story of each arrival, in the order of the batch.
  public var ids: [StoryID]
  /// How many of them the catalog did not hold before.
  public var new: Int
  /// How many it held already; those were left as they are.
  public var known: Int

  public init(ids: [StoryID] = [], new: Int = 0, known: Int = 0) {
    self.ids = ids
    self.new = new
    self.known = known
  }
}

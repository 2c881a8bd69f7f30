/// What the user puts in the place of something that a story says of itself. Nothing takes it back.
public enum StoryEdit: Hashable, Sendable, Codable {
  case headline(String?)
  case date(Moment?)

  // As they lie in catalogs.
  enum CodingKeys: String, CodingKey {
    case headline = "headline"
    case date = "date"
  }
}

/// What stands in the place of what a story says of itself.
public struct StoryEdits: Hashable, Sendable {
  public var headline: String?
  public var date: Moment?

  public init(headline: String? = nil, date: Moment? = nil) {
    self.headline = headline
    self.date = date
  }

  public var isEmpty: Bool { headline == nil && date == nil }

  public mutating func make(_ edit: StoryEdit) {
    switch edit {
    case .headline(let headline): self.headline = headline
    case .date(let date): self.date = date
    }
  }
}

/// A story's headline and dates as it says them itself, where the user put others in their place.
public struct WrittenWords: Hashable, Sendable {
  public var headline: String
  /// When it says that it was published.
  public var published: Moment?
  /// When it was published, or else when its file was last changed.
  public var date: Moment

  public init(headline: String, published: Moment?, date: Moment) {
    self.headline = headline
    self.published = published
    self.date = date
  }
}

extension StoryDetail {
  /// Puts what the user edited in the place of what the story says.
  /// - Parameter date: the story's own date.
  public mutating func show(_ edits: StoryEdits, insteadOf date: Moment) {
    self.edits = edits
    guard !edits.isEmpty else {
      written = nil
      return
    }
    written = WrittenWords(headline: story.headline, published: story.published, date: date)
    story.headline = edits.headline ?? story.headline
    story.published = edits.date ?? story.published
  }

  /// The same without what the user edited: what it takes to know the story again elsewhere.
  public var asWritten: StoryDetail {
    guard let written else { return self }
    var detail = self
    (detail.story.headline, detail.story.published) = (written.headline, written.published)
    (detail.row.headline, detail.row.date, detail.written) = (written.headline, written.date, nil)
    return detail
  }
}

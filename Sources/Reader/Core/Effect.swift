public import Briefing

/// Something to do outside of the reader.
public enum Effect: Hashable, Sendable {
  /// Ask the catalog; answered by `Message.answered`.
  case ask(Request)
  /// Change something for the user; answered by `Message.changed` once it is kept, so that nothing is shown
  /// before, or by `Message.refused`.
  case change(Change)
  /// Take the last change back, also one of an earlier sitting; answered by `Message.undone`, or by
  /// `Message.refused`.
  case undo
  /// Keep where the user is in a story. Not answered.
  case remember(StoryID, Bookmark)
  /// Open an address in the browser; without one, it is shown and copied instead.
  case open(WebAddress)
  /// Show and copy an address that is not opened, and say why; both are displayable.
  case handOver(address: String, because: String)
  case copy(String)
  /// Repaint every cell.
  case redraw
  case suspend
  case quit
}

/// A question to the catalog.
public enum Request: Hashable, Sendable {
  case rows(Listing, RowWindow)
  case count(Listing)
  /// How many stories of a listing stand before this one.
  case position(StoryID, Listing)
  /// A story as it is now, or one of its versions.
  case story(StoryID, version: Int? = nil)
  /// The row of a story as it is now.
  case row(StoryID)
  /// The sources whose host contains a text, those with the most claims first.
  case sources(matching: String, limit: Int)
  /// What rests on a source, newest story first; `after` is the last claim of the part before, and `reaching` the date
  /// of the oldest story that the part has to come to, however long it gets.
  case claims(host: String, after: Claim? = nil, reaching: Moment? = nil, limit: Int)
  /// The questions asked last, each with the newest stories that ask it.
  case questions(matching: String, limit: Int, askings: Int)
  /// Places whose words match; `after` is the last hit of the part before. The best come all at once.
  case search(Search, after: Hit?, limit: Int)
  /// The story that stands at an address, if the catalog holds it.
  case page(url: String)
  /// The story before or after this one in a listing.
  case neighbour(StoryID, Listing, forward: Bool)
  /// The stories that have most to do with one, the closest first.
  case related(StoryID, limit: Int)
  /// The queries that were kept, in the order of their names.
  case queries
  /// The tags that stories have, those that the most have first.
  case tags
}

/// What the catalog answers.
public enum Answer: Hashable, Sendable {
  case rows([Row])
  case count(RowCount)
  /// Nil when the story is not in the listing.
  case position(Int?)
  /// Nil when the catalog no longer holds it.
  case story(StoryDetail?)
  /// Nil when the catalog no longer holds the story.
  case row(Row?)
  case sources([Source])
  /// The source as a whole is nil where nothing rests on it.
  case claims([Claim], of: Source?, isComplete: Bool)
  case questions([Question])
  case hits([Hit], isComplete: Bool)
  case related([Related])
  case queries([SavedQuery])
  case tags([String])
  /// One sentence on why there is no answer.
  case failed(String)
}

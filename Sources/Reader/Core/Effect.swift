public import Briefing

/// Something to do outside of the reader.
public enum Effect: Hashable, Sendable {
  /// Ask the catalog; answered by `Message.answered`.
  case ask(Request)
  case mark([StoryID], Mark)
  /// Open an address in the browser; without one, it is shown and copied instead.
  case open(String)
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
  case story(StoryID)
  case sources(matching: String)
  /// What rests on a source, newest story first; `after` is the last claim of the part before, and `reaching` the date
  /// of the oldest story that the part has to come to, however long it gets.
  case claims(host: String, after: Claim? = nil, reaching: Moment? = nil, limit: Int)
  /// The questions asked last, each with the newest stories that ask it.
  case questions(matching: String, limit: Int, askings: Int)
  /// Places whose words match, newest story first; `after` is the last hit of the part before.
  case search(String, after: Hit?, limit: Int)
  /// The story that stands at an address, if the catalog holds it.
  case page(url: String)
  /// The story before or after this one in a listing.
  case neighbour(StoryID, Listing, forward: Bool)
}

/// What the catalog answers.
public enum Answer: Hashable, Sendable {
  case rows([Row])
  case count(RowCount)
  /// Nil when the story is not in the listing.
  case position(Int?)
  /// Nil when the catalog no longer holds it.
  case story(Entry?)
  case sources([Source])
  /// The source as a whole is nil where nothing rests on it.
  case claims([Claim], of: Source?, isComplete: Bool)
  case questions([Question])
  case hits([Hit], isComplete: Bool)
  /// One sentence on why there is no answer.
  case failed(String)
}

public import Briefing
public import Formats

/// Why something was not fetched, or is not what was wanted.
public indirect enum FetchFailure: Error, Hashable, Sendable {
  case http(HTTPFailure)
  /// The server answered, and said that it does not give it.
  case status(Int)
  /// It gave something that cannot be read.
  case unreadable(FormatError)
  /// A feed was wanted, and this is a page that names none.
  case noFeed
  /// A feed was wanted, and the page names several: one has to be chosen.
  case severalFeeds([FeedDiscovery.Found])
  /// There is no feed of this number among those that the page names.
  case noSuchFeed(Int, of: Int)
  /// The feed that a page names was not fetched.
  case ofNamed(WebAddress, FetchFailure)
  /// A page was wanted, and there is nothing on it to read.
  case noArticle(PageReading.Kind)
  /// A page was wanted, and this is a feed.
  case isFeed
  /// The site asks programs to leave the page alone that nobody asked for.
  case robots(host: String)
  /// What was typed is no address.
  case noAddress(WebAddress.Flaw)
}

/// A host that stories cite, and how much rests on it.
public struct Source: Hashable, Sendable {
  /// The name, in lower case and without `www.`.
  public var host: String
  /// How many citations name it, in all stories.
  public var claims: Int
  /// How many stories cite it.
  public var stories: Int
  /// The date of the oldest story that cites it.
  public var firstSeen: Moment
  /// The date of the newest story that cites it.
  public var lastSeen: Moment

  public init(host: String, claims: Int, stories: Int, firstSeen: Moment, lastSeen: Moment) {
    self.host = host
    self.claims = claims
    self.stories = stories
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }
}

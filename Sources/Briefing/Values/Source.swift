/// A host that stories cite, and how much rests on it.
public struct Source: Hashable, Sendable {
  public var host: String
  public var claims: Int
  public var stories: Int
  public var firstSeen: Moment
  public var lastSeen: Moment

  public init(host: String, claims: Int, stories: Int, firstSeen: Moment, lastSeen: Moment) {
    self.host = host
    self.claims = claims
    self.stories = stories
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }
}

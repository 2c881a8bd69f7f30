import Briefing

/// What a screen wants done after a command, beyond changing itself. The reader's core carries it out.
enum Step: Hashable, Sendable {
  case effect(Effect)
  /// Go to another screen: it is asked for, and shown once the answer is there, so that nothing flickers.
  case go(Destination)
  /// One sentence at the foot, which lives until the next key.
  case say(String)
}

/// Where one can go.
enum Destination: Hashable, Sendable {
  case story(StoryID, at: Place?)
  /// A citation: the page itself if the catalog holds it, else the source with all its claims.
  case citation(Citation)
  case source(host: String)
  case sources
  case questions
  case search(String)
  case help
}

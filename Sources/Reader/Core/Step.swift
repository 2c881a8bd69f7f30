import Briefing

/// What a screen wants done after a command, beyond changing itself. The reader's core carries it out.
enum Step: Hashable, Sendable {
  case effect(Effect)
  /// Open an address, as it stands in a story; if it may lead elsewhere than it seems to, only when asked twice.
  case open(String)
  /// The same for a source whose exact page is not known.
  case openSite(host: String)
  /// Go to another screen: it is asked for, and shown once the answer is there, so that nothing flickers.
  case go(Destination)
  /// One sentence at the foot, which lives until the next key.
  case say(String)
  /// The same for news that nobody asked for, with the key of a command that goes with it: “news; g shows them”. It takes
  /// the place of no other sentence.
  case offer(String, Command?, String = "")
  /// Leave this screen for the one before it.
  case back
  /// Do a command as if it had been asked for on the screen that is shown by then.
  case perform(Command)
}

/// Where one can go.
enum Destination: Hashable, Sendable {
  /// A story, at a place in it, with the words of a search lit.
  case story(StoryID, at: Place? = nil, matching: String = "")
  /// The story before or after this one in the index; it takes this one's place in the history.
  case neighbour(of: StoryID, forward: Bool)
  /// The story after this one, or where this one was opened from; then this one is removed. What comes is marked as read
  /// first, so that the removal is the first thing that an undo takes back.
  case next(removing: StoryID)
  /// A version of the story that is shown, at the same place of it; nil is the newest.
  case version(Int?, of: StoryID)
  /// The stories that have to do with this one.
  case related(to: StoryID, headline: String)
  /// A citation: the page itself if the catalog holds it, else the source with all its claims.
  case citation(Citation)
  /// The page of an address if the catalog holds it, else the address in the browser.
  case link(url: String)
  case source(host: String)
  case search(String, order: Search.Order = .newest)
  /// The stories that a query finds; without a name, one that was typed.
  case limited(to: SavedQuery)
  case help
  /// One of the four lists at the root.
  case stories, questions, sources, queries
}

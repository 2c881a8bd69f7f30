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

/// Why a terminal could not be claimed.
public enum TerminalError: Error, Hashable, Sendable {
  /// The terminal named by TERM cannot move its cursor, or nothing is known of it.
  case unusable(term: String)
  /// There is no terminal to read keys from or to draw on.
  case noTerminal
}

import CNcurses
public import Canvas
import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is known of the terminal and the locale without claiming anything: for those who wonder why it looks as it does.
public struct TerminalProbe: Hashable, Sendable {
  /// Whether keys can be read and cells be shown.
  public let isTerminal: Bool
  /// What TERM says; empty if nothing.
  public let term: String
  /// The description in use; nil if there is none that can move the cursor.
  public let description: String?
  /// 0 where the description has none, or `NO_COLOR` is set.
  public let colors: Int
  public let isColorRefused: Bool
  /// Nil where the kernel does not know it.
  public let size: Size?
  /// The character set of the user's own locale.
  public let characterSet: String
  /// Whether text is written in UTF-8, in the user's locale or another.
  public let isUnicode: Bool

  /// Sets the process's locale, as the reader would.
  public init() {
    isTerminal = isatty(STDOUT_FILENO) == 1
    term = Environment["TERM"] ?? ""
    description = try? Terminfo(term: term, output: STDOUT_FILENO).name
    isColorRefused = !(Environment["NO_COLOR"] ?? "").isEmpty
    colors = description == nil || isColorRefused ? 0 : max(0, Int(tigetnum("colors")))
    size = try? Device().size
    setlocale(LC_CTYPE, "")
    characterSet = TextLocale.characterSet
    isUnicode = TextLocale.adopt()
  }
}

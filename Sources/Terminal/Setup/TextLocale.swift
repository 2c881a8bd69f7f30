#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The character set that the C library, and so ncurses, writes in.
enum TextLocale {
  /// Takes the user's locale, or a plain UTF-8 one where theirs is missing or says nothing, as over SSH it often is.
  ///
  /// An installed locale of another character set was chosen for a terminal that knows no other: it stays.
  /// Returns whether text can be written as UTF-8.
  static func adopt() -> Bool {
    setlocale(LC_CTYPE, "")
    guard saysNothing else { return isUnicode }
    for name in ["C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && isUnicode { return true }
    return false
  }

  private static var isUnicode: Bool { characterSet == "UTF-8" }

  /// Whether it is the locale of a process that has none: ASCII, under its names of glibc and of macOS.
  private static var saysNothing: Bool { ["ANSI_X3.4-1968", "US-ASCII", ""].contains(characterSet) }

  /// The name of the locale's character set.
  static var characterSet: String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }
}

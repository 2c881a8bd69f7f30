#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The character set that the C library, and so ncurses, writes in.
enum TextLocale {
  /// Takes the user's locale, or a plain UTF-8 one where theirs is missing or not UTF-8, as over SSH it often is.
  ///
  /// Returns whether text can be written as UTF-8.
  static func adopt() -> Bool {
    setlocale(LC_CTYPE, "")
    if isUnicode { return true }
    for name in ["C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && isUnicode { return true }
    return false
  }

  private static var isUnicode: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }
}

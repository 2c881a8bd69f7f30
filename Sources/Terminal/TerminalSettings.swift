/// What users choose of the terminal; by default, as Courant comes.
public struct TerminalSettings: Hashable, Sendable {
  public var theme = ThemeSettings()
  public var glyphs = Glyphs.auto
  /// Whether clicks and the wheel are for the reader; else they stay the terminal's, which selects text with them.
  public var mouse = true
  /// What to open addresses with, written as `$BROWSER` is, before which it comes; nil leaves it to that.
  public var browser: String?

  public init() {}

  /// Which signs are drawn.
  public enum Glyphs: String, Hashable, Sendable, CaseIterable {
    /// As `unicode` where text can be written in UTF-8, else as `ascii`.
    case auto
    case unicode
    /// Signs of the reader's own, quotes and dashes in ASCII; the letters of a text stay as they are.
    case ascii
  }
}

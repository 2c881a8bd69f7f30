/// How a piece of text looks: a role that a theme gives a colour, and attributes that work without colour.
public struct Style: Hashable, Sendable {
  /// What the text is, which a theme may colour.
  public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    case text, accent, faint, heading, citation, match, error, link, code, quote, cursor
  }

  public var role: Role
  public var isBold: Bool
  /// Underlined where the terminal has no italics.
  public var isItalic: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool

  public init(
    _ role: Role = .text, bold: Bool = false, italic: Bool = false, underlined: Bool = false, reversed: Bool = false
  ) {
    self.role = role
    isBold = bold
    isItalic = italic
    isUnderlined = underlined
    isReversed = reversed
  }

  /// The style of running text.
  public static let plain = Style()
}

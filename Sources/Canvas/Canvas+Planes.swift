/// A canvas as text, for tests and for pictures in documents.
extension Canvas {
  /// What each row shows, without the blanks at its end.
  public var lines: [String] {
    (0..<size.rows).map { Self.trimmed(row($0).map(\.text).joined(), of: " ") }
  }

  /// The rows' text, one a line.
  public var textPlane: String {
    lines.map { $0 + "\n" }.joined()
  }

  /// The rows' styles, one letter a column, one row a line, without the plain ones at its end.
  ///
  /// `.` text, `a` accent, `f` faint, `h` heading, `c` citation, `m` match, `e` error, `l` link, `k` code, `q` quote; bold
  /// is upper case (`T` for bold text), italic carries U+0330, underlined U+0332, reversed U+0305.
  public var stylePlane: String {
    (0..<size.rows).map { Self.trimmed(row($0).map { Self.letter(for: $0.style) }.joined(), of: ".") + "\n" }.joined()
  }

  private static func letter(for style: Style) -> String {
    let letter =
      switch style.role {
      // The cursor's mark looks as text does, unless somebody sets it apart.
      case .text, .cursor: style.isBold ? "t" : "."
      case .accent: "a"
      case .faint: "f"
      case .heading: "h"
      case .citation: "c"
      case .match: "m"
      case .error: "e"
      case .link: "l"
      case .code: "k"
      case .quote: "q"
      }
    return (style.isBold ? letter.uppercased() : letter) + (style.isItalic ? "\u{330}" : "")
      + (style.isUnderlined ? "\u{332}" : "") + (style.isReversed ? "\u{305}" : "")
  }

  private static func trimmed(_ text: String, of end: Character) -> String {
    var text = Substring(text)
    while text.last == end { text.removeLast() }
    return String(text)
  }
}

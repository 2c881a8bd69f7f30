/// How many columns text takes on a terminal.
public enum Width {
  public static func of(_ character: Character) -> Int {
    character.isNewline ? 0 : 1
  }

  public static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }
}

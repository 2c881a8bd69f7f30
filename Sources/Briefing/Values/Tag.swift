/// What the user sorts stories by: a short name of letters and digits.
public enum Tag {
  /// The longest name, in characters.
  public static let longest = 64

  /// The name that what was typed stands for; nil if nothing is left of it.
  ///
  /// Lower case, without `#`, controls and double quotes; spaces become hyphens, so that `tag:` finds it without quotes.
  public static func name(_ typed: String) -> String? {
    var name = ""
    for character in typed.lowercased() where name.count < longest {
      let isSpace = character.isWhitespace
      if isSpace {
        if !name.isEmpty, name.last != "-" { name.append("-") }
      } else if !character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
        character != "\"", character != "#"
      {
        name.append(character)
      }
    }
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? nil : name
  }
}

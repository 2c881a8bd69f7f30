/// What the user sorts stories by: a short name of letters and digits.
public enum Tag {
  /// The longest name, in characters.
  public static let longest = 64
  /// How many one story has at most.
  public static let most = 1000

  /// The name that what was typed stands for; nil if nothing is left of it.
  ///
  /// Lower case, through the gate, without `#` and double quotes; spaces become hyphens, so that `tag:` finds it without quotes.
  public static func name(_ typed: String) -> String? {
    var name = ""
    var count = 0
    for character in Gate.text(of: Gate.text(of: typed).lowercased()) {
      if count == longest { break }
      if character.isWhitespace {
        guard !name.isEmpty, name.last != "-" else { continue }
        name.append("-")
      } else if character != "\"", character != "#" {
        name.append(character)
      } else {
        continue
      }
      count += 1
    }
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? nil : name
  }
}

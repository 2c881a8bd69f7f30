import Canvas

extension Key {
  /// The keys that are written by a name, with the name that people read.
  private static let names: [(name: String, key: Key, label: String)] = [
    ("enter", .enter, "Enter"), ("tab", .tab, "Tab"), ("backtab", .backTab, "Shift-Tab"),
    ("backspace", .backspace, "Backspace"), ("delete", .delete, "Delete"), ("esc", .escape, "Esc"),
    ("space", .scalar(" "), "Space"), ("up", .up, "Up"), ("down", .down, "Down"), ("left", .left, "Left"),
    ("right", .right, "Right"), ("home", .home, "Home"), ("end", .end, "End"), ("pgup", .pageUp, "PgUp"),
    ("pgdn", .pageDown, "PgDn"),
  ]

  /// Keys by the name that stands between `<` and `>`.
  static let named: [String: Key] = {
    var keys = Dictionary(uniqueKeysWithValues: names.map { ($0.name, $0.key) })
    for number in 1...12 { keys["f\(number)"] = .function(number) }
    return keys
  }()

  /// The key of a name that stands between `<` and `>`: one of the table, or `alt-` and a letter.
  init?(named name: some StringProtocol) {
    if let key = Key.named[name.lowercased()] {
      self = key
    } else if name.lowercased().hasPrefix("alt-"), name.unicodeScalars.count == 5, let letter = name.unicodeScalars.last
    {
      self = .alt(letter)
    } else {
      return nil
    }
  }

  /// How the key is written in settings.
  var notation: String {
    if let known = Key.names.first(where: { $0.key == self }) { return "<\(known.name)>" }
    return switch self {
    case .alt(let letter): "<alt-\(Character(letter))>"
    case .function(let number): "<f\(number)>"
    default: label
    }
  }

  /// How people read the key.
  var label: String {
    if let known = Key.names.first(where: { $0.key == self }) { return known.label }
    return switch self {
    case .scalar(let scalar): String(Character(scalar))
    case .control(let letter): "^\(Character(letter))"
    case .alt(let letter): "Alt-\(Character(letter))"
    case .function(let number): "F\(number)"
    default: ""
    }
  }

  /// The digit that was typed, if it is one.
  var digit: Int? {
    guard case .scalar(let scalar) = self, ("0"..."9").contains(scalar) else { return nil }
    return Int(scalar.value) - 48
  }
}

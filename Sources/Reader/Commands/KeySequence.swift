public import Canvas

/// The keys to press for a command, one after the other.
///
/// Written as `j`, `zR`, `^d` (Control), `<alt-x>`, `<enter>`, `<f1>`; `<digits><enter>` is any number, then Enter.
public struct KeySequence: Hashable, Sendable {
  /// Whether a number is typed first.
  public var takesNumber = false
  /// In the order in which they are pressed.
  public var keys: [Key]

  init(takesNumber: Bool = false, keys: [Key]) {
    self.takesNumber = takesNumber
    self.keys = keys
  }

  /// Reads the notation; a name that is not known stands for its letters.
  public init(notation: String) {
    var rest = Substring(notation)
    keys = []
    while let first = rest.unicodeScalars.first {
      if let (name, after) = Self.name(at: rest) {
        rest = after
        if name.lowercased() == Self.digits {
          takesNumber = true
        } else if let key = Key(named: name) {
          keys.append(key)
        }
      } else if first == "^", let letter = rest.unicodeScalars.dropFirst().first {
        keys.append(.control(letter))
        rest = Substring(rest.unicodeScalars.dropFirst(2))
      } else {
        keys.append(.scalar(first))
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
  }

  /// How people read it: `Enter`, `^d`, `zR`, `digits Enter`.
  var label: String {
    if !takesNumber, keys.count == 1 { return keys[0].label }
    let names = keys.map(\.label)
    let keys = names.joined(separator: names.allSatisfy { $0.count == 1 } ? "" : " ")
    return takesNumber ? "\(Self.digits) \(keys)" : keys
  }

  /// How it is written in settings: `<enter>`, `^d`, `zR`, `<digits><enter>`.
  var notation: String {
    (takesNumber ? "<\(Self.digits)>" : "") + keys.map(\.notation).joined()
  }

  /// Whether one of the two could not be typed without meaning the other: they are alike, or one begins the other.
  func isInTheWay(of other: KeySequence) -> Bool {
    starts(with: other) || other.starts(with: self)
  }

  /// Whether `typed` is a beginning of this sequence.
  func starts(with typed: KeySequence) -> Bool {
    takesNumber == typed.takesNumber && keys.starts(with: typed.keys)
  }

  /// What has been typed of it before its last key.
  var beginnings: [KeySequence] {
    keys.count < 2 ? [] : (1..<keys.count).map { KeySequence(takesNumber: takesNumber, keys: Array(keys[..<$0])) }
  }

  static let digits = "digits"

  private static func name(at text: Substring) -> (String, Substring)? {
    guard text.first == "<", let end = text.firstIndex(of: ">") else { return nil }
    let name = String(text[text.index(after: text.startIndex)..<end])
    guard name.lowercased() == digits || Key(named: name) != nil else { return nil }
    return (name, text[text.index(after: end)...])
  }
}

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

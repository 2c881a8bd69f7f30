import Briefing
import Canvas

extension KeySequence {
  /// Reads what a user wrote. Blanks part keys and mean nothing, as in `g g`.
  ///
  /// Unlike `init(notation:)` it takes nothing that no terminal sends: names of no key, letters that are another key with
  /// Control, and what the terminal keeps for itself.
  static func read(_ notation: String) throws(KeyFault) -> KeySequence {
    var sequence = KeySequence(keys: [])
    var rest = Substring(notation)
    while let first = rest.unicodeScalars.first {
      if first == "<", let end = rest.firstIndex(of: ">"), rest.index(after: rest.startIndex) < end {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        if name.lowercased() == digits, sequence.keys.isEmpty {
          sequence.takesNumber = true
        } else {
          guard let key = Key(named: name) else { throw .unknownKey(String(name)) }
          sequence.keys.append(key)
        }
      } else if first == "^", let letter = rest.unicodeScalars.dropFirst().first, letter != " " {
        rest = Substring(rest.unicodeScalars.dropFirst(2))
        sequence.keys.append(try control(letter))
      } else {
        rest = Substring(rest.unicodeScalars.dropFirst())
        if first != " " { sequence.keys.append(.scalar(try typed(first))) }
      }
    }
    guard !sequence.keys.isEmpty else { throw notation.contains(" ") ? .blank : .empty }
    guard sequence.keys.count <= longest else { throw .tooLong(most: longest) }
    return sequence
  }

  /// More than this nobody types for a command.
  private static let longest = 8

  /// What a terminal sends for another key, by the letter that it shares with Control.
  private static let twins: [Unicode.Scalar: String] = [
    "h": "backspace", "i": "tab", "j": "enter", "m": "enter", "[": "esc",
  ]

  private static func control(_ letter: Unicode.Scalar) throws(KeyFault) -> Key {
    let lower = ("A"..."Z").contains(letter) ? Unicode.Scalar(UInt8(letter.value) + 32) : letter
    guard ("a"..."z").contains(lower) || "@[\\]^_".unicodeScalars.contains(lower) else {
      throw .untypable("^\(Character(letter))")
    }
    if let twin = twins[lower] { throw .twin("^\(Character(lower))", of: "<\(twin)>") }
    // They stop the terminal's output and have it go on.
    if lower == "s" || lower == "q" { throw .kept("^\(Character(lower))") }
    return .control(lower)
  }

  /// A letter that can be shown as it is, so that a hint can name it.
  private static func typed(_ scalar: Unicode.Scalar) throws(KeyFault) -> Unicode.Scalar {
    let text = String(Character(scalar))
    guard Gate.text(of: text) == text else { throw .untypable(text) }
    return scalar
  }
}

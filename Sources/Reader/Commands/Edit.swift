import Canvas

/// What a key does to the line of a prompt.
enum Edit: Hashable, Sendable {
  case insert(Unicode.Scalar)
  case left, right, toStart, toEnd
  case deleteBackward, deleteForward, deleteWord, deleteToStart
  /// Earlier and later lines given to the same prompt.
  case earlier, later
  /// Take what is offered, or what was offered before it.
  case complete, completeBack
  case accept, cancel
}

extension Keymap {
  /// What explains the language of queries, where a word of one begins.
  static let explaining = Key.scalar("?")

  /// What a key means while a prompt is open; nil for nothing. These are not rebound: they are what every prompt has.
  static func edit(for key: Key) -> Edit? {
    switch key {
    case .scalar(let scalar): .insert(scalar)
    case .left, .control("b"): .left
    case .right, .control("f"): .right
    case .home, .control("a"): .toStart
    case .end, .control("e"): .toEnd
    case .backspace, .control("h"): .deleteBackward
    case .delete, .control("d"): .deleteForward
    case .control("w"): .deleteWord
    case .control("u"): .deleteToStart
    case .up, .control("p"): .earlier
    case .down, .control("n"): .later
    case .tab: .complete
    case .backTab: .completeBack
    case .enter: .accept
    case .escape, .control("c"), .control("g"): .cancel
    default: nil
    }
  }

  /// The letter that a key gives to a screen that takes letters; nil for a key that calls it off.
  static func letter(of key: Key) -> Character? {
    guard case .scalar(let scalar) = key, scalar.properties.isAlphabetic else { return nil }
    return Character(scalar)
  }
}

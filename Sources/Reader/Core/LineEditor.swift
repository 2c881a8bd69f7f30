import Briefing
import Canvas

/// One line of text with a cursor in it.
struct LineEditor: Hashable, Sendable {
  /// As long as any query or name needs to be; what is typed or pasted beyond it is left out, so that a huge paste costs
  /// nothing.
  static let limit = 1_000
  /// How many characters the line takes.
  private let limit: Int

  private var characters: [Character] = []
  /// How many characters stand before the cursor.
  private(set) var cursor = 0

  /// A line with a text to go on from, all of it, however long it is, and room for more.
  init(_ text: String = "") {
    limit = text.unicodeScalars.count + Self.limit
    insert(text)
  }

  var text: String { String(characters) }
  var textBeforeCursor: String { String(characters[..<cursor]) }
  var isEmpty: Bool { characters.isEmpty }

  /// Inserts text at the cursor, as the gate lets it through: on one line, commands to a terminal made visible.
  mutating func insert(_ text: String) {
    let room = max(0, limit - characters.count)
    guard room > 0 else { return }
    // The whole goes through, because a mark or a joiner belongs to the character before it.
    let typed = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    let before = Gate.text(of: textBeforeCursor + typed).prefix(cursor + room)
    let after = String(characters[cursor...])
    characters = Array(Gate.text(of: before + after))
    cursor = min(before.count, characters.count)
  }

  /// Puts text in the place of what stands before the cursor.
  mutating func replaceTextBeforeCursor(with text: String) {
    let after = characters[cursor...]
    (characters, cursor) = ([], 0)
    insert(text)
    characters += after.prefix(max(0, limit - characters.count))
  }

  /// The end of the text before the cursor, as much of it as fits.
  func textBeforeCursor(fitting columns: Int) -> String {
    var left = columns
    var start = cursor
    while start > 0 {
      left -= Width.of(characters[start - 1])
      guard left >= 0 else { break }
      start -= 1
    }
    return String(characters[start..<cursor])
  }

  var textAfterCursor: String { String(characters[cursor...]) }

  mutating func left() { cursor = max(0, cursor - 1) }
  mutating func right() { cursor = min(characters.count, cursor + 1) }
  mutating func toStart() { cursor = 0 }
  mutating func toEnd() { cursor = characters.count }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Deletes back to the start of the word before the cursor.
  mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  mutating func deleteToStart() {
    characters.removeSubrange(..<cursor)
    cursor = 0
  }
}

extension LineEditor {
  /// Makes one change to the line; what is no change of a line does nothing.
  mutating func apply(_ edit: Edit) {
    switch edit {
    case .insert(let scalar): insert(String(Character(scalar)))
    case .left: left()
    case .right: right()
    case .toStart: toStart()
    case .toEnd: toEnd()
    case .deleteBackward: deleteBackward()
    case .deleteForward: deleteForward()
    case .deleteWord: deleteWord()
    case .deleteToStart: deleteToStart()
    case .earlier, .later, .complete, .completeBack, .accept, .cancel: break
    }
  }
}

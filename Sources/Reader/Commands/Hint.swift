/// One offer of the hint line: the key comes from the keymap, the word from the screen.
struct Hint: Hashable, Sendable {
  var command: Command
  var word: String

  init(_ command: Command, _ word: String) {
    self.command = command
    self.word = word
  }
}

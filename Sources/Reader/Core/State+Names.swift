extension State {
  /// Does the command of a name, of the only name that begins so, or of a key.
  mutating func perform(named text: String) -> [Effect] {
    let name = text.filter { $0 != " " }
    if let number = Int(name), keymap.takesNumber(in: scopes) { return perform(.follow, number: number) }
    if let command = Command(rawValue: name) { return perform(command) }
    if case .command(let command) = keymap.meaning(
      of: KeySequence(notation: name).keys, after: nil, in: scopes)
    {
      return perform(command)
    }
    let found = CommandTable.names(beginningWith: name)
    switch found.count {
    case 0: return say("there is no command “\(name)”")
    case 1: return Command(rawValue: found[0]).map { perform($0) } ?? []
    default: return say("“\(name)” may be \(found.prefix(6).joined(separator: ", "))")
    }
  }

  /// Completes the name of a command as far as all that begin so agree, and names them.
  mutating func complete(_ prompt: Prompt) -> [Effect] {
    guard prompt.kind == .command else { return [] }
    let found = CommandTable.names(beginningWith: prompt.line.text)
    guard let first = found.first else { return say("no command begins so") }
    let common = found.dropFirst().reduce(first) { String($0.commonPrefix(with: $1)) }
    self.prompt?.line = LineEditor(common)
    return found.count == 1 ? [] : say(found.joined(separator: "  "))
  }
}

extension CommandTable {
  /// The command names that begin with some letters, in the order of the alphabet.
  static func names(beginningWith letters: String) -> [String] {
    entries.map(\.command.rawValue).filter { $0.hasPrefix(letters) }.sorted()
  }
}

extension String {
  /// The letters that two words begin with alike.
  fileprivate func commonPrefix(with other: String) -> Substring {
    let length = zip(self, other).prefix { $0 == $1 }.count
    return prefix(length)
  }
}

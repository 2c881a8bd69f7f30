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

  /// Completes what is being typed as far as all names that begin so agree, and names them.
  mutating func complete(_ prompt: Prompt) -> [Effect] {
    switch prompt.kind {
    case .command:
      return complete("", prompt.line.text, with: CommandTable.names(beginningWith: prompt.line.text), "command")
    case .tags:
      let tagging = Tagging(history.current.content.chosenRows)
      let (before, typed) = tagging.lastWord(of: prompt.line.text)
      let names = tagging.names(for: before, among: tagNames).filter { $0.hasPrefix(typed) }
      return complete(before, typed, with: names, "tag")
    default: return []
    }
  }

  private mutating func complete(_ before: String, _ typed: String, with names: [String], _ kind: String) -> [Effect] {
    guard let first = names.first else { return say("no \(kind) begins so") }
    let common = names.dropFirst().reduce(first) { String($0.commonPrefix(with: $1)) }
    prompt?.line = LineEditor(before + common)
    return names.count == 1 ? [] : say(names.prefix(Self.mostNames).joined(separator: "  "))
  }

  private static let mostNames = 40
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

import Briefing
import Canvas

extension State {
  /// Opens a prompt at the foot.
  mutating func open(_ kind: Prompt.Kind) -> [Effect] {
    switch history.current.content.opening(of: kind, in: frame(at: history.position)) {
    case .refused(let sentence): return say(sentence)
    case .line(let text, let about): prompt = Prompt(kind, before: history.current, text: text, about: about)
    }
    return kind == .tags ? [.ask(.tags)] : []
  }

  /// Puts pasted text into the prompt; anywhere else it does nothing, whatever it holds.
  mutating func paste(_ text: String) -> [Effect] {
    guard prompt != nil, pendingNavigation == nil else {
      return say("pasted text is no command; it goes into a prompt")
    }
    prompt?.line.insert(text)
    return textChanged()
  }

  /// Edits the line of the prompt.
  mutating func edit(with key: Key) -> [Effect] {
    guard let edit = Keymap.edit(for: key), let prompt else { return [] }
    switch edit {
    case .accept: return accept(prompt)
    case .cancel: return cancel(prompt)
    case .deleteBackward where prompt.line.isEmpty: return cancel(prompt)
    case .complete: return complete(prompt)
    case .earlier: self.prompt?.goBack(in: earlierLines[prompt.kind] ?? [])
    case .later: self.prompt?.goForward(in: earlierLines[prompt.kind] ?? [])
    default: self.prompt?.line.apply(edit)
    }
    return self.prompt?.line.text == prompt.line.text ? [] : textChanged()
  }

  private mutating func textChanged() -> [Effect] {
    guard let prompt, prompt.kind == .search, history.current.content.searchStyle == .asTyped else { return [] }
    return tellCurrent { $0.search(for: prompt.line.text, in: $1) }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    self.prompt = nil
    guard prompt.kind == .search, prompt.before.content.searchStyle == .asTyped else { return [] }
    history.current = prompt.before
    return tellCurrent { $0.resized(to: $1) }
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    self.prompt = nil
    let text = prompt.line.text
    remember(text, for: prompt.kind)
    switch prompt.kind {
    case .search: return accept(search: text)
    case .command: return text.isEmpty ? [] : perform(named: text)
    default: return tellCurrent { $0.entered(text, for: prompt.kind, in: $1) }
    }
  }

  private mutating func accept(search words: String) -> [Effect] {
    if history.current.story != nil, history.previous?.search != nil {
      history[history.position - 1].search?.isWalked = words.isEmpty
    }
    return tellCurrent { $0.search(for: words, in: $1) }
  }

  private mutating func remember(_ text: String, for kind: Prompt.Kind) {
    guard !text.isEmpty else { return }
    var lines = earlierLines[kind, default: []]
    lines.removeAll { $0 == text }
    earlierLines[kind] = Array((lines + [text]).suffix(Self.mostLines))
  }

  private static let mostLines = 50
}

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

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
    case .earlier, .later, .complete, .accept, .cancel: break
    }
  }
}

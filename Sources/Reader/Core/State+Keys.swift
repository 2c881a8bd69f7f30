import Canvas

extension State {
  /// Handles a key: for the prompt, for a screen that wants letters, or for a command.
  mutating func press(_ key: Key) -> [Effect] {
    let effects = handle(key)
    return keepPlace() + effects
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    if pendingNavigation != nil { return hold(key) }
    message = nil
    (doubtHeard, doubt) = (doubt, nil)
    if prompt != nil { return edit(with: key) }
    if history.current.content.wantsLetters {
      return tellCurrent { $0.typed(Keymap.letter(of: key), in: $1) }
    }
    return interpret(key)
  }

  /// The scopes that keys are looked up in, the most specific first.
  var scopes: [Scope] { history.current.content.scopes + [.everywhere] }

  private mutating func interpret(_ key: Key) -> [Effect] {
    let scopes = scopes
    let keys = pending.keys + [key]
    let meaning = keymap.meaning(of: keys, after: pending.number, in: scopes)
    if meaning == .nothing || pending.number != nil, pending.keys.isEmpty, let digit = key.digit,
      keymap.takesNumber(in: scopes)
    {
      pending.number = min((pending.number ?? 0) * 10 + digit, Self.largestNumber)
      return []
    }
    switch meaning {
    case .unfinished:
      pending.keys = keys
      return []
    case .nothing:
      let wasPending = !pending.isEmpty
      pending = Pending()
      return wasPending ? [] : say(unknown(key))
    case .command(let command):
      let wasPending = !pending.isEmpty
      let number = pending.number
      pending = Pending()
      // A key that goes back calls off what was begun, and no more.
      return wasPending && command == .back ? [] : perform(command, number: number)
    }
  }

  private func unknown(_ key: Key) -> String {
    let help = keymap.label(for: .help, in: scopes) ?? Command.help.rawValue
    let label = key.label.isEmpty ? "this key" : key.label
    return "\(label) does nothing here; \(help) shows the keys"
  }

  /// Keeps a key for the screen that is on its way. A key that goes back calls the way off, unless it was typed after
  /// others that wait, to be done after them; pressed twice, it always does.
  private mutating func hold(_ key: Key) -> [Effect] {
    if keymap.meaning(of: [key], after: nil, in: [.everywhere]) == .command(.quit) { return [.quit] }
    if goesBack(key), heldKeys.last.map(goesBack) ?? true {
      pendingNavigation = nil
      heldKeys = []
    } else if heldKeys.count < Self.mostHeldKeys {
      heldKeys.append(key)
    }
    return []
  }

  private func goesBack(_ key: Key) -> Bool {
    let meaning = keymap.meaning(of: [key], after: nil, in: [.everywhere])
    return meaning == .command(.back) || meaning == .command(.leave)
  }

  mutating func releaseHeldKeys() -> [Effect] {
    var effects: [Effect] = []
    while pendingNavigation == nil, !heldKeys.isEmpty {
      effects += press(heldKeys.removeFirst())
    }
    return effects
  }

  private static let largestNumber = 9_999
  private static let mostHeldKeys = 64
}

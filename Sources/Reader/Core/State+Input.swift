import Canvas

extension State {
  /// Handles a key: for the prompt, for a screen that wants letters, or for a command.
  mutating func press(_ key: Key) -> [Effect] {
    let effects = handle(key)
    if let waiting = news, message == nil, prompt == nil { (news, message) = (nil, waiting) }
    return keepPlace() + effects
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    if pendingNavigation != nil || adding == .examining { return hold(key) }
    (message, askedEarly) = (nil, nil)
    (doubtHeard, doubt) = (doubt, nil)
    (heardUndo, offeredUndo) = (offeredUndo, nil)
    (heardBegun, offeredBegun, hasBeenUsed) = (offeredBegun, nil, true)
    if prompt != nil { return edit(with: key) }
    if question != nil { return answer(with: key) }
    if history.current.content.wantsLetters {
      return tellCurrent { $0.typed(Keymap.letter(of: key), in: $1) }
    }
    if stops(key) { return stopFetching() }
    return interpret(key)
  }

  /// Whether letters are typed into something, which an interrupt calls off.
  public var isTyping: Bool { prompt != nil || history.current.content.wantsLetters }

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

  /// The key of a command in a place, or else its name, to be told where it can be given.
  func key(for command: Command, in scope: Scope) -> String {
    keymap.label(for: command, in: [scope, .everywhere]) ?? ":\(command.rawValue)"
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
      if adding == .examining { adding = nil }
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
    while pendingNavigation == nil, adding != .examining, !heldKeys.isEmpty {
      effects += press(heldKeys.removeFirst())
    }
    return effects
  }

  private static let largestNumber = 9_999
  private static let mostHeldKeys = 64
}

/// The mouse does nothing that keys do not: the wheel moves what is shown, a press moves the cursor, and a press on what the
/// cursor stands on, or on a citation, goes in.
extension State {
  mutating func handle(_ mouse: Mouse) -> [Effect] {
    guard pendingNavigation == nil, prompt == nil, question == nil, adding != .examining else { return [] }
    (message, pending) = (nil, Pending())
    if history.current.content.wantsLetters { return tellCurrent { $0.typed(nil, in: $1) } }
    switch mouse.action {
    case .wheelUp: return turnWheel(.scrollUp)
    case .wheelDown: return turnWheel(.scrollDown)
    case .press: return press(at: mouse.point)
    }
  }

  private mutating func turnWheel(_ command: Command) -> [Effect] {
    (0..<Self.rowsOfWheel).flatMap { _ in perform(command) }
  }

  private mutating func press(at point: Point) -> [Effect] {
    guard point.row < layout.bodyRows else { return [] }
    if layout.isWide, history.isAtRoot == (point.column >= layout.rule) { return goToOtherSide() }
    let frame = frame(at: history.position)
    let origin = frame.rect.origin
    let inside = Point(column: point.column - origin.column, row: point.row - origin.row)
    if history.isAtRoot, inside.row == 0,
      let tab = (history.current.content as? any RootList)?.tab(at: inside.column, in: frame)
    {
      return show(tab)
    }
    if let steps = history.change(history.position, { $0.pressed(at: inside, in: frame) }) { return carryOut(steps) }
    guard cursorRow != point.row else { return perform(.enter) }
    return walk(to: point.row)
  }

  /// Moves the cursor towards a row of the screen, as far as it can stand there.
  private mutating func walk(to row: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<layout.bodyRows {
      guard let here = cursorRow, here != row else { break }
      effects += perform(here < row ? .down : .up)
      // A row that holds nothing lies between two that do.
      guard let there = cursorRow, there != here, (there < row) == (here < row) || there == row else { break }
    }
    return effects
  }

  private var cursorRow: Int? {
    var canvas = Canvas(size: size)
    draw(on: &canvas)
    return canvas.cursor?.row
  }

  private static let rowsOfWheel = 3
}

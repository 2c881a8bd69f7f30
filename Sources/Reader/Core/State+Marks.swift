import Briefing

extension State {
  /// Asks for a change; it is shown once it is kept.
  mutating func send(_ change: Change) -> [Effect] {
    pendingChanges.sent(change)
    return [.change(change)]
  }

  /// Asks for a change that the user wants, and says once where it will not last.
  mutating func sendForUser(_ change: Change) -> [Effect] {
    if let sentence = passing {
      passing = nil
      _ = say(sentence)
    }
    return send(change)
  }

  /// Asks for a change that nobody asked for, such as that what was opened is read. Where such are refused, one sentence
  /// is enough.
  mutating func sendUnasked(_ change: Change) -> [Effect] {
    unasked.append(change)
    return send(change)
  }

  mutating func undo() -> [Effect] {
    pendingChanges.sentUndo()
    return [.undo]
  }

  /// Shows a change that was made and kept.
  mutating func show(_ change: Change) -> [Effect] {
    pendingChanges.kept(change)
    if wasUnasked(change) { lastUnaskedRefusal = nil }
    if let sentence = change.sentence { _ = say(sentence + wayBack(from: change)) }
    return spread(change)
  }

  /// Leaves everything as it was, and says why.
  mutating func refuse(_ change: Change?, because sentence: String) -> [Effect] {
    if let change { pendingChanges.refused(change) } else { pendingChanges.undone() }
    if let change, wasUnasked(change) {
      guard sentence != lastUnaskedRefusal else { return [] }
      lastUnaskedRefusal = sentence
    }
    return say(sentence)
  }

  private mutating func wasUnasked(_ change: Change) -> Bool {
    guard let index = unasked.firstIndex(of: change) else { return false }
    unasked.remove(at: index)
    return true
  }

  /// Shows what was taken back.
  mutating func show(_ undone: Undone) -> [Effect] {
    pendingChanges.undone()
    guard !undone.changes.isEmpty else { return say("nothing to undo") }
    let effects = undone.changes.flatMap { spread($0) }
    return effects + say(undone.sentence)
  }

  /// Shows a change on every screen.
  private mutating func spread(_ change: Change) -> [Effect] {
    let effects = tellAll { $0.changed(change, in: $1) }
    switch change {
    case .mark, .remove: return effects + [.ask(.count(listing))]
    case .withdraw:
      // A story that is shown may be in another version now, or gone.
      history.startAnew()
      return effects + tellCurrent { $0.appeared(in: $1) } + lookAgain()
    case .note, .keep, .forget: return effects
    }
  }

  /// What goes out of sight says with which key it comes back.
  private func wayBack(from change: Change) -> String {
    guard case .remove(_, isRemoved: true) = change, let key = keymap.label(for: .undo, in: scopes) else { return "" }
    return " · \(key) takes it back"
  }
}

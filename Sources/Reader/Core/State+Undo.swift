import Briefing
import Canvas

/// Taking back what was changed, and making it again.
extension State {
  mutating func undo() -> [Effect] {
    guard adding != .underway else {
      return say("stories are still being added; they can be taken back when they are in")
    }
    pendingChanges.sentUndo()
    return [.undo(isSure: heardUndo == .undo)]
  }

  mutating func redo() -> [Effect] {
    guard adding != .underway else {
      return say("stories are still being added; nothing is made again until they are in")
    }
    return [.redo(isSure: heardUndo == .redo)]
  }

  /// Shows what was taken back.
  mutating func show(_ undone: Undone) -> [Effect] {
    pendingChanges.undone()
    guard !undone.changes.isEmpty else { return say("nothing to undo") }
    if let date = undone.heldBack {
      return offer(.undo, "takes back what was done", date) { undone.sentence(columns: $0) }
    }
    let way = undone.isReversible ? keymap.label(for: .redo, in: scopes).map { " · \($0) does it again" } : nil
    return undone.changes.flatMap { spread($0) } + say(fitting(way) { undone.sentence(columns: $0) })
  }

  /// Shows what was made again.
  mutating func show(redone: Undone) -> [Effect] {
    guard !redone.changes.isEmpty else { return say("nothing was undone that could be made again") }
    if let date = redone.heldBack {
      return offer(.redo, "makes again what was undone", date) { redone.sentenceOfRedo(columns: $0) }
    }
    let way = keymap.label(for: .undo, in: scopes).map { " · \($0) takes it back" }
    return redone.changes.flatMap { spread($0) } + say(fitting(way) { redone.sentenceOfRedo(columns: $0) })
  }

  /// Says what the same key once more would do.
  private mutating func offer(
    _ command: Command, _ does: String, _ date: Moment, _ sentence: (Int) -> String
  ) -> [Effect] {
    offeredUndo = command
    let key = keymap.label(for: command, in: scopes) ?? command.rawValue
    let question = "\(key) again \(does) \(date.dayLabel(today: today, settings.dates)): "
    return say(question + sentence(columnsOfFoot - Width.of(question)))
  }

  /// A sentence and the way on from there, where the foot has room for both.
  private func fitting(_ way: String?, _ sentence: (Int) -> String) -> String {
    guard let way else { return sentence(columnsOfFoot) }
    let sentence = sentence(columnsOfFoot)
    return Width.of(sentence + way) <= columnsOfFoot ? sentence + way : sentence
  }

  private var columnsOfFoot: Int { size.columns - 2 }
}

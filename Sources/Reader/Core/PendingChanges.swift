import Briefing

/// The changes that were asked for and are not kept yet, in their order.
///
/// A screen shows a change only once it is kept, yet the next key is meant for what will stand then: `s` pressed twice
/// gives a star and takes it away, however slow the disk is.
struct PendingChanges: Hashable, Sendable {
  private enum Wish: Hashable {
    case change(Change, isKept: Bool)
    /// One that no undo takes back.
    case lasting(Change)
    case undo
  }

  private var wishes: [Wish] = []

  var isEmpty: Bool { wishes.isEmpty }

  mutating func sent(_ change: Change, isUndoable: Bool = true) {
    wishes.append(isUndoable ? .change(change, isKept: false) : .lasting(change))
  }

  mutating func sentUndo() {
    wishes.append(.undo)
  }

  /// A change was kept. An undo that waits behind it may mean it, so that it is remembered till then.
  mutating func kept(_ change: Change) {
    if let index = wishes.firstIndex(of: .lasting(change)) {
      wishes.remove(at: index)
      return
    }
    guard let index = wishes.firstIndex(of: .change(change, isKept: false)) else { return }
    wishes[index] = .change(change, isKept: true)
    forgetKept()
  }

  mutating func refused(_ change: Change) {
    let sought = [Wish.lasting(change), .change(change, isKept: false)]
    guard let index = wishes.firstIndex(where: sought.contains) else { return }
    wishes.remove(at: index)
    forgetKept()
  }

  /// The oldest undo was carried out, or refused.
  mutating func undone() {
    guard let index = wishes.firstIndex(of: .undo) else { return }
    wishes.remove(at: index)
    if index > 0 { wishes.remove(at: index - 1) }
    forgetKept()
  }

  /// A row as it will be when all that is under way is done.
  func expected(_ row: Row) -> Row {
    var row = row
    var changes: [Change] = []
    for wish in wishes {
      switch wish {
      case .change(let change, let isKept):
        changes.append(change)
        if !isKept { row.set(change) }
      case .lasting(let change): row.set(change)
      case .undo:
        if let last = changes.popLast() { row.set(last.inverse) }
      }
    }
    return row
  }

  private mutating func forgetKept() {
    guard !wishes.contains(.undo) else { return }
    wishes.removeAll { wish in
      if case .change(_, isKept: true) = wish { true } else { false }
    }
  }
}

extension Row {
  fileprivate mutating func set(_ change: Change?) {
    for case .mark(let stories, let mark) in change?.parts ?? [] where stories.contains(id) { set(mark) }
  }
}

extension Change {
  /// What takes marks back that only stories without them were given; nil for any other change.
  fileprivate var inverse: Change? {
    switch self {
    case .mark(let stories, let mark): .mark(stories, mark.inverse)
    case .marks(let markings): .marks(markings.reversed().map { Marking($0.stories, $0.mark.inverse) })
    default: nil
    }
  }
}

extension Frame {
  /// A row as it will be when all that was asked for is kept; what a toggle goes by.
  func expected(_ row: Row) -> Row { pendingChanges.expected(row) }
}

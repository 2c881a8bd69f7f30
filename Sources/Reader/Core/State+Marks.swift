import Briefing
import Canvas

extension State {
  /// Asks for a change; it is shown once it is kept.
  mutating func send(_ change: Change) -> [Effect] {
    pendingChanges.sent(change)
    return [.change(change)]
  }

  /// Asks for a change that the user wants, and says once where it will not last.
  mutating func sendForUser(_ change: Change) -> [Effect] {
    if let sentence = passing { (passing, heardPassing) = (nil, sentence) }
    return send(change)
  }

  /// The same for all stories of a listing.
  mutating func sendForUser(_ bulk: BulkChange) -> [Effect] {
    if let sentence = passing { (passing, heardPassing) = (nil, sentence) }
    return [.changeAll(bulk)]
  }

  /// Counts a story as read that was opened, which nobody asked for. Where that is refused, one sentence is enough.
  mutating func sendRead(_ story: StoryID) -> [Effect] {
    let change = Change.mark([story], .unread(false))
    unasked.append(change)
    pendingChanges.sent(change, isUndoable: false)
    return [.markRead(story)]
  }

  /// Shows a change that was made and kept.
  mutating func show(_ change: Change) -> [Effect] {
    pendingChanges.kept(change)
    if wasUnasked(change) {
      lastUnaskedRefusal = nil
    } else if let sentence = change.sentence {
      let rest = heardPassing.map { " · \($0)" } ?? wayBack(from: change)
      let named = sentenceOfFollowing(change) ?? sentence + name(ofRemovedBy: change, before: rest)
      _ = say(named + rest)
      heardPassing = nil
    }
    return spread(change)
  }

  /// Leaves everything as it was, and says why.
  mutating func refuse(_ change: Change?, because sentence: String) -> [Effect] {
    if let change { pendingChanges.refused(change) } else { pendingChanges.undone() }
    if case .note(let story, let section, let text)? = change, !text.isEmpty {
      unkeptNote = NoteDraft(story: story, section: section, text: text)
    }
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

  /// Shows a change on every screen.
  mutating func spread(_ change: Change) -> [Effect] {
    let effects = change.parts.flatMap { part in
      if case .mark(let stories, let mark) = part {
        spread(mark, on: stories)
      } else {
        tellAll { $0.changed(part, in: $1) }
      }
    }
    switch change {
    case .mark, .marks, .remove: return effects + [.ask(.count(listing))]
    case .withdraw, .readmit:
      // A story that is shown may be in another version now, or gone.
      history.startAnew()
      return effects + tellCurrent { $0.appeared(in: $1) } + lookAgain()
    case .note, .keep, .forget, .edit, .follow: return effects
    }
  }

  /// What was removed, where that is one story of the list: another one may be on the screen by now. Cut to what the foot has
  /// room for in one line.
  private func name(ofRemovedBy change: Change, before rest: String) -> String {
    guard case .remove(let stories, isRemoved: true) = change, stories.count == 1,
      let row = index?.window.rows.first(where: { $0.id == stories[0] })
    else { return "" }
    let room = size.columns - 2 - Width.of("removed “”" + rest)
    return room < Self.fewestColumnsOfName ? "" : " “\(Wrap.cut(row.headline, columns: room))”"
  }

  /// What to say of a feed whose name is known.
  private func sentenceOfFollowing(_ change: Change) -> String? {
    guard case .follow(let key, let isFollowed) = change, let name = feeds?.name(of: key) else { return nil }
    let called = "“\(Wrap.cut(name, columns: max(Self.fewestColumnsOfName, size.columns / 3)))”"
    return called + (isFollowed ? " is followed again" : " is no longer followed; its stories stay")
  }

  static let fewestColumnsOfName = 8

  /// With which key a change is taken back.
  private func wayBack(from change: Change) -> String {
    if case .remove(_, isRemoved: false) = change { return "" }
    return keymap.label(for: .undo, in: scopes).map { " · \($0) takes it back" } ?? ""
  }
}

import Briefing

/// What is done with all stories of the listing, also those that are not loaded.
extension IndexState {
  mutating func selectAll() -> [Step] {
    guard !window.rows.isEmpty else { return [.say("there is no story here")] }
    let isDone = isAllSelected && unselected.isEmpty
    unselect()
    isAllSelected = !isDone
    return []
  }

  /// What is selected, or else everything that is listed.
  mutating func markAllRead() -> [Step] {
    guard !window.rows.isEmpty else { return [.say("there is no story here")] }
    guard !selected.isEmpty else { return changeAll(.mark(.unread(false))) }
    let unread = selected.filter(\.isUnread).map(\.id)
    unselect()
    guard !unread.isEmpty else { return [.say("all of these are read already")] }
    return [.effect(.change(.mark(unread, .unread(false))))]
  }

  /// Every story that is selected, or listed.
  var everySelected: (BulkChange.Action) -> BulkChange {
    { [query = listing.query, unselected] in BulkChange($0, query: query, except: unselected) }
  }

  mutating func changeAll(_ action: BulkChange.Action) -> [Step] {
    let bulk = everySelected(action)
    hasMoved = true
    unselect()
    return [.effect(.changeAll(bulk))]
  }

  /// The rows of this very listing are changed where they stand, as by a mark on each.
  mutating func changed(_ bulk: BulkChange, in frame: Frame) -> [Step] {
    guard bulk.query == listing.query else { return catalogChanged(in: frame) }
    switch bulk.action {
    case .mark(let mark):
      marked(Set(window.rows.map(\.id)).subtracting(bulk.exceptions), mark)
      return []
    case .remove: return load(listing, goal: .first, in: frame)
    }
  }
}

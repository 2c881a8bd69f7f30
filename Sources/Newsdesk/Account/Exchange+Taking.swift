import Briefing
import Catalog
import Formats

/// What others did at the server comes here.
extension Exchange {
  mutating func takeMarks(
    _ lists: ServerLists, _ known: [ItemID: ItemState], _ shelf: [ItemID]
  ) throws(AccountFailure) {
    let there = Set(shelf)
    var (marks, doubtful) = lists.changes(since: known) { there.contains($0) }
    let (found, gone) = try look(at: doubtful)
    for entry in found {
      guard let state = known[entry.id] else { continue }
      if entry.isRead != state.isRead { marks.append(ServerMark(entry.id, .unread(!entry.isRead))) }
      if entry.isStarred != state.isStarred { marks.append(ServerMark(entry.id, .starred(entry.isStarred))) }
    }
    marks += try changedLabels(lists, known)
    if isTrial {
      report.taken = marks.count
    } else {
      report.taken = try inCatalog { () throws(CatalogError) in
        try catalog.detach(gone)
        return try catalog.take(marks, at: date)
      }
    }
  }

  /// A label that the server lists no more is on nothing there.
  private func changedLabels(
    _ lists: ServerLists, _ known: [ItemID: ItemState]
  ) throws(AccountFailure) -> [ServerMark] {
    guard takesLabels else { return [] }
    var marks: [ServerMark] = []
    let before = try inCatalog { () throws(CatalogError) in try catalog.labels() }
    for tag in Set(before).union(lists.labelled.keys).sorted() {
      let had = try inCatalog { () throws(CatalogError) in try catalog.items(labelled: tag) }
      let has = lists.labelled[tag, default: []]
      for item in had.symmetricDifference(has).sorted() where known[item] != nil {
        marks.append(ServerMark(item, .tagged(tag, has.contains(item))))
      }
    }
    return marks
  }

  /// Asks the server for entries that it may have no more.
  /// - Returns: those that it has, and the ids of the others.
  mutating func look(at items: [ItemID]) throws(AccountFailure) -> (found: [AccountEntry], gone: [ItemID]) {
    var (found, gone): ([AccountEntry], [ItemID]) = ([], [])
    var rest = items[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(AccountServer.mostItems))
      rest = rest.dropFirst(part.count)
      let entries = try contents(of: part)
      try note(owners: entries.owners)
      found += entries.entries
      let there = Set(entries.entries.map(\.id))
      gone += part.filter { !there.contains($0) }
    }
    return (found, gone)
  }

  /// Some servers say that the question is wrong where they have none of the entries.
  private func contents(of items: [ItemID]) throws(AccountFailure) -> AccountEntries {
    do throws(AccountFailure) {
      return try server.contents(of: items, stop)
    } catch .status(400, _), .status(404, _) {
      return AccountEntries()
    }
  }
}

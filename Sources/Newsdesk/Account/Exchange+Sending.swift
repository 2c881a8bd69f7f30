import Briefing
import Catalog

/// What the user did here goes there.
extension Exchange {
  /// Tells the server what stands in the outbox, and reads its lists: before, because some servers take a mark away that is set
  /// a second time, and after, because what they answer is no proof.
  /// - Returns: the lists as they are in the end.
  mutating func send() throws(AccountFailure) -> ServerLists {
    var lists = try lists()
    guard !isTrial else {
      report.sent = try outbox().count { !lists.has($0.mark, $0.item) }
      return lists
    }
    try setAsideLabels()
    var tried: Set<OutgoingMark> = []
    for _ in 0..<Self.rounds {
      let different = try settle(lists, tried)
      guard !different.isEmpty, report.failure == nil else { break }
      tried.formUnion(different)
      try tell(different)
      lists = try self.lists()
    }
    try forgetGone(try settle(lists, tried))
    return lists
  }

  /// A mark that the server did not keep is told it once more, and stays in the outbox then.
  private static let rounds = 2

  private func outbox() throws(AccountFailure) -> [OutgoingMark] {
    try inCatalog { () throws(CatalogError) in try catalog.outbox() }
  }

  /// What the server has already leaves the outbox.
  /// - Returns: the rest.
  private mutating func settle(_ lists: ServerLists, _ tried: Set<OutgoingMark>) throws(AccountFailure)
    -> [OutgoingMark]
  {
    let outbox = try outbox()
    let settled = outbox.filter { lists.has($0.mark, $0.item) }
    try inCatalog { () throws(CatalogError) in try catalog.delivered(settled) }
    report.sent += settled.count { tried.contains($0) }
    return outbox.filter { !lists.has($0.mark, $0.item) }
  }

  /// Tells many entries at once what they have in common.
  private mutating func tell(_ outbox: [OutgoingMark]) throws(AccountFailure) {
    for (mark, marks) in Dictionary(grouping: outbox, by: \.mark).sorted(by: { $0.key.order < $1.key.order }) {
      var rest = marks.map(\.item)[...]
      while !rest.isEmpty, report.failure == nil {
        try tell(Array(rest.prefix(AccountServer.mostItems)), mark)
        rest = rest.dropFirst(AccountServer.mostItems)
      }
    }
  }

  private mutating func tell(_ items: [ItemID], _ mark: Mark) throws(AccountFailure) {
    do throws(AccountFailure) {
      switch mark {
      case .unread(let isUnread): try server.edit(items, AccountServer.read, isSet: !isUnread, stop)
      case .starred(let isStarred): try server.edit(items, AccountServer.starred, isSet: isStarred, stop)
      case .tagged(let tag, let isTagged):
        try server.edit(items, AccountServer.label(labels.names[tag] ?? tag), isSet: isTagged, stop)
        labels.add(tag)
      }
    } catch .status(let status, _) where mark.isLabel && status != 429 && status != 503 {
      report.refusesLabels = account.labelsRefused == nil
      account.labelsRefused = date
      labels = ServerLabels([], folders: Array(labels.folders))
      try setAsideLabels()
    } catch .http(.cancelled) {
      throw .http(.cancelled)
    } catch {
      // The lists say what came through; the rest stays in the outbox.
      report.failure = error
    }
  }

  /// Tags stay here where the server takes none, and folders are the server's own.
  private func setAsideLabels() throws(AccountFailure) {
    let (isRefused, folders) = (!takesLabels, labels.folders)
    let kept = try outbox().filter { outgoing in
      if case .tagged(let tag, _) = outgoing.mark { isRefused || folders.contains(tag) } else { false }
    }
    try inCatalog { () throws(CatalogError) in try catalog.withdraw(kept) }
  }

  /// Of entries that the server has no more, it is told nothing.
  private mutating func forgetGone(_ outbox: [OutgoingMark]) throws(AccountFailure) {
    guard !outbox.isEmpty, report.failure == nil else { return }
    let items = Array(Set(outbox.map(\.item))).sorted()
    let (_, gone) = try look(at: items)
    try inCatalog { () throws(CatalogError) in try catalog.detach(gone) }
  }
}

extension Mark {
  /// Stars first, then what was read, then labels.
  fileprivate var order: Int {
    switch self {
    case .starred(let isStarred): isStarred ? 0 : 1
    case .unread(let isUnread): isUnread ? 3 : 2
    case .tagged: 4
    }
  }

  fileprivate var isLabel: Bool { if case .tagged = self { true } else { false } }
}

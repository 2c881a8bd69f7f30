import Briefing
import Catalog
import Formats
import Synchronization
import System

/// Entries that the catalog lacks come, with what the server knows of them.
extension Exchange {
  /// Asks for two parts at once, reads each where it comes, and puts it in on this thread; what is in stays in.
  mutating func bring(_ items: [ItemID], _ told: (SyncProgress) -> Void) throws(AccountFailure) {
    guard !items.isEmpty else { return }
    if isTrial {
      report.entries = items.count
      return
    }
    // Until all are here, it is not known how far down the shelf there are gaps.
    try noteGaps()
    var progress = SyncProgress(total: items.count)
    told(progress)
    let parts = PartQueue(items)
    let arrivals = Channel<Arrival>(capacity: 1)
    let reader = ItemReader(self)
    let threads = (0..<Self.threads).count { _ in
      WorkerThread.start { reader.run(parts, into: arrivals) }
    }
    guard threads > 0 else { throw .http(.noRoom) }
    defer { arrivals.close { _ in true } }
    var running = threads
    while running > 0, let arrival = arrivals.receive() {
      switch arrival {
      case .end: running -= 1
      case .part(let part):
        try take(part)
        progress.done += part.asked
        progress.newStories = report.newStories
        told(progress)
      case .failure(let failure): throw failure
      }
    }
  }

  private static let threads = 2

  private mutating func noteGaps() throws(AccountFailure) {
    account.synced = nil
    try inCatalog { [account] () throws(CatalogError) in try catalog.note(account) }
  }

  private mutating func take(_ part: ItemPart) throws(AccountFailure) {
    try note(owners: part.owners)
    report.newStories += try inCatalog { () throws(CatalogError) in try catalog.take(part.items, at: date) }
    report.entries += part.items.count
    report.missing += part.asked - part.items.count
  }
}

/// What comes of asking for entries.
private enum Arrival: Sendable {
  case part(ItemPart)
  case failure(AccountFailure)
  /// One of those who ask has nothing to ask for any more.
  case end
}

/// Some entries, ready to be put into the catalog.
struct ItemPart: Sendable {
  var items: [ArrivingItem]
  var owners: Set<String>
  /// How many were asked for.
  var asked: Int
}

/// What is yet to be asked for.
private final class PartQueue: Sendable {
  private let rest: Mutex<[ItemID]>

  init(_ items: [ItemID]) { rest = Mutex(items.reversed()) }

  func next() -> [ItemID]? {
    rest.withLock { rest in
      guard !rest.isEmpty else { return nil }
      let part = Array(rest.suffix(AccountServer.mostItems).reversed())
      rest.removeLast(part.count)
      return part
    }
  }
}

/// Asks for entries and reads them.
private struct ItemReader: Sendable {
  let server: AccountServer
  let labels: ServerLabels
  let keys: [String: String]
  let stop: FetchStop
  let date: Moment

  init(_ exchange: Exchange) {
    (server, labels, keys) = (exchange.server, exchange.labels, exchange.keys)
    (stop, date) = (exchange.stop, exchange.date)
  }

  func run(_ parts: PartQueue, into arrivals: Channel<Arrival>) {
    while let ids = parts.next() {
      do throws(AccountFailure) {
        guard arrivals.send(.part(try part(ids))) else { return }
      } catch {
        _ = arrivals.send(.failure(error))
        return
      }
    }
    _ = arrivals.send(.end)
  }

  /// Where an answer is too large, or takes too long, half of it is asked for at a time.
  private func part(_ ids: [ItemID]) throws(AccountFailure) -> ItemPart {
    do throws(AccountFailure) {
      return part(try server.contents(of: ids, stop), asked: ids)
    } catch .status(400, _), .status(404, _) {
      return ItemPart(items: [], owners: [], asked: ids.count)
    } catch .http(.tooLarge) where ids.count > 1, .http(.timedOut) where ids.count > 1 {
      let (first, second) = (try part(Array(ids[..<(ids.count / 2)])), try part(Array(ids[(ids.count / 2)...])))
      return ItemPart(
        items: first.items + second.items, owners: first.owners.union(second.owners), asked: ids.count)
    }
  }

  private func part(_ contents: AccountEntries, asked: [ItemID]) -> ItemPart {
    let wanted = Set(asked)
    var seen: Set<ItemID> = []
    let entries = contents.entries.filter { wanted.contains($0.id) && seen.insert($0.id).inserted }
    // Of two of the same moment, the one that came later is to be the newer.
    return ItemPart(items: entries.reversed().map(arriving), owners: contents.owners, asked: asked.count)
  }

  private func arriving(_ entry: AccountEntry) -> ArrivingItem {
    var reading = entry.story.reading
    // What is to come in the future would stand above all that is new.
    if let published = reading.story.published, published > date { reading.story.published = nil }
    let tags = labels.tags(of: entry.labels)
    let stream = entry.stream ?? ""
    let story = IncomingStory(
      reading: reading, original: entry.story.original,
      provenance: .entry(
        feed: keys[stream] ?? "\(server.access.base)/\(stream)", guid: "\(server.access.shelf)/item/\(entry.id.digits)",
        url: reading.story.url),
      date: date, marks: UserMarks(isUnread: !entry.isRead, isStarred: entry.isStarred, tags: tags))
    return ArrivingItem(
      entry.id, story, ItemState(isRead: entry.isRead, isStarred: entry.isStarred), tags: tags)
  }
}

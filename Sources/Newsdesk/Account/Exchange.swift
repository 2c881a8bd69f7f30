import Briefing
import Catalog
import Formats
import Synchronization
import System

/// One exchange with the server of the account: what the user did here goes there, then what the server has comes here.
///
/// Broken off anywhere, the next one goes on: a mark leaves the outbox once the server lists the entry so, and an entry is known
/// once it is in the catalog with its marks.
struct Exchange {
  let server: AccountServer
  let catalog: Catalog
  let date: Moment
  let stop: FetchStop
  /// Whether nothing is changed at either side.
  let isTrial: Bool
  var report = SyncReport()
  var account: ServerAccount
  var labels = ServerLabels([], folders: [])
  /// What entries of each of the server's feeds are known by here.
  var keys: [String: String] = [:]
  /// Tells lists that are asked for beside others that nobody wants them any more.
  private let end = ExchangeEnd()
  /// Nothing is known of the account before.
  private var isFirst: Bool

  /// - Parameter isAnew: whether what was exchanged before is forgotten.
  init(
    _ server: AccountServer, _ catalog: Catalog, at date: Moment, _ stop: FetchStop, isTrial: Bool, isAnew: Bool
  ) throws(AccountFailure) {
    (self.server, self.catalog, self.date, self.stop, self.isTrial) = (server, catalog, date, stop, isTrial)
    let present = ServerAccount(server: server.access.base, user: server.access.user)
    let known = try inCatalog { () throws(CatalogError) in try catalog.account() }
    let isSame = known?.server == present.server && known?.user == present.user
    report.isOtherAccount = known != nil && !isSame
    isFirst = !isSame || isAnew
    account = isFirst ? present : known ?? present
  }

  /// - Parameter told: how far it has come; on the caller's thread.
  /// - Throws: where nothing was exchanged at all; what goes wrong later is in the report.
  mutating func run(_ told: (SyncProgress) -> Void) throws(AccountFailure) {
    try server.enter(stop)
    let feeds = try server.feeds(stop)
    try note(owners: feeds.owners)
    do throws(AccountFailure) {
      if isFirst { try begin() }
      try follow(feeds.feeds)
      try exchange(told)
      account.synced = date
    } catch {
      end.come()
      report.failure = error
    }
    try finish()
  }

  private mutating func begin() throws(AccountFailure) {
    report.forgotten = try inCatalog { () throws(CatalogError) in try catalog.outboxCount() }
    guard !isTrial else { return }
    try inCatalog { [account] () throws(CatalogError) in try catalog.begin(account) }
  }

  /// The server says with its names whose its answers are.
  mutating func note(owners: Set<String>) throws(AccountFailure) {
    guard let owner = owners.first else { return }
    guard owners.count == 1, account.owner == nil || account.owner == owner else { throw .otherUser }
    account.owner = owner
  }

  private mutating func exchange(_ told: (SyncProgress) -> Void) throws(AccountFailure) {
    let isQuiet = try outboxCount() == 0
    // Asked for beside the other lists.
    let ahead = Prefetch { [self] () throws(AccountFailure) in try readShelf() }
    let lists = try send()
    var (known, shelf) = try ahead.value()
    // What the server was told is known of it since.
    if !isQuiet { known = try knownItems() }
    try takeMarks(lists, known, shelf)
    var lacking: [ItemID] = []
    var seen = Set<ItemID>()
    for item in shelf + lists.all.sorted().reversed() where known[item] == nil && seen.insert(item).inserted {
      lacking.append(item)
    }
    let before = try outboxCount()
    try bring(lacking, told)
    // What a story was marked with here before its entry came goes there at once.
    if !isTrial, try outboxCount() > before { _ = try send() }
  }

  func knownItems() throws(AccountFailure) -> [ItemID: ItemState] {
    isTrial && isFirst ? [:] : try inCatalog { () throws(CatalogError) in try catalog.items() }
  }

  private func outboxCount() throws(AccountFailure) -> Int {
    try inCatalog { () throws(CatalogError) in try catalog.outboxCount() }
  }

  /// What is known of entries here, and the entries that the server has, the newest first: all of them, or down to where nothing is
  /// that the catalog lacks.
  private func readShelf() throws(AccountFailure) -> (known: [ItemID: ItemState], shelf: [ItemID]) {
    let known = try knownItems()
    // One that was broken off has gaps.
    let isWhole = account.synced != nil
    let shelf = try server.ids(of: AccountServer.readingList, stop) { [end] page in
      !end.hasCome && (!isWhole || page.contains { known[$0] == nil })
    }
    return (known, shelf)
  }

  private mutating func finish() throws(AccountFailure) {
    guard !isTrial else { return }
    let failure = report.failure
    try inCatalog { [account, date, catalog] () throws(CatalogError) in
      try catalog.note(account)
      if failure == nil { try catalog.recordAccount(FetchRecord(attempted: date, succeeded: date)) }
      try catalog.sync()
    }
    report.left = try outboxCount()
  }
}

/// The feeds of the server.
extension Exchange {
  private mutating func follow(_ feeds: [AccountFeed]) throws(AccountFailure) {
    let served = feeds.map { feed in
      ServerFeed(
        stream: feed.stream, url: feed.url ?? "\(server.access.base)/\(feed.stream)", title: feed.title,
        site: feed.site, tags: tags(of: feed.folders))
    }
    if isTrial {
      let known = try inCatalog { () throws(CatalogError) in try catalog.keysOfStreams() }
      report.newFeeds = served.count { known[$0.stream] == nil }
      report.goneFeeds = known.keys.count { stream in !served.contains { $0.stream == stream } }
      keys = known
    } else {
      (report.newFeeds, report.goneFeeds) = try inCatalog { () throws(CatalogError) in try catalog.follow(served) }
      keys = try inCatalog { () throws(CatalogError) in try catalog.keysOfStreams() }
    }
    labels = ServerLabels(try serverLabels(), folders: feeds.flatMap(\.folders))
  }

  /// The folder in which a server puts what is in none says nothing.
  private func tags(of folders: [String]) -> [String] {
    folders.filter { $0 != server.access.kind.folderOfTheRest }.compactMap(Tag.name)
  }

  /// A server that lists no labels has none.
  private func serverLabels() throws(AccountFailure) -> [String] {
    guard takesLabels else { return [] }
    do throws(AccountFailure) {
      return try server.labels(stop)
    } catch .status, .garbled, .page {
      return []
    }
  }

  /// A server that refused to label an entry is asked again after a month.
  var takesLabels: Bool { account.labelsRefused.map { date.seconds - $0.seconds > 30 * 86_400 } ?? true }

  /// What the server says of its entries now.
  func lists() throws(AccountFailure) -> ServerLists {
    let starred = Prefetch { [server, stop, end] () throws(AccountFailure) in
      Set(try server.ids(of: AccountServer.starred, stop) { _ in !end.hasCome })
    }
    let unread = Set(try server.ids(of: AccountServer.readingList, without: AccountServer.read, stop))
    var lists = ServerLists(unread: unread, starred: try starred.value(), labelled: [:])
    for (tag, name) in labels.names {
      lists.labelled[tag] = Set(try server.ids(of: AccountServer.label(name), stop))
    }
    return lists
  }
}

/// Whether an exchange is over, for its other threads.
private final class ExchangeEnd: Sendable {
  private let isOver = Mutex(false)

  var hasCome: Bool { isOver.withLock(\.self) }
  func come() { isOver.withLock { $0 = true } }
}

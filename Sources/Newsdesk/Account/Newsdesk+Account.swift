import Catalog

extension Newsdesk {
  /// Exchanges with the server of the account: tells it what the user did here, and takes what it has.
  ///
  /// What comes can be read at once, and is on the disk when this returns; it is found by its words after `catchUp`. Broken off
  /// anywhere, nothing of the user's is lost, and the next exchange goes on.
  /// - Parameters:
  ///   - isTrial: whether it only says what it would do, and changes nothing at either side.
  ///   - isAnew: whether what was exchanged before is forgotten, as for a server that was set up anew.
  ///   - told: how far it has come; on the caller's thread.
  /// - Throws: where nothing was exchanged at all. What went wrong later stands in the report.
  public func exchange(
    with server: AccountServer, isTrial: Bool = false, isAnew: Bool = false, stop: FetchStop = FetchStop(),
    told: (SyncProgress) -> Void = { _ in }
  ) throws(AccountFailure) -> SyncReport {
    let lock = try isTrial ? nil : inCatalog { () throws(CatalogError) in try catalog.beginExchange() }
    guard lock != nil || isTrial else { throw .busy }
    defer { withExtendedLifetime(lock) {} }
    var exchange = try Exchange(server, catalog, at: clock(), stop, isTrial: isTrial, isAnew: isAnew)
    try exchange.run(told)
    return exchange.report
  }

  /// What speaks with the server of an account.
  public func server(of access: AccountAccess) -> AccountServer { AccountServer(access, client: client) }
}

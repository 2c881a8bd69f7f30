import Briefing
import Catalog
import Formats
import Synchronization
import System

/// Fetches pages that are to be had offline, several at once, and keeps them.
///
/// What nobody asked for by a key is fetched only as the site's robots.txt lets it.
struct WantedPages {
  private let desk: Newsdesk
  private let pages: [WantedPage]
  private let stop: FetchStop
  private let answers = Channel<(WantedPage, Result<HTTPAnswer, FetchFailure>)>()
  private(set) var kept = 0
  private(set) var failures: [(url: String, failure: FetchFailure)] = []

  init(_ pages: [WantedPage], of desk: Newsdesk, _ stop: FetchStop) {
    (self.desk, self.pages, self.stop) = (desk, pages, stop)
  }

  /// - Parameter told: how many were kept, how many failed and how many are left, after each.
  mutating func run(_ told: (_ kept: Int, _ failed: Int, _ left: Int) -> Void) throws(CatalogError) {
    let robots = RobotsKeeper(desk.client, stop)
    for page in pages { fetch(page, robots) }
    for left in stride(from: pages.count - 1, through: 0, by: -1) {
      guard let (page, result) = answers.receive() else { return }
      try take(page, result)
      told(kept, failures.count, left)
    }
  }

  private func fetch(_ page: WantedPage, _ robots: RobotsKeeper) {
    do {
      let address = try Newsdesk.address(cited: page.url)
      let request = HTTPRequest(
        address, namedBy: try namer(of: page), accepted: HTTPRequest.pages, limits: Newsdesk.limits)
      let send: @Sendable () -> Void = { [answers, client = desk.client, stop] in
        stop.start(request, with: client) { result in
          _ = answers.send((page, result.mapError { .http($0) }))
        }
      }
      guard !page.isAskedFor else { return send() }
      robots.check(address, namedBy: request.namedBy) { [answers] isAllowed in
        if isAllowed { return send() }
        _ = answers.send((page, .failure(.robots(host: address.host.shown))))
      }
    } catch {
      _ = answers.send((page, .failure(error as? FetchFailure ?? .http(.noRoom))))
    }
  }

  /// What the user asked for without a story was typed.
  private func namer(of page: WantedPage) throws(CatalogError) -> HTTPRequest.Namer {
    if page.isAskedFor, page.story == nil { return .user }
    return try desk.namer(of: try page.story.flatMap { (id) throws(CatalogError) in try desk.catalog.detail(id) })
  }

  private mutating func take(_ page: WantedPage, _ result: Result<HTTPAnswer, FetchFailure>) throws(CatalogError) {
    let given = try? result.get()
    do {
      let answer = try result.get()
      let story = try Newsdesk.page(of: try Newsdesk.file(of: answer))
      _ = try desk.keep(story, url: page.url, answer)
      kept += 1
    } catch let error as CatalogError {
      throw error
    } catch {
      guard let failure = error as? FetchFailure, failure != .http(.cancelled) else { return }
      failures.append((page.url, failure))
      try desk.catalog.record([(page.url, desk.record(of: page, given, failure))])
    }
  }
}

/// What the sites of a run say of programs, each asked once.
private final class RobotsKeeper: Sendable {
  private enum State {
    case asked([@Sendable (RobotsRules) -> Void])
    case known(RobotsRules)
  }

  private let client: HTTPClient
  private let stop: FetchStop
  private let sites = Mutex<[String: State]>([:])

  init(_ client: HTTPClient, _ stop: FetchStop) {
    (self.client, self.stop) = (client, stop)
  }

  /// Tells whether a page may be fetched, at once or once the site has answered.
  func check(_ address: WebAddress, namedBy namer: HTTPRequest.Namer, _ told: @escaping @Sendable (Bool) -> Void) {
    let site = address.site
    let answer: @Sendable (RobotsRules) -> Void = { told($0.allow(address)) }
    let (known, isFirst) = sites.withLock { sites -> (RobotsRules?, Bool) in
      switch sites[site] {
      case .known(let rules): return (rules, false)
      case .asked(let waiting):
        sites[site] = .asked(waiting + [answer])
        return (nil, false)
      case nil:
        sites[site] = .asked([answer])
        return (nil, true)
      }
    }
    if let known { return answer(known) }
    if isFirst { ask(site, namer) }
  }

  private func ask(_ site: String, _ namer: HTTPRequest.Namer) {
    guard let address = try? WebAddress(site + "/robots.txt") else { return tell(site, .open) }
    let request = HTTPRequest(address, namedBy: namer, accepted: "text/plain, */*;q=0.1")
    stop.start(request, with: client) { [self] result in
      tell(site, RobotsRules(result))
    }
  }

  private func tell(_ site: String, _ rules: RobotsRules) {
    let waiting = sites.withLock { sites -> [@Sendable (RobotsRules) -> Void] in
      defer { sites[site] = .known(rules) }
      if case .asked(let waiting) = sites[site] { return waiting }
      return []
    }
    for answer in waiting { answer(rules) }
  }
}

extension WebAddress {
  /// Scheme, host and port.
  fileprivate var site: String { String(text.dropLast(rest.utf8.count)) }
}

import Briefing
import GRDB

/// The pages that stories cite by their whole addresses.
struct CitedPages {
  private let database: Database
  private let isKeptLeftOut: Bool
  /// Whether what a story only leads to counts as well.
  private let hasLinks: Bool
  private var seen: Set<String> = []
  private(set) var pages: [CitedPage] = []

  init(withoutKept isKeptLeftOut: Bool, withLinks hasLinks: Bool = false, in database: Database) {
    (self.isKeptLeftOut, self.hasLinks, self.database) = (isKeptLeftOut, hasLinks, database)
  }

  /// Takes those of one story, in the order in which it cites them, until there are so many.
  mutating func add(of number: Int64, _ id: StoryID, limit: Int) throws {
    guard let story = try StoryTable.reading(number, in: database)?.story else { return }
    let hasLinks = hasLinks
    for url in story.blocks.lazy.flatMap({ hasLinks ? $0.addresses : $0.citations.compactMap(\.url) }) {
      guard pages.count < limit else { return }
      guard seen.insert(PageAddress.key(of: url)).inserted,
        try !isKeptLeftOut || !isHere(url)
      else { continue }
      pages.append(CitedPage(url: url, story: id))
    }
  }

  /// Whether the catalog holds that very page, or a copy of it. An entry of a feed is not the page that it leads to.
  private func isHere(_ url: String) throws -> Bool {
    if try KeptPages.number(at: url, in: database) != nil { return true }
    let statement = try database.cachedStatement(
      sql:
        "SELECT 1 FROM story WHERE address = ? AND address IS NOT NULL AND +isRemoved = 0 AND kind < \(StoryRow.entry)")
    return try Int.fetchOne(statement, arguments: [PageAddress.key(of: url)]) != nil
  }
}

extension Block {
  /// What it cites and leads to by whole addresses of the web.
  fileprivate var addresses: [String] {
    let links = spans.compactMap { span in
      if case .link(let url) = span.style, (try? WebAddress(url)) != nil { url } else { nil }
    }
    return citations.compactMap(\.url) + links
  }
}

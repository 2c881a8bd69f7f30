import Briefing
import Catalog

/// What of a catalog the user would miss, a line for each story and each query that was kept.
///
/// Bookmarks are left out: the catalog promises them to a kill, not to a power failure.
enum Content {
  static func lines(of catalog: Catalog) throws -> [String] {
    var lines: [String] = []
    for (query, ending) in [("", ""), ("is:removed", " | removed"), ("is:page", " | kept")] {
      for row in try catalog.rows(Listing(query: query), .first(1_000_000)) {
        do {
          lines.append(try line(of: row, in: catalog) + ending)
        } catch CatalogError.damaged {
          lines.append("\(row.id.text) | damaged")
        }
      }
    }
    lines += try catalog.subscriptions().map { "feed \($0.url): \($0.title ?? "-"), \($0.settings.tags)" }
    lines += try catalog.wants().map { "want \($0.url): \($0.isAskedFor)" }
    return lines.sorted() + (try catalog.savedQueries().map { "query \($0.name): \($0.query)" }.sorted())
  }

  private static func line(of row: Row, in catalog: Catalog) throws -> String {
    let detail = try catalog.detail(row.id)
    let originals = try (1...max(1, row.versions)).map { try print(of: catalog.original(row.id, version: $0) ?? []) }
    let notes = (detail?.notes ?? []).map { "\($0.section.map(String.init) ?? "-"): \($0.text)" }.sorted()
    let state = [
      row.isUnread ? "unread" : "read", row.isStarred ? "starred" : "", row.tags.joined(separator: ","),
      notes.joined(separator: "; "),
    ]
    return ([row.id.text, row.headline] + state + [originals.joined(separator: ",")]).joined(separator: " | ")
  }

  private static func print(of bytes: [UInt8]) -> String {
    var print = Fingerprint()
    print.add(String(decoding: bytes, as: UTF8.self))
    return print.letters
  }
}

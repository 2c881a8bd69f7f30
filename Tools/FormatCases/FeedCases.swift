import Briefing
import Formats

/// Reads feeds, field by field.
enum FeedCases {
  /// - Parameter line: an object with a `file`, and perhaps the `type` and the `url` that HTTP gave.
  static func answer(_ line: CaseLine) -> JSON {
    guard let bytes = line.text("file").flatMap(FormatCases.bytes(ofFile:)) else { return .null }
    let feed = FeedReader.read(bytes, type: line.text("type"), url: line.text("url").flatMap { $0.isEmpty ? nil : $0 })
    return .object([
      "feed": .object([
        "title": .string(feed.title?.line), "link": .string(feed.link), "description": .string(feed.description?.line),
        "author": .string(feed.author), "language": .string(feed.language), "id": .string(feed.id),
      ]),
      "entries": .array(feed.entries.map(entry)),
    ])
  }

  private static func entry(_ entry: FeedEntry) -> JSON {
    .object([
      "id": .string(entry.id), "title": .string(entry.title?.line), "url": .string(entry.link),
      "author": .string(entry.authors.first), "published": .string(entry.published?.iso8601),
      "updated": .string(entry.updated?.iso8601), "text": .string(entry.body?.words),
      "links": .array(entry.enclosures.map { .string($0) }),
    ])
  }
}

import Briefing

/// Feeds in JSON (jsonfeed.org, versions 1 and 1.1).
enum JSONFeed {
  /// Items that are broken, or none, are passed over.
  static func read(_ bytes: [UInt8], url: String?) -> Feed {
    let outline = JSONOutline(of: bytes)
    var feed = Feed()
    func text(_ key: String) -> String? {
      guard let value = outline.value(key).flatMap({ try? JSONScanner.value(of: Array(bytes[$0])) }) else { return nil }
      return JSONFields.text(value)
    }
    let bases = FeedBases(text("feed_url") ?? url ?? text("home_page_url"))
    feed.title = text("title").map { FeedText($0) }
    feed.link = text("home_page_url").flatMap(bases.resolve)
    feed.address = text("feed_url").flatMap(bases.resolve)
    feed.description = text("description").map { FeedText($0) }
    feed.language = text("language")
    let authors = (outline.value("authors") ?? outline.value("author")).flatMap { range in
      try? JSONScanner.value(of: Array(bytes[range]))
    }
    feed.author = authors.flatMap { names(in: $0).first }
    let items = outline.value("items").map { JSONOutline.elements(of: bytes, in: $0) } ?? []
    feed.entries = items.compactMap { entry(bytes, $0, bases) }
    return feed
  }

  private static func entry(_ bytes: [UInt8], _ range: Range<Int>, _ bases: FeedBases) -> FeedEntry? {
    guard case .object(let members)? = try? JSONScanner.value(of: Array(bytes[range])) else { return nil }
    let fields = JSONFields(members: members)
    var entry = FeedEntry(range: range)
    entry.id = fields.text("id")
    entry.link = (fields.text("url") ?? fields.text("external_url")).flatMap(bases.resolve)
    entry.title = fields.text("title").map { FeedText($0) }
    entry.body =
      fields.text("content_html").map { FeedText($0, .html) } ?? fields.text("content_text").map { FeedText($0) }
      ?? fields.text("summary").map { FeedText($0) }
    entry.published = fields.text("date_published").flatMap { LooseDate.moment(of: $0) }
    entry.updated = fields.text("date_modified").flatMap { LooseDate.moment(of: $0) }
    entry.authors = (fields["authors"] ?? fields["author"]).map(names) ?? []
    entry.enclosures = fields.objects("attachments").compactMap { $0.text("url").flatMap(bases.resolve) }
    entry.base = bases.current
    return entry
  }

  /// One somebody, or several.
  private static func names(in value: JSON) -> [String] {
    (value.elements ?? [value]).compactMap { person in
      person.members.flatMap { JSONFields(members: $0).text("name") } ?? person.text
    }
  }
}
